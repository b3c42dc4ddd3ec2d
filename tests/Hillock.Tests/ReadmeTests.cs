using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Hillock.Tests;

/// <summary>The README shows the code of <see cref="ReadmeExample"/> and what it prints.</summary>
public partial class ReadmeTests
{
    private static readonly string Folder = ThisFolder();

    [Fact]
    public void Code_in_the_readme_is_the_code_that_runs()
    {
        var source = File.ReadAllText(Path.Combine(Folder, "ReadmeExample.cs"));
        var code = Between(source, "// begin\n", "        // end");
        Assert.Equal(Unindented(code), Block("csharp"));
    }

    [Fact]
    public void Output_in_the_readme_is_what_it_prints()
    {
        var before = Console.Out;
        using var output = new StringWriter();
        Console.SetOut(output);
        try
        {
            ReadmeExample.Run();
        }
        finally
        {
            Console.SetOut(before);
        }

        Assert.Equal(output.ToString().ReplaceLineEndings("\n"), Block("text"));
    }

    private static string Block(string language)
    {
        var readme = File.ReadAllText(Path.Combine(Folder, "..", "..", "README.md")).ReplaceLineEndings("\n");
        return Regex.Match(readme, $"```{language}\n(?<code>.*?)```", RegexOptions.Singleline).Groups["code"].Value;
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
