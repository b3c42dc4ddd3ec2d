using Microsoft.Data.Sqlite;

namespace Hillock.Lab.Runs;

/// <summary>Says in one sentence why SQLite could not do what was asked.</summary>
internal static class StoreMistake
{
    // Primary result codes, https://www.sqlite.org/rescode.html.
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    public static StoreException Of(string path, SqliteException e) => new(
        $"{path}: " + e.SqliteErrorCode switch
        {
            Busy or Locked => "another process has kept this run store locked for too long; try again later.",
            ReadOnly => "this run store cannot be written, because the file or its folder is read-only; "
                + "name another with --store.",
            InputOutput => $"the disk failed under this run store ({e.Message}); what was saved before is kept.",
            Corrupt => "this run store is damaged; move it away or name another with --store.",
            Full => "the disk is full, so the run store takes no more runs; those saved before are kept.",
            CannotOpen => "this run store can be neither opened nor made; check the path and its permissions, "
                + "or name another with --store.",
            NotADatabase => NotAStore,
            _ => $"this run store cannot be used ({e.Message})",
        },
        e);

    public const string NotAStore = "this file is not a run store; name another with --store.";
}
