using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Hillock.Tests;

/// <summary>Pages show the code of an example that is compiled here, and what it prints.</summary>
public partial class PageExampleTests
{
    private static readonly string Folder = ThisFolder();

    public static TheoryData<string, string> Pages => new()
    {
        { "README.md", nameof(ReadmeExample) },
        { "docs/definitions.md", nameof(DefinitionsPageExample) },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public void Code_of_a_page_is_the_code_that_runs(string page, string example)
    {
        var source = File.ReadAllText(Path.Combine(Folder, example + ".cs"));
        var code = Between(source, "// begin\n", "        // end");
        Assert.Equal(Unindented(code), Blocks(page, "csharp").Single());
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Output_on_a_page_is_what_it_prints(string page, string example)
    {
        var before = Console.Out;
        using var output = new StringWriter();
        Console.SetOut(output);
        try
        {
            if (example == nameof(ReadmeExample)) ReadmeExample.Run();
            else DefinitionsPageExample.Run();
        }
        finally
        {
            Console.SetOut(before);
        }

        Assert.Equal(output.ToString().ReplaceLineEndings("\n"), Blocks(page, "text").Last());
    }

    private static IEnumerable<string> Blocks(string page, string language)
    {
        var text = File.ReadAllText(Path.Combine(Folder, "..", "..", page)).ReplaceLineEndings("\n");
        return Regex.Matches(text, $"```{language}\n(?<code>.*?)```", RegexOptions.Singleline)
            .Select(block => block.Groups["code"].Value);
    }

    private static string Between(string text, string start, string end)
    {
        text = text.ReplaceLineEndings("\n");
        var from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return text[from..text.IndexOf(end, from, StringComparison.Ordinal)];
    }

    private static string Unindented(string code) => Indent().Replace(code, "");

    private static string ThisFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    [GeneratedRegex("^ {8}", RegexOptions.Multiline)]
    private static partial Regex Indent();
}
