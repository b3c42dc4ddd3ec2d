namespace Hillock.Analysis.MeanField;

/// <summary>Searches for the edge of chaos of one activation: the σ_w with which χ₁ = 1 at a fixed point q* of the
/// variance map.</summary>
/// <remarks>χ₁ = 1 makes σ_w² = 1/E[f′(√q Z)²], so that q is all that is left to be found:
/// σ_b² + E[f(√q Z)²] / E[f′(√q Z)²] = q.</remarks>
internal sealed class EdgeSearch
{
    // A deviation so small that f is a line on each side of 0.
    private const double SmallDeviation = 1e-9;

    private readonly NormalQuadrature _quadrature;
    private readonly double _biasVariance;
    private readonly IReadOnlyList<double> _excess;

    /// <param name="quadrature">The moments of f.</param>
    /// <param name="biasDeviation">σ_b.</param>
    public EdgeSearch(NormalQuadrature quadrature, double biasDeviation)
    {
        (_quadrature, _biasVariance) = (quadrature, biasDeviation * biasDeviation);
        _excess = SignChanges.OnGrid(Excess);
    }

    /// <summary>The greatest q up to which the moments exist; 0 where they do not.</summary>
    public double DefinedUpTo => SignChanges.DefinedUpTo(_excess);

    /// <summary>Whether every q of the range is a solution, as it is for positively homogeneous f without biases.</summary>
    public bool HoldsForEveryVariance => SignChanges.IsZero(_excess);

    /// <summary>The solutions with q* in the range.</summary>
    public IEnumerable<EdgePoint> Points() => HoldsForEveryVariance
        ? [EveryVariance()]
        : SignChanges.Of(Excess, _excess).Select(PointAt);

    /// <summary>The solution q* = 0, which is one where σ_b = 0 and f(0) = 0.</summary>
    public EdgePoint AtZero()
    {
        var slopeSquare = _quadrature.Moments(SmallDeviation).SlopeSecondMoment;
        // Where f′ itself goes to 0 there, as that of x² does, no finite weight makes up for it.
        if (slopeSquare < 0.5 * _quadrature.Moments(10 * SmallDeviation).SlopeSecondMoment) slopeSquare = 0;
        var weightVariance = 1 / slopeSquare;
        var near = Math.Sqrt(SignChanges.From);
        var growth = (weightVariance * _quadrature.Moments(near).SecondMoment / (near * near)) - 1;
        var attraction = Math.Abs(growth) < VarianceFixedPoint.SameAsOne ? Attraction.Neutral
            : growth < 0 ? Attraction.Attracting
            : Attraction.Repelling;
        return new(Math.Sqrt(weightVariance), new(0, Chi: 1, Slope: 1, attraction));
    }

    private EdgePoint EveryVariance() => new(
        1 / Math.Sqrt(_quadrature.Moments(1).SlopeSecondMoment), new(null, Chi: 1, Slope: 1, Attraction.Neutral));

    private EdgePoint PointAt(double q)
    {
        var weightVariance = 1 / _quadrature.Moments(Math.Sqrt(q)).SlopeSecondMoment;
        return new(Math.Sqrt(weightVariance), new VarianceMap(_quadrature, weightVariance, _biasVariance).At(q));
    }

    // +∞ where f′ is 0 wherever x may be.
    private double Excess(double q)
    {
        var moments = _quadrature.Moments(Math.Sqrt(q));
        return moments.SlopeSecondMoment == 0
            ? double.PositiveInfinity
            : _biasVariance + (moments.SecondMoment / moments.SlopeSecondMoment) - q;
    }
}
