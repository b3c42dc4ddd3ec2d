using Hillock.Analysis.MeanField;
using Hillock.Kernels;

namespace Hillock.Analysis;

/// <summary>Expectations of an activation whose input is normally distributed, x ~ N(0, q), as in the mean-field theory
/// of wide networks.</summary>
/// <param name="Mean">E[f(x)].</param>
/// <param name="SecondMoment">E[f(x)²].</param>
/// <param name="SlopeSecondMoment">E[f′(x)²], where f′ counts as at the points that have one: a jump adds nothing.
/// </param>
/// <param name="MeanByVariance">∂E[f(x)]/∂q.</param>
/// <param name="SecondMomentByVariance">∂E[f(x)²]/∂q.</param>
public readonly record struct GaussianMoments(
    double Mean, double SecondMoment, double SlopeSecondMoment, double MeanByVariance, double SecondMomentByVariance)
{
    /// <summary>E[f(x)²] − E[f(x)]².</summary>
    public double Variance => SecondMoment - (Mean * Mean);

    /// <summary>∂Var[f(x)]/∂q.</summary>
    public double VarianceByVariance => SecondMomentByVariance - (2 * Mean * MeanByVariance);

    /// <summary>The factor 1/√E[f(x)²] on weights of variance 1/fan-in that gives the next layer's pre-activations
    /// variance 1, where this was computed for x ~ N(0, 1).</summary>
    public double Gain => 1 / Math.Sqrt(SecondMoment);

    /// <summary>The moments for x ~ N(0, <paramref name="standardDeviation"/>²).</summary>
    /// <param name="kernel">The kernels of the activation f.</param>
    /// <param name="standardDeviation">The standard deviation of x, greater than 0.</param>
    /// <param name="parameters">Values of the activation's parameters; none for the defaults.</param>
    /// <remarks>
    /// Gauss–Legendre panels on [−12σ, 12σ] between the kinks, halved until the halves agree with the whole. A moment
    /// that does not settle, because of a pole or because f outgrows the normal density, is NaN.
    /// </remarks>
    public static GaussianMoments Compute(
        ActivationKernel<double> kernel, double standardDeviation = 1, ReadOnlySpan<double> parameters = default)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        return new NormalQuadrature(kernel, parameters).Moments(standardDeviation);
    }
}
