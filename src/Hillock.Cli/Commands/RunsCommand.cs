using System.CommandLine;
using System.Globalization;
using Hillock.Cli.Output;
using Hillock.Lab.Runs;
using Spectre.Console;

namespace Hillock.Cli.Commands;

/// <summary><c>hillock runs</c>: what the run store holds.</summary>
internal static class RunsCommand
{
    public static Command Create(Terminal terminal)
    {
        var options = new RunsOptions();
        var json = CommonOptions.Json();
        var command = new Command("runs", "List the finished runs that are kept, show one, export or delete them.")
        {
            json,
            RunsShowCommand.Create(terminal),
            RunsExportCommand.Create(terminal),
            RunsDeleteCommand.Create(terminal),
        };
        options.AddTo(command);
        command.SetAction(result =>
        {
            using var store = options.OpenStore(result);
            var runs = store.List(options.Filter(result));
            if (result.GetValue(json)) terminal.WriteJson(runs);
            else Print(terminal, runs, store.Path);
            return CommandLine.Success;
        });
        return command;
    }

    private static void Print(Terminal terminal, IReadOnlyList<StoredRun> runs, string path)
    {
        var table = new Table().Border(TableBorder.Simple)
            .AddColumn(new TableColumn("run").RightAligned())
            .AddColumns("function", "data")
            .AddColumn(new TableColumn("seed").RightAligned())
            .AddColumns("network", "training", "score", "time", "finished");
        foreach (var run in runs)
            table.AddRow(Row(run));
        terminal.Console.Write(table);
        terminal.WriteLine($"{runs.Count} runs in {path}. 'hillock runs show RUN' tells more of one.");
    }

    private static Text[] Row(StoredRun run)
    {
        var training = run.Configuration.Training;
        string[] cells =
        [
            run.Id.ToString(CultureInfo.InvariantCulture),
            run.Function,
            run.Data,
            run.Seed.ToString(CultureInfo.InvariantCulture),
            string.Join('-', training.Hidden),
            $"{training.Optimizer} {Numbers.Short(training.LearningRate)}, {training.Epochs} epochs",
            run.DivergedAtEpoch is { } epoch ? $"diverged at {epoch}" : Numbers.Short(run.Score ?? double.NaN),
            string.Create(CultureInfo.InvariantCulture, $"{run.TrainingTime.TotalSeconds:F2} s"),
            run.Finished.LocalDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        ];
        return [.. cells.Select(cell => new Text(cell))];
    }
}
