using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hillock.Lab.Comparisons;
using Hillock.Lab.Reports;

namespace Hillock.Cli.Tests;

/// <summary>Activations from a file of definitions, in every command; what docs/definitions.md shows runs.</summary>
public sealed partial class DefinitionCommandTests : IDisposable
{
    private const string Name = "my-activations.hillock";
    private readonly TemporaryFolder _folder = new();

    public DefinitionCommandTests() => Write(Blocks("text").Single(block => block.StartsWith("# ", StringComparison.Ordinal)));

    public static TheoryData<string> Commands => new(
        Blocks("sh").SelectMany(block => block.Split('\n')).Where(line => line.StartsWith("./hillock.sh ", StringComparison.Ordinal)));

    private string DefinitionFile => _folder.File(Name);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Commands))]
    public void Commands_of_the_page_run(string command)
    {
        var arguments = Arguments().Matches(command["./hillock.sh ".Length..])
            .Select(match => match.Value.Trim('"'))
            .Select(argument => argument == Name ? DefinitionFile : argument);
        string[] small =
        [
            "--data", "iris", "--epochs", "1", "--seeds", "2", "--hidden", "4", "--tune", "2",
            "--out", _folder.File("out"), "--store", _folder.File("runs.db"),
        ];
        Assert.NotEmpty(Invocation.Succeeds(
            [.. arguments, .. command.Contains(" compare ", StringComparison.Ordinal) ? small : []]));
    }

    [Fact]
    public void The_mistake_of_the_page_is_shown_so()
    {
        Write(File.ReadAllText(DefinitionFile).Replace("my_swish(x, beta", "my_swich(x, beta", StringComparison.Ordinal));
        var run = Invocation.Of("show", "twice", "--definitions", DefinitionFile);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Equal(
            Blocks("text").Single(block => block.StartsWith("hillock: ", StringComparison.Ordinal)),
            run.Error.Replace(DefinitionFile, Name, StringComparison.Ordinal).ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("definitions: Your own, of", "list", "my_")]
    [InlineData("my_swish", "list")]
    [InlineData("defined in my-activations.hillock, line 2", "show", "my_swish")]
    [InlineData("training keeps it there, 1/1024 away from what is excluded", "show", "my_swish")]
    [InlineData("Lab book 3, 2026", "show", "my_swish")]
    [InlineData("1.75212541156", "eval", "my_swish(beta=2)", "--at", "1.8")]
    [InlineData("largest difference", "diff", "my_swish", "relu")]
    [InlineData("(1/0.75)*silu(1.5*x): identical", "identify", "twice")]
    [InlineData("my_swish", "plot", "my_swish", "relu")]
    [InlineData("bent", "verify", "bent", "--type", "half")]
    public void Every_command_knows_the_definitions(string expected, params string[] arguments)
    {
        var words = Invocation.Succeeds([.. arguments, "--definitions", DefinitionFile])
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains(expected, string.Join(' ', words), StringComparison.Ordinal);
    }

    [Fact]
    public void Json_says_where_a_definition_stands()
    {
        var json = JsonDocument.Parse(Invocation.Succeeds(
            "list", "--family", "definitions", "--json", "--definitions", DefinitionFile)).RootElement;
        Assert.Equal(3, json.GetArrayLength());
        Assert.Equal($"{Name}, line 2", json[0].GetProperty("defined_in").GetString());
        Assert.Equal(
            JsonValueKind.Null,
            JsonDocument.Parse(Invocation.Succeeds("list", "gelu", "--json")).RootElement[0].GetProperty("defined_in").ValueKind);
    }

    [Theory]
    [InlineData("there is no such file", "nowhere.hillock")]
    [InlineData("this is a folder", ".")]
    public void A_file_that_cannot_be_read_is_named(string expected, string path)
    {
        var run = Invocation.Of("list", "--definitions", path);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains($"--definitions {path}: {expected}", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_option_nothing_is_known()
    {
        Assert.Equal(0, Invocation.Of("show", "my_swish", "--definitions", DefinitionFile).ExitCode);
        Assert.Equal(2, Invocation.Of("show", "my_swish").ExitCode);
    }

    [Fact]
    public void An_edited_definition_is_not_taken_for_the_old_one()
    {
        Write("mine = x*sigmoid(x)\nother = tanh(x)\nlearner = b*x where learned b=1");
        Assert.Equal(0, Compare("a").ReusedRuns);
        Assert.Equal(6, Compare("b").ReusedRuns);
        Write("mine = x*sigmoid(2*x)   # a comment alone changes nothing\nother = tanh(x) # this one\nlearner = b*x where learned b=1");
        Assert.Equal(4, Compare("c").ReusedRuns);
        // The domain of a learned parameter is a part of it.
        Write("mine = x*sigmoid(x)\nother = tanh(x)\nlearner = b*x where learned b=1 in [0, 2]");
        Assert.Equal(4, Compare("d").ReusedRuns);
    }

    private ComparisonResult Compare(string name)
    {
        Invocation.Succeeds(
            "compare", "mine", "other", "learner", "--data", "iris", "--hidden", "4", "--epochs", "1", "--seeds", "2",
            "--store", _folder.File("runs.db"), "--out", _folder.File(name), "--definitions", DefinitionFile);
        return ResultsFile.Read(Path.Combine(_folder.File(name), "results.json"));
    }

    private void Write(string definitions) => File.WriteAllText(DefinitionFile, definitions);

    private static IEnumerable<string> Blocks(string language, [CallerFilePath] string file = "")
    {
        var page = Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "docs", "definitions.md");
        return Regex.Matches(
                File.ReadAllText(page).ReplaceLineEndings("\n"), $"```{language}\n(?<code>.*?)```", RegexOptions.Singleline)
            .Select(block => block.Groups["code"].Value);
    }

    [GeneratedRegex("\"[^\"]*\"|\\S+")]
    private static partial Regex Arguments();
}
