namespace Hillock.Networks;

/// <summary>A hidden layer: x ↦ D(f(N(xW + b))), plus x where it is residual; N normalises and D drops.</summary>
/// <param name="Units">How many units it has.</param>
/// <param name="Activation">The activation f.</param>
public sealed record LayerSettings(int Units, Activation Activation)
{
    /// <summary>What is done to xW + b before the activation.</summary>
    public NormalisationKind Normalisation { get; init; }

    /// <summary>The share of results that is dropped in training, in [0, 1).</summary>
    public double Dropout { get; init; }

    /// <summary>Whether dropout keeps mean and variance as SELU needs it; see <see cref="Networks.Dropout"/>.</summary>
    public bool AlphaDropout { get; init; }

    /// <summary>Whether the layer adds its inputs to its results, of which there must be as many.</summary>
    public bool Residual { get; init; }
}
