namespace Hillock.Lab.Depth;

/// <summary>One hidden layer: what theory predicts, and what each random network does.</summary>
/// <param name="Layer">The layer, counted from 1 at the input side.</param>
/// <param name="Predicted">By mean-field theory; null behind a layer whose numbers overflow.</param>
/// <param name="Measured">One a network.</param>
public sealed record DepthLayer(int Layer, LayerSignal? Predicted, IReadOnlyList<LayerSignal> Measured)
{
    /// <summary>What is typical of the networks: the arithmetic mean of the means, geometric means of the rest.</summary>
    public LayerSignal Typical => new(
        GeometricMean(signal => signal.Variance),
        Measured.Average(signal => signal.Mean),
        GeometricMean(signal => signal.OutputVariance),
        GeometricMean(signal => signal.Gradient));

    private double GeometricMean(Func<LayerSignal, double> quantity) =>
        Math.Exp(Measured.Average(signal => Math.Log(quantity(signal))));
}

/// <summary>What passes through one layer.</summary>
/// <param name="Variance">The variance of the pre-activations u over random weights.</param>
/// <param name="Mean">The mean of f(u).</param>
/// <param name="OutputVariance">The variance of f(u).</param>
/// <param name="Gradient">The root mean square of ∂L/∂u, divided by that of the last hidden layer.</param>
public sealed record LayerSignal(double Variance, double Mean, double OutputVariance, double Gradient);
