namespace Hillock.Cli.Commands;

/// <summary>The folder of <c>--out</c>.</summary>
internal static class OutFolder
{
    /// <summary>The folder, made if need be.</summary>
    /// <exception cref="UsageException">It cannot be made.</exception>
    public static string Made(string asked)
    {
        var folder = Path.GetFullPath(asked);
        try
        {
            Directory.CreateDirectory(folder);
            return folder;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(File.Exists(folder)
                ? $"--out {folder}: this is a file, not a folder."
                : $"--out {folder}: the folder cannot be made ({e.Message})");
        }
    }
}
