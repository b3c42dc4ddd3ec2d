using System.CommandLine;
using Hillock.Lab.Runs;

namespace Hillock.Cli.Commands;

/// <summary>The option that names the run store.</summary>
internal static class StoreOption
{
    public static Option<string?> Create() => new("--store")
    {
        Description = "The file that keeps finished runs; without it $HILLOCK_STORE, or else ~/.hillock/runs.db.",
        HelpName = "file.db",
    };

    /// <summary>The file that was named, or the default.</summary>
    public static string PathOf(string? named) => named switch
    {
        null => RunStore.DefaultPath,
        "" => throw new UsageException("--store: name a file, as in --store runs.db."),
        _ => named,
    };
}
