using System.CommandLine;
using System.Globalization;
using Hillock.Cli.Output;
using Hillock.Lab.Comparisons;
using Hillock.Lab.Reports;
using Hillock.Networks;
using Spectre.Console;

namespace Hillock.Cli.Commands;

/// <summary><c>hillock compare</c>: the same networks with different activations, side by side.</summary>
internal static class CompareCommand
{
    private static readonly ComparisonSettings Defaults = new() { Functions = [] };

    private static readonly Argument<string[]> Functions = new("functions")
    {
        Description = "The activations to compare: ids or formulas.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string> Data = With("--data", "A data set ('hillock data' lists them) or a CSV file.", "name|file.csv", Defaults.Data);
    private static readonly Option<string> Hidden = With("--hidden", "Units of the hidden layers, input side first.", "units", string.Join(",", Defaults.Hidden));
    private static readonly Option<int> Epochs = With("--epochs", "Passes over the training examples.", "n", Defaults.Epochs);
    private static readonly Option<int> Seeds = With("--seeds", "Runs of each function, each from its own weights.", "n", Defaults.Seeds);
    private static readonly Option<int> FirstSeed = With("--first-seed", "The first seed; the others follow.", "n", Defaults.FirstSeed);
    private static readonly Option<int> BatchSize = With("--batch", "Examples in a mini-batch.", "n", Defaults.BatchSize);
    private static readonly Option<string> Optimizer = With("--optimizer", "sgd (momentum 0.9) or adam.", "name", Defaults.Optimizer);
    private static readonly Option<string?> LearningRate = With<string?>("--learning-rate", "Step size; without it 0.001 for adam, 0.01 for sgd.", "rate", null);
    private static readonly Option<string> Initialisation = With("--init", string.Join(", ", WeightInitialisation.All.Select(i => i.Name)) + ".", "name", Defaults.Initialisation);
    private static readonly Option<string> Out = With("--out", "The folder for report.html, results.json and the pictures.", "folder", "hillock-report");

    public static Command Create(Terminal terminal)
    {
        var json = CommonOptions.Json();
        var command = new Command("compare", "Train the same networks with different activations and report which differences are real.")
        {
            Functions, Data, Hidden, Epochs, Seeds, FirstSeed, BatchSize, Optimizer, LearningRate, Initialisation, Out, json,
        };
        command.SetAction((result, cancellation) =>
        {
            var isComplete = Run(terminal, result, result.GetValue(json), cancellation);
            return Task.FromResult(isComplete ? CommandLine.Success : CommandLine.Interrupted);
        });
        return command;
    }

    private static bool Run(Terminal terminal, ParseResult parsed, bool json, CancellationToken cancellation)
    {
        var settings = Settings(parsed);
        var folder = Path.GetFullPath(parsed.GetRequiredValue(Out));
        var resultsFile = Path.Combine(folder, Report.ResultsName);
        var display = new CompareDisplay(terminal, settings, quiet: json);
        var comparison = new Comparison(settings)
        {
            Command = "hillock " + string.Join(' ', parsed.Tokens.Select(token => Quoted(token.Value))),
            OnProgress = display.Report,
            // Written after every run: whatever happens later, a finished run is on disk.
            OnFinished = finished => ResultsFile.Write(finished, resultsFile),
        };
        Create(folder);
        var result = display.During(() => comparison.Run(cancellation));
        var pictures = comparison.Activations
            .Select((activation, index) => FunctionPictures.Of(activation, settings.Functions[index]))
            .ToList();
        Report.Write(result, pictures, folder);
        if (json) terminal.WriteLine(File.ReadAllText(resultsFile));
        else CompareSummary.Print(terminal, result, Path.Combine(folder, Report.PageName));
        return !result.Interrupted;
    }

    private static void Create(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(File.Exists(folder)
                ? $"--out {folder}: this is a file, not a folder."
                : $"--out {folder}: the folder cannot be made ({e.Message})");
        }
    }

    private static ComparisonSettings Settings(ParseResult parsed)
    {
        var optimizer = parsed.GetRequiredValue(Optimizer);
        return new ComparisonSettings
        {
            Functions = parsed.GetRequiredValue(Functions),
            Data = parsed.GetRequiredValue(Data),
            Hidden = ParseHidden(parsed.GetRequiredValue(Hidden)),
            Epochs = parsed.GetValue(Epochs),
            Seeds = parsed.GetValue(Seeds),
            FirstSeed = parsed.GetValue(FirstSeed),
            BatchSize = parsed.GetValue(BatchSize),
            Optimizer = optimizer,
            LearningRate = parsed.GetValue(LearningRate) is { } rate
                ? Numbers.Parse(rate, "--learning-rate")
                : optimizer == "sgd" ? 0.01 : Defaults.LearningRate,
            Initialisation = parsed.GetRequiredValue(Initialisation),
        };
    }

    private static int[] ParseHidden(string text) =>
    [
        .. text.Split(',').Select(part =>
            int.TryParse(part.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var units)
                ? units
                : throw new UsageException($"--hidden {text}: '{part.Trim()}' is not a whole number of units; write layers as in 128,128")),
    ];

    private static string Quoted(string argument) =>
        argument.Length > 0 && argument.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or ',' or '=')
            ? argument
            : $"\"{argument}\"";

    private static Option<T> With<T>(string name, string description, string valueName, T value) => new(name)
    {
        Description = description,
        HelpName = valueName,
        DefaultValueFactory = _ => value,
    };
}
