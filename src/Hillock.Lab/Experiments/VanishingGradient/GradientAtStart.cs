using Hillock.Lab.Depth;

namespace Hillock.Lab.Experiments.VanishingGradient;

/// <summary>Gradients by layer before training: theory beside random networks.</summary>
/// <param name="Function">The activation.</param>
/// <param name="Initialisation">How the weights were drawn.</param>
/// <param name="Predicted">∂L/∂u of each layer over that of the last, by mean-field theory; empty where numbers overflow.</param>
/// <param name="Measured">The geometric mean of the same over random networks.</param>
/// <param name="PredictedReach">The depth at which it falls below 10⁻⁶ or rises above 10⁶; null where it never does.</param>
/// <param name="Vanishes">Whether it falls.</param>
internal sealed record GradientAtStart(
    string Function, string Initialisation, IReadOnlyList<double> Predicted, IReadOnlyList<double> Measured,
    double? PredictedReach, bool Vanishes)
{
    public const int Layers = 100;
    public const int Width = 256;
    public const int Networks = 4;

    private const double LeastGradient = 1e-30;

    /// <summary>The factor of a layer, in the mean over all of them; NaN where there is no prediction.</summary>
    public double PredictedFactor => FactorOf(Predicted);

    /// <summary>The factor of a layer in the networks.</summary>
    public double MeasuredFactor => FactorOf(Measured);

    /// <summary>Predicts and measures.</summary>
    public static GradientAtStart Of(string function, string initialisation, int seed)
    {
        var result = DepthStudy.Run(new()
        {
            Activation = Activation.Parse(function),
            Layers = Layers,
            Width = Width,
            Initialisation = initialisation,
            Networks = Networks,
            FirstSeed = seed,
        });
        return new(
            function, initialisation,
            result.Layers.All(layer => layer.Predicted is not null) ? [.. result.Layers.Select(layer => layer.Predicted!.Gradient)] : [],
            [.. result.Layers.Select(layer => layer.Typical.Gradient)],
            result.Predicted?.Depth, result.Predicted?.Vanishes ?? false);
    }

    // From the second layer on: behind it every layer has the same fan-in and nearly the same variance. Layers whose
    // gradient is near the least float are left out: it is rounded there.
    private double FactorOf(IReadOnlyList<double> gradients)
    {
        var first = Enumerable.Range(1, Math.Max(0, Measured.Count - 1)).FirstOrDefault(layer => Measured[layer] > LeastGradient);
        return gradients.Count < 3 ? double.NaN
            : Math.Pow(gradients[first] / gradients[^1], 1.0 / (gradients.Count - 1 - first));
    }
}
