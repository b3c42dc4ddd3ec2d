using System.CommandLine;
using System.Globalization;
using Hillock.Cli.Output;
using Hillock.Lab.Comparisons;
using Hillock.Networks;

namespace Hillock.Cli.Commands;

/// <summary>The arguments of <c>hillock compare</c>, and how they become settings.</summary>
internal sealed class CompareOptions
{
    private static readonly ComparisonSettings Defaults = new() { Functions = [] };

    public Argument<string[]> Functions { get; } = new("functions")
    {
        Description = "The activations to compare: ids or formulas.",
        Arity = ArgumentArity.OneOrMore,
    };

    public Option<string> Data { get; } = With(
        "--data",
        "A data set ('hillock data' lists them) or a CSV file.",
        "name|file.csv",
        Defaults.Data);
    public Option<string> Hidden { get; } = With(
        "--hidden",
        "Units of the hidden layers, input side first.",
        "units",
        string.Join(",", Defaults.Hidden));
    public Option<int> Epochs { get; } = With(
        "--epochs",
        "Passes over the training examples.",
        "n",
        Defaults.Epochs);
    public Option<int> Seeds { get; } = With(
        "--seeds",
        "Runs of each function, each from its own weights.",
        "n",
        Defaults.Seeds);
    public Option<int> FirstSeed { get; } = With(
        "--first-seed",
        "The first seed; the others follow.",
        "n",
        Defaults.FirstSeed);
    public Option<int> BatchSize { get; } = With(
        "--batch",
        "Examples in a mini-batch.",
        "n",
        Defaults.BatchSize);
    public Option<string> Optimizer { get; } = With(
        "--optimizer",
        "sgd (momentum 0.9) or adam.",
        "name",
        Defaults.Optimizer);
    public Option<string?> LearningRate { get; } = With<string?>(
        "--learning-rate",
        "Step size; without it 0.001 for adam, 0.01 for sgd.",
        "rate",
        null);
    public Option<string> Initialisation { get; } = With(
        "--init",
        string.Join(", ", WeightInitialisation.All.Select(i => i.Name)) + ".",
        "name",
        Defaults.Initialisation);
    public Option<string> Out { get; } = With(
        "--out",
        "The folder for report.html, results.json and the pictures.",
        "folder",
        "hillock-report");
    public Option<string?> Store { get; } = StoreOption.Create();

    /// <summary>The settings of the comparison that was asked for.</summary>
    /// <exception cref="UsageException">A value cannot be read.</exception>
    public ComparisonSettings Settings(ParseResult parsed)
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

    private static Option<T> With<T>(string name, string description, string valueName, T value) => new(name)
    {
        Description = description,
        HelpName = valueName,
        DefaultValueFactory = _ => value,
    };
}
