namespace Hillock.Lab.Reports;

/// <summary>Writes files that are either whole or not there.</summary>
public static class AtomicFile
{
    /// <summary>Writes beside the target first and renames at the end, which happens in one step.</summary>
    public static void Write(string path, string text)
    {
        var temporary = path + "." + Guid.NewGuid().ToString("N")[..8] + ".tmp";
        try
        {
            File.WriteAllText(temporary, text);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
