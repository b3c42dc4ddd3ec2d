namespace Hillock.Cli.Commands;

/// <summary>The page of <c>--markdown</c>.</summary>
internal static class MarkdownPage
{
    /// <summary>The path as it was given, where a page can be written to it.</summary>
    /// <exception cref="UsageException">Its name does not end in .md, or there is no such folder.</exception>
    public static string Checked(string path)
    {
        if (!path.EndsWith(".md", StringComparison.Ordinal))
            throw new UsageException($"--markdown {path}: the name of the page ends in .md");
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        return Directory.Exists(folder)
            ? path
            : throw new UsageException($"--markdown {path}: there is no folder {folder}.");
    }
}
