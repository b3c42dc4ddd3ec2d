using Hillock.Expressions;
using Hillock.Lab.Comparisons;

namespace Hillock.Lab.Laboratory;

/// <summary>How an experiment is to be run.</summary>
public sealed record ExperimentSettings
{
    /// <summary>Whether minutes have to be enough, for the price of a verdict that may stay open.</summary>
    public bool Quick { get; init; }

    /// <summary>The seed of everything random.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Lengths that were chosen, by unit; the others are the experiment's own.</summary>
    public IReadOnlyDictionary<string, int> Chosen { get; init; } = new Dictionary<string, int>();

    /// <summary>Functions to look at beside those of the claim: ids or formulas.</summary>
    public IReadOnlyList<string> Functions { get; init; } = [];

    /// <summary>The function to approximate, a formula in x; null for the experiment's own.</summary>
    public string? Target { get; init; }

    /// <summary>Whether it may take hours.</summary>
    public bool MayTakeHours { get; init; }

    /// <summary>How much of a unit this run does.</summary>
    public int LengthOf(Experiment experiment, string unit)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        var length = experiment.Lengths.Single(known => known.Unit == unit);
        return Chosen.TryGetValue(unit, out var chosen) ? chosen : Quick ? length.Quick : length.Full;
    }

    /// <summary>Refuses what the experiment has no use for.</summary>
    /// <exception cref="SettingsException">The message says what, and what there is instead.</exception>
    public void Check(Experiment experiment)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        foreach (var (unit, count) in Chosen)
        {
            if (count < 1)
                throw new SettingsException($"--{unit} {count}: there must be at least one.");
            if (experiment.Lengths.All(length => length.Unit != unit))
                throw new SettingsException($"'{experiment.Name}' has no {unit} to choose; {LengthsOf(experiment)}.");
        }

        if (Seed < 0)
            throw new SettingsException($"--seed {Seed}: seeds are 0 or more.");
        if (Functions.Count > 0 && !experiment.TakesFunctions)
            throw new SettingsException($"'{experiment.Name}' looks at the functions of its claim only; leave out --function.");
        foreach (var function in Functions)
            Activation.Parse(function);
        if (Target is null)
            return;
        if (!experiment.TakesTarget)
            throw new SettingsException($"'{experiment.Name}' approximates nothing; leave out --target.");
        Activation.Parse(Target);
    }

    private static string LengthsOf(Experiment experiment) => experiment.Lengths.Count == 0
        ? "it has one length only"
        : "it has " + string.Join(", ", experiment.Lengths.Select(length => $"--{length.Unit} ({length.Full})"));
}
