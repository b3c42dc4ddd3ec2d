namespace Hillock.Lab.Data;

/// <summary>Opens files, and says in one sentence why where it cannot.</summary>
internal static class DataFile
{
    /// <summary>Opens a file for reading from start to end.</summary>
    public static FileStream Open(string path) =>
        Guard(path, () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16));

    /// <summary>Creates or replaces a file.</summary>
    public static FileStream Create(string path) =>
        Guard(path, () => new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16));

    private static FileStream Guard(string path, Func<FileStream> open)
    {
        if (Directory.Exists(path))
            throw new DataException($"{path}: this is a folder, not a file.");
        try
        {
            return open();
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DataException($"{path}: there is no such file or folder.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new DataException($"{path}: {e.Message}", e);
        }
    }
}
