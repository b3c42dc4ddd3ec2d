using Hillock.Expressions;

namespace Hillock.Analysis.Intervals;

/// <summary>A condition that holds on one side of a point: x &lt; 3, or (x + 3)/6 &lt; 1.</summary>
/// <param name="Boundary">Encloses the point.</param>
/// <param name="HoldsBelow">Whether it holds below the point.</param>
internal sealed record ConditionOnX(Interval Boundary, bool HoldsBelow)
{
    /// <summary>The condition, or null where its two sides do not differ by a linear function of x.</summary>
    public static ConditionOnX? TryFrom(Operation condition)
    {
        var difference = new Operation(Primitive.Subtract, condition[0], condition[1]);
        if (LinearRoot.TryFind(difference) is not var (root, slope)) return null;
        var isLess = condition.Primitive is Primitive.Less or Primitive.LessOrEqual;
        return new(root, isLess == slope > 0);
    }

    /// <summary>The part of a range where it may hold, or where it may not hold.</summary>
    public Interval Where(Interval range, bool holds) => Interval.Intersection(
        range,
        holds == HoldsBelow
            ? new(double.NegativeInfinity, Boundary.Upper)
            : new(Boundary.Lower, double.PositiveInfinity));
}
