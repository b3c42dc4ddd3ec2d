using System.CommandLine;
using Hillock.Cli.Output;
using Hillock.Lab.Comparisons;
using Hillock.Verification;
using Spectre.Console;

namespace Hillock.Cli.Commands;

/// <summary><c>hillock verify</c>: the worst errors of kernels, and whether they keep what is promised.</summary>
internal static class VerifyCommand
{
    public static Command Create(Terminal terminal)
    {
        var options = new VerifyOptions();
        var json = CommonOptions.Json();
        var command = new Command("verify", "Measure the worst errors of kernels, in units in the last place.")
        {
            options.Functions, options.Type, options.Precision, options.Exhaustive, options.Markdown, options.Resume,
            options.Definitions, json,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(
            Run(terminal, options, parsed, parsed.GetValue(json), cancellation)));
        return command;
    }

    private static int Run(
        Terminal terminal, VerifyOptions options, ParseResult parsed, bool json, CancellationToken cancellation)
    {
        var verifier = options.Verifier(parsed);
        var page = options.Page(parsed);
        var activations = options.Activations(parsed)
            .Where(activation => !parsed.GetValue(options.Resume) || !page!.Has(activation.Id, verifier))
            .ToList();
        var circumstances = new Circumstances(
            TypedCommand.Of(parsed), DateOnly.FromDateTime(DateTime.UtcNow), MachineDescription.Of());
        var results = new List<ActivationResult>();
        foreach (var activation in activations)
        {
            if (Verify(terminal, verifier, activation, cancellation) is not { } result) break;
            results.Add(result with { Circumstances = circumstances });
            page?.Add(results[^1]);
            if (!json) VerifyTable.Print(terminal, result);
        }

        if (json) terminal.WriteLine(AccuracyRecords.ToJson(results));
        if (results.Count == activations.Count)
            return results.All(result => result.Passed) ? CommandLine.Success : CommandLine.BoundBroken;
        terminal.Error.WriteLine($"hillock: interrupted after {results.Count} of {activations.Count} functions.");
        return CommandLine.Interrupted;
    }

    // Null where it was interrupted.
    private static ActivationResult? Verify(
        Terminal terminal, Verifier verifier, Activation activation, CancellationToken cancellation)
    {
        try
        {
            if (!terminal.Progress.Profile.Out.IsTerminal) return verifier.Run(activation, null, cancellation);
            return terminal.Progress.Progress()
                .AutoClear(true)
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
                .Start(context =>
                {
                    var bar = context.AddTask(Markup.Escape(activation.Id), maxValue: 1);
                    return verifier.Run(activation, new Bar(bar), cancellation);
                });
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    // Reports come from several threads, each with what was done by then.
    private sealed class Bar(ProgressTask task) : IProgress<double>
    {
        public void Report(double value) => task.Value = value;
    }
}
