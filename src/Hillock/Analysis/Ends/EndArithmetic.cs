using Hillock.Analysis.Intervals;
using Hillock.Expressions;

namespace Hillock.Analysis.Ends;

/// <summary>Evaluates programs with expansions: what an expression does between a point and an end of a piece, proved
/// for all x there and not for the limit alone.</summary>
/// <remarks>
/// Towards ±∞ x is ±t, towards a point s it is s ± 1/t, t ≥ start. Intervals alone cannot say that x·σ(x) → 0 at −∞ or
/// that Φ(x) + x·φ(x) stays below 0 there: ∞ · 0 and the sign of a difference of two vanishing numbers are lost. Expansions
/// keep how fast each part grows or vanishes.
/// </remarks>
internal sealed class EndArithmetic : IEnclosureArithmetic<EndExpansion>
{
    private readonly double _start;

    /// <summary>Expansions for t ≥ <paramref name="start"/> ≥ 2.</summary>
    public EndArithmetic(double start) => _start = start;

    /// <summary>x towards ∞ (<paramref name="direction"/> = 1) or −∞ (−1).</summary>
    public EndExpansion TowardsInfinity(int direction) =>
        EndExpansion.Of(_start, Scale.OfPower(1), Coefficient.Exact(direction));

    /// <summary>x towards a point from above (<paramref name="side"/> = 1) or from below (−1).</summary>
    public EndExpansion TowardsPoint(double point, int side) =>
        Constant(point) + EndExpansion.Of(_start, Scale.OfPower(-1), Coefficient.Exact(side));

    /// <summary>A function of x, which is one of the above; null where it may be undefined or nothing is known.</summary>
    public EndExpansion? TryEvaluate(EnclosureProgram function, EndExpansion x)
    {
        try
        {
            return function.Evaluate(x, this);
        }
        catch (ArithmeticException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public EndExpansion Constant(Interval value) => EndExpansion.Of(_start, Scale.Unit, Coefficient.Constant(value));

    /// <inheritdoc/>
    public Interval Values(EndExpansion quantity) => quantity.Range;

    /// <inheritdoc/>
    public EndExpansion Apply(Primitive primitive, EndExpansion a, EndExpansion b, EndExpansion c) =>
        EndTable.Apply(primitive, a, b, c);

    /// <inheritdoc/>
    public EndExpansion Restrict(EndExpansion x, Interval range) => x;

    /// <inheritdoc/>
    public EndExpansion Choose(Interval condition, EndExpansion then, EndExpansion otherwise) => condition.Sign switch
    {
        1 => then,
        0 => otherwise,
        _ => EndExpansion.Within(_start, Interval.Hull(then.Range, otherwise.Range)),
    };
}
