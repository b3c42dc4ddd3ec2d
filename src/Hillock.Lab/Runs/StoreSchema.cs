using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Hillock.Lab.Runs;

/// <summary>The tables of a run store, and the marks by which a file is known to be one.</summary>
internal static class StoreSchema
{
    /// <summary>Raised when a reader of the earlier schema would misread the file.</summary>
    public const int Version = 1;

    /// <summary>“HLCK”, in the field of the header that SQLite keeps for the kind of an application's files.</summary>
    private const long ApplicationId = 0x484C434B;

    private const string Create = """
        CREATE TABLE runs (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            key TEXT NOT NULL UNIQUE,
            function TEXT NOT NULL,
            data TEXT NOT NULL,
            seed INTEGER NOT NULL,
            score REAL,
            diverged_at INTEGER,
            training_seconds REAL NOT NULL,
            finished TEXT NOT NULL,
            code TEXT NOT NULL,
            build TEXT NOT NULL,
            machine TEXT NOT NULL,
            configuration TEXT NOT NULL,
            result TEXT NOT NULL
        ) STRICT;
        """;

    // Added later: a store of this version may lack it, and readers of that time do not miss it.
    private const string CreateSteps = """
        CREATE TABLE IF NOT EXISTS steps (
            key TEXT PRIMARY KEY,
            experiment TEXT NOT NULL,
            seconds REAL NOT NULL,
            finished TEXT NOT NULL,
            build TEXT NOT NULL,
            configuration TEXT NOT NULL,
            result TEXT NOT NULL
        ) STRICT;
        """;

    /// <summary>Makes the table in an empty file, accepts a store of this version and refuses everything else before
    /// a byte of it is changed.</summary>
    public static void Prepare(SqliteConnection connection, string path)
    {
        bool isNew;
        // All marks are read at one moment: another process may be making the store now.
        using (connection.BeginTransaction(deferred: true))
            isNew = !IsStore(connection, path);
        Execute(connection, "PRAGMA journal_mode = WAL");
        Execute(connection, "PRAGMA synchronous = NORMAL");
        if (isNew)
            CreateAll(connection, path);
        Execute(connection, CreateSteps);
    }

    private static void CreateAll(SqliteConnection connection, string path)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        // Another process may have made it in between.
        if (!IsStore(connection, path))
            Execute(connection, $"{Create} PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Version};");
        transaction.Commit();
    }

    /// <summary>Whether the file is a store of this version; false where it is empty.</summary>
    /// <exception cref="StoreException">It is something else.</exception>
    private static bool IsStore(SqliteConnection connection, string path)
    {
        var version = Number(connection, "PRAGMA user_version");
        var isOurs = Number(connection, "PRAGMA application_id") == ApplicationId;
        if (isOurs && version == Version)
            return true;
        if (isOurs && version > Version)
        {
            throw new StoreException(
                $"{path}: this run store is of version {version}, and this Hillock reads up to {Version}; "
                + "update Hillock or name another with --store.");
        }

        var isEmpty = version == 0 && Number(connection, "SELECT count(*) FROM sqlite_schema") == 0;
        return isEmpty ? false : throw new StoreException($"{path}: {StoreMistake.NotAStore}");
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
