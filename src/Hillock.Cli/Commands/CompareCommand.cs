using System.CommandLine;
using Hillock.Cli.Output;
using Hillock.Lab.Comparisons;
using Hillock.Lab.Reports;
using Hillock.Lab.Runs;

namespace Hillock.Cli.Commands;

/// <summary><c>hillock compare</c>: the same networks with different activations, side by side.</summary>
internal static class CompareCommand
{
    public static Command Create(Terminal terminal)
    {
        var options = new CompareOptions();
        var json = CommonOptions.Json();
        var command = new Command(
            "compare", "Train the same networks with different activations and report which differences are real.")
        {
            json,
        };
        options.AddTo(command);
        command.SetAction((result, cancellation) =>
        {
            var isComplete = Run(terminal, options, result, result.GetValue(json), cancellation);
            return Task.FromResult(isComplete ? CommandLine.Success : CommandLine.Interrupted);
        });
        return command;
    }

    private static bool Run(
        Terminal terminal, CompareOptions options, ParseResult parsed, bool json, CancellationToken cancellation)
    {
        var settings = options.Settings(parsed);
        var display = new CompareDisplay(terminal, settings, quiet: json);
        var comparison = new Comparison(settings, options.Definitions.Of(parsed))
        {
            Command = TypedCommand.Of(parsed),
            OnProgress = display.Report,
        };
        var folder = OutFolder.Made(parsed.GetRequiredValue(options.Out));
        using var store = RunStore.Open(StoreOption.PathOf(parsed.GetValue(options.Store)));
        var result = display.During(() => comparison.Run(store, cancellation));
        var pictures = comparison.Activations
            .Select((activation, index) => FunctionPictures.Of(activation, settings.Functions[index]))
            .ToList();
        Report.Write(result, pictures, folder);
        if (json) terminal.Write(ResultsFile.ToJson(result));
        else CompareSummary.Print(terminal, result, Path.Combine(folder, Report.PageName));
        // Said last, so that what is finished is reported whatever became of the store.
        if (comparison.StoreFailure is { } failure)
            throw failure;
        return !result.Interrupted;
    }
}
