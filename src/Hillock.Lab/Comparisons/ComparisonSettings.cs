using Hillock.Expressions;
using Hillock.Networks;

namespace Hillock.Lab.Comparisons;

/// <summary>What was asked: everything that is needed to run a comparison again.</summary>
public sealed record ComparisonSettings
{
    /// <summary>Catalogue ids or formulas, in the order asked.</summary>
    public required IReadOnlyList<string> Functions { get; init; }

    /// <summary>The name of a data set, or the path of a CSV file.</summary>
    public string Data { get; init; } = "digits";

    /// <summary>Units of each hidden layer, input side first.</summary>
    public IReadOnlyList<int> Hidden { get; init; } = [64, 64];

    /// <summary>Passes over the training examples.</summary>
    public int Epochs { get; init; } = 20;

    /// <summary>How many seeds; seed k trains every function from the same initial weights in the same batch order.</summary>
    public int Seeds { get; init; } = 5;

    /// <summary>The first seed.</summary>
    public int FirstSeed { get; init; } = 1;

    /// <summary>Step size of the optimiser.</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary><c>sgd</c> (momentum 0.9) or <c>adam</c>.</summary>
    public string Optimizer { get; init; } = "adam";

    /// <summary>The initialisation of the weights: <c>lecun</c>, <c>glorot-standard</c>, <c>glorot</c>, <c>he</c> or <c>gain</c>.</summary>
    public string Initialisation { get; init; } = "he";

    /// <summary>Examples in a mini-batch.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>Refuses what cannot be run, before anything is loaded.</summary>
    /// <exception cref="SettingsException">A setting is out of range; the message names it.</exception>
    internal void Check()
    {
        Require(Functions.Count > 0, "Name at least one function to compare.");
        Require(Functions.Distinct(StringComparer.Ordinal).Count() == Functions.Count, "Each function is compared once; one is given twice.");
        Require(Hidden.Count > 0, "A network needs at least one hidden layer, as in --hidden 128,128.");
        foreach (var units in Hidden)
            Require(units is > 0 and <= 65_536, $"A hidden layer cannot have {units} units; it has between 1 and 65536.");
        Require(Epochs > 0, $"{Epochs} epochs train nothing; give at least 1.");
        Require(Seeds > 0, $"{Seeds} seeds run nothing; give at least 1.");
        Require(
            (long)FirstSeed + Seeds - 1 <= int.MaxValue && FirstSeed >= 0,
            $"Seeds are from 0 to {int.MaxValue}; {Seeds} of them from {FirstSeed} are not.");
        Require(BatchSize > 0, $"A batch of {BatchSize} examples is empty; give at least 1.");
        Require(double.IsFinite(LearningRate) && LearningRate > 0, "The learning rate is a number above 0.");
        RequireName("optimizer", Optimizer, ["sgd", "adam"]);
        RequireName("initialisation", Initialisation, [.. WeightInitialisation.All.Select(i => i.Name)]);
    }

    internal TrainingSettings ForSeed(int seed) => new()
    {
        Hidden = Hidden,
        Epochs = Epochs,
        BatchSize = BatchSize,
        Optimizer = Optimizer,
        LearningRate = LearningRate,
        Initialisation = Initialisation,
        Seed = seed,
    };

    private static void Require(bool holds, string otherwise)
    {
        if (!holds) throw new SettingsException(otherwise);
    }

    private static void RequireName(string what, string name, IReadOnlyList<string> known) => Require(
        known.Contains(name),
        $"There is no {what} '{name}'; there are {string.Join(", ", known)}.{NearestName.Suggestion(name, known)}");
}
