using Hillock.Kernels;

namespace Hillock.Analysis;

/// <summary>Expectations of an activation whose input is normally distributed, as in the mean-field theory of wide
/// networks.</summary>
/// <param name="Mean">E[f(x)].</param>
/// <param name="SecondMoment">E[f(x)²].</param>
/// <param name="SlopeSecondMoment">E[f′(x)²].</param>
public readonly record struct GaussianMoments(double Mean, double SecondMoment, double SlopeSecondMoment)
{
    /// <summary>Beyond 12 standard deviations lies a probability of 4e-33.</summary>
    private const double Reach = 12;
    private const int Panels = 96;
    private const int MostHalvings = 30;

    /// <summary>Error allowed to one panel: relative where its integral is greater than 1, else absolute.</summary>
    private const double Tolerance = 1e-11;

    /// <summary>A panel that still changes by this after all halvings holds a pole: the moment does not exist.</summary>
    private const double Unsettled = 1e-8;

    /// <summary>E[f(x)²] − E[f(x)]².</summary>
    public double Variance => SecondMoment - Mean * Mean;

    /// <summary>The factor 1/√E[f(x)²] on weights of variance 1/fan-in that gives the next layer's pre-activations
    /// variance 1, where this was computed for x ~ N(0, 1).</summary>
    public double Gain => 1 / Math.Sqrt(SecondMoment);

    /// <summary>The moments for x ~ N(0, <paramref name="standardDeviation"/>²).</summary>
    /// <param name="kernel">The kernels of the activation f.</param>
    /// <param name="standardDeviation">The standard deviation of x, greater than 0.</param>
    /// <param name="parameters">Values of the activation's parameters; none for the defaults.</param>
    /// <remarks>
    /// Gauss–Legendre panels on [−12σ, 12σ], halved until the halves agree with the whole; thus kinks and jumps of f
    /// or f′ cost some halvings around them and no accuracy. A moment that does not exist, because of a pole or because f
    /// outgrows the normal density, is NaN.
    /// </remarks>
    public static GaussianMoments Compute(
        ActivationKernel<double> kernel, double standardDeviation = 1, ReadOnlySpan<double> parameters = default)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(standardDeviation);
        var (sum, ends) = (default(GaussianMoments), default(GaussianMoments));
        const double width = 2 * Reach / Panels;
        for (var panel = 0; panel < Panels; panel++)
        {
            var left = -Reach + panel * width;
            var whole = Integrate(kernel, parameters, standardDeviation, left, left + width);
            var refined = Refine(kernel, parameters, standardDeviation, left, left + width, whole, MostHalvings);
            sum = sum.Plus(refined);
            if (panel is 0 or Panels - 1) ends = ends.Plus(refined);
        }

        // What has not died away at the ends of the range has not been integrated.
        return sum.OrUndetermined(default, ends);
    }

    private static GaussianMoments Refine(
        ActivationKernel<double> kernel, ReadOnlySpan<double> parameters, double deviation,
        double left, double right, GaussianMoments whole, int halvingsLeft)
    {
        var middle = (left + right) / 2;
        var lower = Integrate(kernel, parameters, deviation, left, middle);
        var upper = Integrate(kernel, parameters, deviation, middle, right);
        var halves = lower.Plus(upper);
        // A NaN or an infinity does not get better by halving.
        if (!halves.IsFinite || halves.IsCloseTo(whole)) return halves;
        // Around a kink the last halves no longer matter; around a pole they still do.
        if (halvingsLeft == 0) return halves.OrUndetermined(whole, halves);
        return Refine(kernel, parameters, deviation, left, middle, lower, halvingsLeft - 1)
            .Plus(Refine(kernel, parameters, deviation, middle, right, upper, halvingsLeft - 1));
    }

    private static GaussianMoments Integrate(
        ActivationKernel<double> kernel, ReadOnlySpan<double> parameters, double deviation, double left, double right)
    {
        const int count = 2 * GaussLegendre.Half;
        Span<double> z = stackalloc double[count], weight = stackalloc double[count];
        GaussLegendre.Place(left, right, z, weight);

        Span<double> x = stackalloc double[count], value = stackalloc double[count], slope = stackalloc double[count];
        for (var i = 0; i < count; i++)
            x[i] = deviation * z[i];
        kernel.ValueAndDerivative(x, value, slope, parameters);

        var sum = default(GaussianMoments);
        for (var i = 0; i < count; i++)
        {
            var probability = weight[i] * Math.Exp(-z[i] * z[i] / 2) / Math.Sqrt(2 * Math.PI);
            sum = sum.Plus(new(
                probability * value[i], probability * value[i] * value[i], probability * slope[i] * slope[i]));
        }
        return sum;
    }

    private GaussianMoments Plus(GaussianMoments other) => new(
        Mean + other.Mean, SecondMoment + other.SecondMoment, SlopeSecondMoment + other.SlopeSecondMoment);

    /// <summary>This, with NaN for each moment in which two estimates differ.</summary>
    private GaussianMoments OrUndetermined(GaussianMoments first, GaussianMoments second)
    {
        return new(
            Settled(Mean, first.Mean - second.Mean),
            Settled(SecondMoment, first.SecondMoment - second.SecondMoment),
            Settled(SlopeSecondMoment, first.SlopeSecondMoment - second.SlopeSecondMoment));

        static double Settled(double moment, double difference) =>
            Math.Abs(difference) > Unsettled * Math.Max(1, Math.Abs(moment)) ? double.NaN : moment;
    }

    private bool IsFinite =>
        double.IsFinite(Mean) && double.IsFinite(SecondMoment) && double.IsFinite(SlopeSecondMoment);

    private bool IsCloseTo(GaussianMoments other) =>
        IsClose(Mean, other.Mean)
        && IsClose(SecondMoment, other.SecondMoment)
        && IsClose(SlopeSecondMoment, other.SlopeSecondMoment);

    private static bool IsClose(double left, double right) =>
        Math.Abs(left - right) <= Tolerance * Math.Max(1, Math.Abs(right));
}
