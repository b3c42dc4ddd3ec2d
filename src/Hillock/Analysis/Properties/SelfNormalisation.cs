using Hillock.Analysis.MeanField;

namespace Hillock.Analysis.Properties;

/// <summary>Whether layers pull mean and variance of their activations towards 0 and 1.</summary>
/// <param name="IsSelfNormalising">Whether (0, 1) is a fixed point, to 1e-6, and the map a contraction there.</param>
/// <param name="FixedPoints">All fixed points that were found, by ascending variance, the trivial variance 0 apart.</param>
/// <param name="SearchedFrom">The least variance that was looked at; 0 where all are covered by a proof.</param>
/// <param name="SearchedTo">The greatest.</param>
/// <remarks>Klambauer et al. 2017, definition 1.</remarks>
public sealed record SelfNormalisation(
    bool IsSelfNormalising, IReadOnlyList<MomentFixedPoint> FixedPoints, double SearchedFrom, double SearchedTo)
{
    private const double Near = 1e-6;

    internal static Finding<SelfNormalisation> Of(AnalysedFunction f)
    {
        if (Shrinks(f))
            return new(
                new(false, [], 0, double.PositiveInfinity), Certainty.Proved,
                "|f(x) − f(y)| ≤ |x − y| and f is not affine, so that Var f(√ν Z) < ν for every ν > 0.");
        var quadrature = new NormalQuadrature(f);
        var excess = SignChanges.OnGrid(Excess);
        var upTo = SignChanges.DefinedUpTo(excess);
        if (upTo == 0) return new(null, Certainty.NotDecided, "E f² does not exist.");
        var keepsEvery = SignChanges.IsZero(excess);
        MomentFixedPoint[] points = keepsEvery
            ? [PointAt(1)]
            : [.. SignChanges.Of(Excess, excess).Select(PointAt)];
        return new(
            new(points.Any(IsAttractingAtStandard), points, SignChanges.From, upTo),
            Certainty.Measured,
            keepsEvery
                ? "Var f(√ν Z) = ν for every ν that was looked at."
                : $"By quadrature at {SignChanges.CountUpTo(upTo)} variances in {SignChanges.Range(upTo)}.");

        double Excess(double variance) => quadrature.Moments(Math.Sqrt(variance)).Variance - variance;

        MomentFixedPoint PointAt(double variance)
        {
            var moments = quadrature.Moments(Math.Sqrt(variance));
            return new(moments.Mean, variance, moments.MeanByVariance, moments.VarianceByVariance);
        }
    }

    // Var f(X) = ½ E (f(X) − f(Y))² for independent X and Y, and only slopes 1 or −1 throughout keep all distances.
    private static bool Shrinks(AnalysedFunction f) =>
        DomainProperty.Of(f) is { Status: Certainty.Proved, Value.IsEverywhere: true }
        && LipschitzProperty.Of(f) is { Status: Certainty.Proved or Certainty.Bounded, Value.Upper: <= 1 }
        && ConvexityProperty.Of(f) is { Status: Certainty.Proved, Value: not Curvature.Affine };

    private static bool IsAttractingAtStandard(MomentFixedPoint point) =>
        Math.Abs(point.Mean) <= Near && Math.Abs(point.Variance - 1) <= Near && point.SpectralNorm < 1;
}
