namespace Hillock.Analysis.MeanField;

/// <summary>Searches for the edge of chaos of one activation: the σ_w with which χ₁ = 1 at a fixed point q* of the
/// variance map.</summary>
/// <remarks>χ₁ = 1 makes σ_w² = 1/E[f′(√q Z)²], so that q is all that is left to be found:
/// σ_b² + E[f(√q Z)²] / E[f′(√q Z)²] = q.</remarks>
internal sealed class EdgeSearch
{
    // A deviation so small that f is a line on each side of 0.
    private const double SmallDeviation = 1e-9;

    // Where the rounding of f does not hide yet whether f(x) is as small as x.
    private const double ContinuityDeviation = 1e-6;

    // By so little E f′² changes between that deviation and ten times as much, where f has slopes at 0.
    private const double SameSlope = 0.1;

    // The variances at which V(q) is compared with q, from the least up.
    private static readonly double[] NearZero = [.. Enumerable.Range(-10, 15).Select(n => Math.Pow(10, n))];

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

    /// <summary>Whether every q of the range is a solution to what a quadrature tells, as for positively homogeneous f
    /// without biases.</summary>
    public bool SeemsToHoldForEveryVariance => SignChanges.IsZero(_excess);

    /// <summary>The solutions with q* in the range.</summary>
    public IEnumerable<EdgePoint> Points() => SignChanges.Of(Excess, _excess).Select(PointAt);

    /// <summary>The solution q* = 0, which is one where σ_b = 0, f(0) = 0, and f is continuous with finite slopes at 0,
    /// not both 0; null where they are not finite, or f jumps there.</summary>
    public EdgePoint? AtZero()
    {
        var slopeSquare = _quadrature.Moments(SmallDeviation).SlopeSecondMoment;
        var farther = _quadrature.Moments(10 * SmallDeviation).SlopeSecondMoment;
        // Where f′ itself goes to 0 or ∞ there, as that of x² does, no weight makes up for it.
        if (!(slopeSquare > 0) || !(Math.Abs((farther / slopeSquare) - 1) < SameSlope)) return null;
        var weightVariance = 1 / slopeSquare;
        // Beside a jump f is much more than slope times distance.
        if (!(Math.Abs(Growth(ContinuityDeviation * ContinuityDeviation, weightVariance)) < SameSlope)) return null;
        return new(Math.Sqrt(weightVariance), new(0, Chi: 1, Slope: 1, AttractionOfZero(weightVariance)));
    }

    // V′(0) = 1, so that V(q) itself tells: on the least q at which it differs from q.
    private Attraction AttractionOfZero(double weightVariance)
    {
        var growth = NearZero.Select(q => Growth(q, weightVariance))
            .FirstOrDefault(growth => Math.Abs(growth) >= VarianceFixedPoint.SameAsOne);
        return growth < 0 ? Attraction.Attracting : growth > 0 ? Attraction.Repelling : Attraction.Neutral;
    }

    // V(q)/q − 1 without biases.
    private double Growth(double q, double weightVariance) =>
        (weightVariance * _quadrature.Moments(Math.Sqrt(q)).SecondMoment / q) - 1;

    private EdgePoint PointAt(double q)
    {
        var weightVariance = 1 / _quadrature.Moments(Math.Sqrt(q)).SlopeSecondMoment;
        return new(Math.Sqrt(weightVariance), new VarianceMap(_quadrature, weightVariance, _biasVariance).At(q));
    }

    // +∞ where f′ is 0 wherever the quadrature looks.
    private double Excess(double q)
    {
        var moments = _quadrature.Moments(Math.Sqrt(q));
        return moments.SlopeSecondMoment == 0
            ? double.PositiveInfinity
            : _biasVariance + (moments.SecondMoment / moments.SlopeSecondMoment) - q;
    }
}
