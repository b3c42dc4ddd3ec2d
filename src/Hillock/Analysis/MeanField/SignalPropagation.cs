using Hillock.Kernels;

namespace Hillock.Analysis.MeanField;

/// <summary>How signals and gradients pass through a wide network of random weights, by mean-field theory.</summary>
/// <remarks>The variance of pre-activations goes from q to σ_b² + σ_w² E[f(√q Z)²], and backward the variance of the
/// gradient is multiplied by χ = σ_w² E[f′(√q Z)²] a layer. Exact as the layers grow wide. Poole, Lahiri, Raghu,
/// Sohl-Dickstein and Ganguli 2016, "Exponential expressivity in deep neural networks through transient chaos",
/// equations 3 and 4;
/// Schoenholz, Gilmer, Ganguli and Sohl-Dickstein 2017, "Deep information propagation".</remarks>
public static class SignalPropagation
{
    // Smaller ones have squares that are not numbers any more.
    private const double SmallestDeviation = 1e-150;

    /// <summary>The layers from the inputs on.</summary>
    /// <param name="kernel">The kernels of the activation f.</param>
    /// <param name="weightVariance">σ_w²: weights are drawn with variance σ_w²/fan-in; above 0.</param>
    /// <param name="biasVariance">σ_b², the variance of the biases; 0 or more.</param>
    /// <param name="firstVariance">q₁, the variance of the pre-activations of the first layer; 0 or more.</param>
    /// <param name="layers">How many; 1 or more.</param>
    /// <param name="parameters">Values of the activation's parameters; none for the defaults.</param>
    /// <returns>The list ends early, behind the first layer with a number that is not finite.</returns>
    public static IReadOnlyList<PropagatedLayer> Predict(
        ActivationKernel<double> kernel, double weightVariance, double biasVariance, double firstVariance, int layers,
        ReadOnlySpan<double> parameters = default)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(weightVariance);
        ArgumentOutOfRangeException.ThrowIfNegative(biasVariance);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(layers);
        ArgumentOutOfRangeException.ThrowIfNegative(firstVariance);
        var quadrature = new NormalQuadrature(kernel, parameters);
        var result = new List<PropagatedLayer>();
        for (var q = firstVariance; result.Count < layers && double.IsFinite(q);)
        {
            var moments = quadrature.Moments(Math.Max(Math.Sqrt(q), SmallestDeviation));
            result.Add(new(
                result.Count + 1, q, moments.Mean, moments.Variance, weightVariance * moments.SlopeSecondMoment));
            q = double.IsFinite(result[^1].GradientFactor)
                ? biasVariance + (weightVariance * moments.SecondMoment)
                : double.NaN;
        }

        return result;
    }
}
