using System.CommandLine;
using System.Globalization;
using Hillock.Cli.Output;
using Hillock.Lab.Comparisons;
using Hillock.Lab.Runs;
using Spectre.Console;

namespace Hillock.Cli.Commands;

/// <summary><c>hillock runs show</c>: one run with its curve.</summary>
internal static class RunsShowCommand
{
    public static Command Create(Terminal terminal)
    {
        var number = new Argument<long>("run") { Description = "The number of the run, as 'hillock runs' lists it." };
        var store = StoreOption.Create();
        var json = CommonOptions.Json();
        var command = new Command("show", "Show one run: its configuration, its curve and its layers.")
        {
            number, json, store,
        };
        command.SetAction(parsed =>
        {
            using var opened = RunStore.OpenExisting(StoreOption.PathOf(parsed.GetValue(store)));
            var id = parsed.GetValue(number);
            var result = opened.ResultOf(id);
            var run = opened.List(new RunFilter { Ids = [id] })[0];
            if (parsed.GetValue(json)) terminal.WriteJson(new { Run = run, Result = result });
            else Print(terminal, run, result);
            return CommandLine.Success;
        });
        return command;
    }

    private static void Print(Terminal terminal, StoredRun run, RunResult result)
    {
        foreach (var (name, value) in Facts(run))
            terminal.WriteLine($"{name,-15} {value}");
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in new[] { "epoch", "training loss", "test loss", "test score", "saturated, by layer" })
            table.AddColumn(new TableColumn(column).RightAligned());
        foreach (var epoch in result.Epochs)
            table.AddRow(
                new Text(epoch.Epoch.ToString(CultureInfo.InvariantCulture)),
                new Text(Numbers.Short(epoch.TrainingLoss)),
                new Text(Numbers.Short(epoch.TestLoss)),
                new Text(Numbers.Short(epoch.TestScore)),
                new Text(string.Join(' ', epoch.Layers.Select(Saturated))));
        terminal.Console.Write(table);
    }

    private static string Saturated(Networks.LayerStatistics layer) =>
        string.Create(CultureInfo.InvariantCulture, $"{100 * layer.ShareSaturated:F1} %");

    private static IEnumerable<(string Name, string Value)> Facts(StoredRun run)
    {
        var (configuration, training) = (run.Configuration, run.Configuration.Training);
        yield return ("function", run.Function);
        yield return ("definition", configuration.Definition);
        yield return ("data", $"{run.Data} (hash {configuration.DataHash[..16]})");
        yield return ("seed", Numbers.Short(run.Seed));
        yield return ("hidden units", string.Join(", ", training.Hidden));
        yield return ("training", $"{training.Optimizer}, learning rate {Numbers.Short(training.LearningRate)}, "
            + $"batches of {training.BatchSize}, {training.Epochs} epochs");
        yield return ("configuration", configuration.ToJson());
        if (run.DivergedAtEpoch is { } epoch)
            yield return ("diverged", $"at epoch {epoch}");
        yield return ("training time", $"{Numbers.Short(run.TrainingTime.TotalSeconds)} s on {run.Machine}");
        yield return ("finished", run.Finished.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture));
        yield return ("code", $"{run.Code} (build {configuration.Build})");
    }
}
