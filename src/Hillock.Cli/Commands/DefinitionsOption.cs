using System.CommandLine;
using Hillock.Catalogue;

namespace Hillock.Cli.Commands;

/// <summary>The option <c>--definitions</c>: a file of the user's own activations.</summary>
internal sealed class DefinitionsOption : Option<string?>
{
    public DefinitionsOption()
        : base("--definitions")
    {
        Description = "A file of your own activations, a line each: name = formula where parameter=1  # source.";
        HelpName = "file.hillock";
    }

    /// <summary>The definitions of the file; none without the option.</summary>
    /// <exception cref="UsageException">The file cannot be read.</exception>
    /// <exception cref="DefinitionException">A line is no definition.</exception>
    public DefinitionSet Of(ParseResult parsed)
    {
        if (parsed.GetValue(this) is not { } path) return DefinitionSet.Empty;
        try
        {
            return DefinitionSet.Read(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"--definitions {path}: {Reason(path, e)}");
        }
    }

    private static string Reason(string path, Exception e) =>
        Directory.Exists(path) ? "this is a folder, not a file."
        : e is FileNotFoundException or DirectoryNotFoundException ? "there is no such file."
        : $"the file cannot be read ({e.Message})";
}
