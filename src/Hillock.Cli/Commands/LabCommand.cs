using System.CommandLine;
using System.Globalization;
using Hillock.Cli.Output;
using Hillock.Lab.Laboratory;
using Hillock.Lab.Laboratory.Pages;
using Hillock.Lab.Laboratory.Results;
using Hillock.Lab.Runs;

namespace Hillock.Cli.Commands;

/// <summary><c>hillock lab</c>: experiments that put claims about activations to the test.</summary>
internal static class LabCommand
{
    private const string All = "all";

    public static Command Create(Terminal terminal)
    {
        var options = new LabOptions();
        var json = CommonOptions.Json();
        var command = new Command("lab", "List the experiments, or put a claim about activations to the test.") { json };
        options.AddTo(command);
        command.SetAction((parsed, cancellation) =>
            Task.FromResult(Run(terminal, options, parsed, parsed.GetValue(json), cancellation)));
        return command;
    }

    private static int Run(
        Terminal terminal, LabOptions options, ParseResult parsed, bool json, CancellationToken cancellation)
    {
        if (parsed.GetValue(options.Experiment) is not { } name)
        {
            if (json) terminal.WriteJson(ExperimentCatalogue.All.Select(LabReport.Describe));
            else LabReport.PrintList(terminal);
            return CommandLine.Success;
        }

        var settings = options.Settings(parsed);
        IReadOnlyList<Experiment> experiments = name == All ? ExperimentCatalogue.All : [ExperimentCatalogue.Find(name)];
        foreach (var experiment in experiments)
            settings.Check(experiment);
        // Before anything is run: a mistake in a path must not be found behind hours of work.
        var page = parsed.GetValue(options.Markdown) is { } asked ? MarkdownPage.Checked(asked) : null;
        var folder = options.FolderOf(parsed);
        using var store = RunStore.Open(StoreOption.PathOf(parsed.GetValue(options.Store)));
        var results = new List<ExperimentResult>();
        foreach (var experiment in experiments)
        {
            if (RunOne(terminal, experiment, settings, store, json, cancellation) is not { } result)
                return CommandLine.Interrupted;
            results.Add(result);
            ExperimentFolder.Write(result, Path.Combine(folder, experiment.Name));
            if (experiments.Count > 1) LaboratoryIndex.Write(results, folder);
            if (page is not null) LaboratoryMarkdown.Update([result], page);
            if (!json) LabReport.Print(terminal, result, Path.Combine(folder, experiment.Name, ExperimentFolder.PageName));
        }

        if (json) terminal.Write(name == All ? LabReport.JsonOf(results) : results[0].ToJson());
        else if (name == All) LabReport.PrintAll(terminal, results, Path.Combine(folder, ExperimentFolder.PageName));
        return CommandLine.Success;
    }

    private static ExperimentResult? RunOne(
        Terminal terminal, Experiment experiment, ExperimentSettings settings, RunStore store, bool json,
        CancellationToken cancellation)
    {
        var display = new LabDisplay(terminal, quiet: json);
        var bench = new Workbench(experiment, settings, store, cancellation) { OnProgress = display.Report };
        try
        {
            return display.During(experiment.Name, () => ExperimentRun.Of(experiment, bench, CommandOf(experiment, settings)));
        }
        catch (OperationCanceledException)
        {
            terminal.Error.WriteLine(
                $"hillock: '{experiment.Name}' was ended; its {bench.WorkedSteps + bench.ReusedSteps} finished steps are kept, "
                + "and the same command goes on behind them.");
            return null;
        }
    }

    // What the result depends on, and not where it was written.
    private static string CommandOf(Experiment experiment, ExperimentSettings settings)
    {
        string[] parts =
        [
            "hillock lab", experiment.Name,
            .. settings.Quick ? (string[])["--quick"] : [],
            .. settings.Chosen.Select(pair => string.Create(CultureInfo.InvariantCulture, $"--{pair.Key} {pair.Value}")),
            .. settings.Seed == new ExperimentSettings().Seed
                ? (string[])[]
                : [string.Create(CultureInfo.InvariantCulture, $"--seed {settings.Seed}")],
            .. settings.Functions.Select(function => $"--function \"{function}\""),
            .. settings.Target is { } target ? (string[])[$"--target \"{target}\""] : [],
        ];
        return string.Join(' ', parts);
    }
}
