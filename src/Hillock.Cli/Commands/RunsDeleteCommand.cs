using System.CommandLine;
using Hillock.Cli.Output;
using Hillock.Lab.Runs;

namespace Hillock.Cli.Commands;

/// <summary><c>hillock runs delete</c>: forgets runs, so that they are trained again when asked for.</summary>
internal static class RunsDeleteCommand
{
    public static Command Create(Terminal terminal)
    {
        var options = new RunsOptions();
        var numbers = new Argument<long[]>("runs")
        {
            Description = "Numbers of runs, as 'hillock runs' lists them.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var all = new Option<bool>("--all") { Description = "Every run of the store." };
        var command = new Command("delete", "Delete runs: those numbered, those that the options fit, or all.")
        {
            numbers, all,
        };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var filter = options.Filter(parsed) with { Ids = parsed.GetValue(numbers) ?? [] };
            CheckScope(filter, parsed.GetValue(all));
            using var store = options.OpenStore(parsed);
            CheckNumbers(store, filter.Ids);
            terminal.WriteLine($"{store.Delete(filter)} runs deleted from {store.Path}.");
            if (filter == new RunFilter { Ids = filter.Ids, OtherBuilds = true } && filter.Ids.Count == 0)
                terminal.WriteLine($"{store.DeleteStepsOfOtherBuilds()} steps of experiments deleted.");
            return CommandLine.Success;
        });
        return command;
    }

    private static void CheckScope(RunFilter filter, bool all)
    {
        var isNarrow = filter != new RunFilter { Ids = filter.Ids } || filter.Ids.Count > 0;
        if (isNarrow == all)
        {
            throw new UsageException(all
                ? "--all deletes every run; give no numbers and no other options with it."
                : "Say which runs to delete: their numbers, --function, --data, --other-builds, or --all.");
        }
    }

    private static void CheckNumbers(RunStore store, IReadOnlyList<long> ids)
    {
        var known = store.List(new RunFilter { Ids = ids }).Select(run => run.Id).ToHashSet();
        var missing = ids.Where(id => !known.Contains(id)).ToList();
        if (ids.Count > 0 && missing.Count > 0)
            throw new UsageException($"{store.Path}: there is no run {missing[0]} in this store; nothing was deleted.");
    }
}
