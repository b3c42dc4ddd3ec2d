using Hillock.Analysis.Intervals;
using Hillock.Analysis.Pieces;
using Hillock.Expressions;
using Hillock.Expressions.Asymptotics;

namespace Hillock.Analysis.Properties;

/// <summary>The solutions of f(x) = x, from the signs of f(x) − x.</summary>
internal static class FixedPointsProperty
{
    /// <summary>All of them, or not decided.</summary>
    public static Finding<FixedPoints> Of(AnalysedFunction function)
    {
        try
        {
            return Of(function, Shape.Of(ExactNumbers.Simplify(function.ExactFormula - Expression.X)));
        }
        catch (NotDecidedException e)
        {
            return new(null, Certainty.NotDecided, $"Not decided: {e.Message}.");
        }
    }

    private static Finding<FixedPoints> Of(AnalysedFunction function, Shape difference)
    {
        var slope = new EnclosedFunction(Derivative.WithRespectToX(function.ExactFormula));
        var (points, intervals) = (new List<FixedPoint>(), new List<FixedInterval>());
        foreach (var piece in difference.Function.Pieces)
        {
            var cells = difference.Signs(piece, 0, strict: true);
            for (var i = 0; i < cells.Count; i++)
            {
                var cell = cells[i];
                if (cell.Kind == SignKind.Undecided)
                    return new(null, Certainty.NotDecided, "Not decided: f(x) − x may have further zeros.");
                if (cell is { Kind: SignKind.Strict, Sign: 0 }) intervals.Add(Closed(cell.Left, cell.Right));
                if (cell.Kind == SignKind.Zero)
                    points.Add(PointAt(new(cell.Left, cell.Right), slope, SignOf(cells, i - 1), SignOf(cells, i + 1)));
            }
        }

        foreach (var seam in difference.Function.Seams)
        {
            if (seam.Value.IsEmpty || seam.Value.Sign is 1 or -1)
            {
                Open(intervals, seam.At);
                continue;
            }

            if (!seam.Value.IsZero)
                return new(null, Certainty.NotDecided, "Not decided: whether f(x) = x at a seam is hidden by rounding.");
            if (!intervals.Exists(interval => interval.Lower <= seam.At.Lower && seam.At.Upper <= interval.Upper))
                points.Add(PointAt(difference, seam, slope));
        }

        points.Sort((a, b) => a.At.Lower.CompareTo(b.At.Lower));
        return new(
            new(points, Joined(intervals)), Certainty.Proved,
            points.Count + intervals.Count == 0
                ? "f(x) − x is 0 nowhere: its sign is known on every piece and at every seam."
                : "f(x) − x is 0 there and nowhere else.");
    }

    private static FixedInterval Closed(double lower, double upper) =>
        new(lower, upper, double.IsFinite(lower), double.IsFinite(upper));

    // What f is at a seam need not be what it is beside it.
    private static void Open(List<FixedInterval> intervals, Interval at)
    {
        for (var i = 0; i < intervals.Count; i++)
        {
            var interval = intervals[i];
            if (at.Contains(interval.Upper))
                intervals[i] = interval = interval with { IncludesUpper = false };
            if (at.Contains(interval.Lower))
                intervals[i] = interval with { IncludesLower = false };
        }
    }

    // Where f jumps, its slopes beside the point say nothing of what iterating does.
    private static FixedPoint PointAt(Shape difference, Seam seam, EnclosedFunction slope)
    {
        var point = PointAt(
            seam.At, slope, Beside(difference, seam.Left, ^1), Beside(difference, seam.Right, 0));
        return seam.IsContinuous == true ? point : point with { Stability = Stability.Undecided };
    }

    private static int SignOf(IReadOnlyList<SignCell> cells, int index) =>
        index >= 0 && index < cells.Count ? cells[index].Sign : 0;

    private static int Beside(Shape difference, SmoothPiece? piece, Index cell) =>
        piece is null ? 0 : difference.Signs(piece, 0, strict: true)[cell].Sign;

    // before and after are the signs of f(x) − x on the two sides.
    private static FixedPoint PointAt(Interval at, EnclosedFunction slope, int before, int after)
    {
        // Next to a kink on both sides of it.
        var near = slope.Over(new(Math.BitDecrement(at.Lower), Math.BitIncrement(at.Upper)));
        if (near.IsEmpty) near = Interval.Entire;
        return new(Enclosure.Of(at), Enclosure.Of(near), StabilityOf(near, before, after));
    }

    private static Stability StabilityOf(Interval slope, int before, int after)
    {
        var size = Interval.Abs(slope);
        if (size.Upper < 1) return Stability.Attracting;
        if (size.Lower > 1) return Stability.Repelling;
        // A rising f moves points monotonically: towards the fixed point where it lifts those below and lowers those above.
        return (slope.Lower > 0, before, after) switch
        {
            (true, 1, -1) => Stability.Attracting,
            (true, -1, 1) => Stability.Repelling,
            _ => Stability.Undecided,
        };
    }

    private static List<FixedInterval> Joined(List<FixedInterval> intervals)
    {
        var joined = new List<FixedInterval>();
        foreach (var interval in intervals.OrderBy(interval => interval.Lower))
        {
            if (joined.Count > 0 && Meet(joined[^1], interval))
                joined[^1] = joined[^1] with { Upper = interval.Upper, IncludesUpper = interval.IncludesUpper };
            else joined.Add(interval);
        }

        return joined;
    }

    private static bool Meet(FixedInterval first, FixedInterval second) =>
        first.Upper >= second.Lower && first.IncludesUpper && second.IncludesLower;
}
