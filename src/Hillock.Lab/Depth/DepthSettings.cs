using System.Globalization;
using Hillock.Expressions;
using Hillock.Lab.Comparisons;
using Hillock.Networks;

namespace Hillock.Lab.Depth;

/// <summary>The deep networks of which theory and measurement are asked.</summary>
public sealed record DepthSettings
{
    /// <summary>The name of the initialisation on the edge of chaos.</summary>
    public const string Critical = "critical";

    /// <summary>σ_b on the edge of chaos where none is given.</summary>
    public const double CriticalBiasDeviation = 0.2;

    private const int MostLayers = 10_000;

    // A weight and its gradient.
    private const int BytesOfWeight = 2 * sizeof(float);

    /// <summary>The activation of all hidden layers, with its default parameters.</summary>
    public required Activation Activation { get; init; }

    /// <summary>How many hidden layers there are.</summary>
    public int Layers { get; init; } = 50;

    /// <summary>The units of each, and the number of inputs.</summary>
    public int Width { get; init; } = 256;

    /// <summary>The name of a <see cref="WeightInitialisation"/>, or <see cref="Critical"/>.</summary>
    public string Initialisation { get; init; } = WeightInitialisation.He.Name;

    /// <summary>σ_b; null for 0, or for <see cref="CriticalBiasDeviation"/> on the edge of chaos.</summary>
    public double? BiasDeviation { get; init; }

    /// <summary>How many random networks are measured.</summary>
    public int Networks { get; init; } = 5;

    /// <summary>The seed of the first; the others follow.</summary>
    public int FirstSeed { get; init; } = 1;

    /// <summary>All names of initialisations.</summary>
    public static IReadOnlyList<string> Initialisations { get; } =
        [.. WeightInitialisation.All.Select(known => known.Name), Critical];

    /// <summary>σ_b as it is used.</summary>
    public double UsedBiasDeviation =>
        BiasDeviation ?? (Initialisation == Critical ? CriticalBiasDeviation : 0);

    /// <summary>Refuses what makes no networks.</summary>
    /// <exception cref="SettingsException">The message says what is wrong.</exception>
    public void Check()
    {
        if (Layers is < 1 or > MostLayers)
            throw new SettingsException($"There can be 1 to {MostLayers} layers, not {Layers}.");
        if (Width < 2)
            throw new SettingsException($"Layers have at least 2 units, not {Width}: theory is about wide ones.");
        if (Networks < 1)
            throw new SettingsException($"At least 1 random network is measured, not {Networks}.");
        if (FirstSeed < 0)
            throw new SettingsException($"Seeds are 0 or more, not {FirstSeed}.");
        if (BiasDeviation is { } deviation && !(deviation >= 0 && double.IsFinite(deviation)))
            throw new SettingsException(string.Create(
                CultureInfo.InvariantCulture, $"The standard deviation of the biases is 0 or more, not {deviation}."));
        if (!Initialisations.Contains(Initialisation))
            throw new SettingsException(
                $"There is no initialisation '{Initialisation}'; there are {string.Join(", ", Initialisations)}."
                + NearestName.Suggestion(Initialisation, Initialisations));
        CheckMemory();
    }

    private void CheckMemory()
    {
        var weights = (Layers + 1.0) * Width * (Width + 1.0);
        var available = Math.Min(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / BytesOfWeight, Array.MaxLength);
        if (weights > available)
            throw new SettingsException(string.Create(
                CultureInfo.InvariantCulture,
                $"{Layers} layers of {Width} units have {weights:G3} weights, more than the {available:G3} for which "
                + $"there is room."));
    }
}
