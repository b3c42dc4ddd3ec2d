namespace Hillock.Analysis.MeanField;

/// <summary>The variance map of a wide network, V(q) = σ_b² + σ_w² E[f(√q Z)²], and its fixed points.</summary>
internal sealed class VarianceMap(NormalQuadrature quadrature, double weightVariance, double biasVariance)
{
    /// <summary>All fixed points found on [<see cref="SignChanges.From"/>, <see cref="SignChanges.To"/>].</summary>
    public IReadOnlyList<VarianceFixedPoint> FixedPoints() =>
        [.. SignChanges.Of(Excess, SignChanges.OnGrid(Excess)).Select(At)];

    /// <summary>What there is to say of a fixed point q*.</summary>
    public VarianceFixedPoint At(double q)
    {
        var moments = quadrature.Moments(Math.Sqrt(q));
        var slope = weightVariance * moments.SecondMomentByVariance;
        return new(q, weightVariance * moments.SlopeSecondMoment, slope, AttractionOf(slope));
    }

    public static Attraction AttractionOf(double slope) =>
        Math.Abs(Math.Abs(slope) - 1) < VarianceFixedPoint.SameAsOne ? Attraction.Neutral
        : Math.Abs(slope) < 1 ? Attraction.Attracting
        : Attraction.Repelling;

    private double Excess(double q) =>
        biasVariance + (weightVariance * quadrature.Moments(Math.Sqrt(q)).SecondMoment) - q;
}
