using Hillock.Expressions;
using Hillock.Expressions.Asymptotics;

namespace Hillock.Analysis.Limits;

/// <summary>A function cut at all points where it may switch or be singular: between them it is one formula without
/// switches, analytic throughout or undefined throughout.</summary>
internal sealed class PiecewiseForm
{
    private PiecewiseForm(Expression formula, IReadOnlyList<Breakpoint> breakpoints, IReadOnlyList<Expression?> pieces)
    {
        Formula = formula;
        Breakpoints = breakpoints;
        Pieces = pieces;
    }

    /// <summary>The whole formula, in x alone.</summary>
    public Expression Formula { get; }

    /// <summary>The points, from left to right; at some of them nothing happens.</summary>
    public IReadOnlyList<Breakpoint> Breakpoints { get; }

    /// <summary>One formula more than there are points; null where the function is undefined.</summary>
    public IReadOnlyList<Expression?> Pieces { get; }

    /// <summary>Cuts a function.</summary>
    /// <param name="f">A function of x alone, parameters put in.</param>
    /// <exception cref="NotDecidedException">The points are infinitely many or cannot be found.</exception>
    public static PiecewiseForm Of(Expression f)
    {
        var breakpoints = Merged(PointsOf(f));
        var pieces = new Expression?[breakpoints.Count + 1];
        for (var i = 0; i < pieces.Length; i++) pieces[i] = Piece(f, Between(breakpoints, i));
        return new PiecewiseForm(f, breakpoints, pieces);
    }

    private static List<Breakpoint> PointsOf(Expression f)
    {
        var points = new List<Breakpoint>();
        var seen = new HashSet<Expression>();
        f.Any(node =>
        {
            if (node is not Operation o || !seen.Add(o) || !o.DependsOnX) return false;
            foreach (var point in SingularParts.PointsOf(o))
            {
                point.Causes.Add(o.Primitive);
                points.Add(point);
            }

            return false;
        });
        return points;
    }

    private static List<Breakpoint> Merged(List<Breakpoint> points)
    {
        var merged = new List<Breakpoint>();
        foreach (var point in points.OrderBy(p => p.Nearest))
        {
            if (merged.Count > 0 && merged[^1].Place.Overlaps(point.Place))
            {
                if (!IsSame(merged[^1], point))
                    throw new NotDecidedException($"two points near {point.Nearest:R} are too near to be told apart");
                merged[^1].Causes.UnionWith(point.Causes);
            }
            else
            {
                merged.Add(point);
            }
        }

        return merged;
    }

    private static bool IsSame(Breakpoint a, Breakpoint b) =>
        a.Exact is not null && b.Exact is not null && (a.Exact - b.Exact).IsZero;

    /// <summary>A number strictly between two neighbouring points, or beyond the outermost.</summary>
    private static Number Between(List<Breakpoint> points, int index)
    {
        if (points.Count == 0) return new Number(Rational.Half);
        if (index == 0) return new Number(Rational.Of(Math.Floor(points[0].Place.Low) - 1));
        if (index == points.Count) return new Number(Rational.Of(Math.Ceiling(points[^1].Place.High) + 1));
        var (left, right) = (points[index - 1].Place.High, points[index].Place.Low);
        var middle = (left / 2) + (right / 2);
        // A short number keeps exact arithmetic short.
        var rounded = Math.Round(middle, 2);
        if (left < rounded && rounded < right) return new Number(Rational.Of((int)Math.Round(rounded * 100), 100));
        return left < middle && middle < right
            ? new Number(Rational.Of(middle))
            : throw new NotDecidedException($"two points near {middle:R} are too near to be told apart");
    }

    private static Expression? Piece(Expression f, Number at)
    {
        try
        {
            var piece = Resolved(f, at);
            Expansion.At(piece, at);
            return piece;
        }
        catch (UndefinedException)
        {
            return null;
        }
    }

    // The formula with each switch as it stands at a point.
    private static Expression Resolved(Expression e, Number at)
    {
        if (e is not Operation o) return e;
        return o.Primitive switch
        {
            Primitive.Where => Resolved(Expansion.At(o[0], at).IsZero ? o[2] : o[1], at),
            Primitive.Min => Resolved(Sign(o[0] - o[1]) <= 0 ? o[0] : o[1], at),
            Primitive.Max => Resolved(Sign(o[0] - o[1]) >= 0 ? o[0] : o[1], at),
            Primitive.Clamp => Resolved(Clamped(), at),
            Primitive.Abs => Sign(o[0]) < 0 ? -Resolved(o[0], at) : Resolved(o[0], at),
            Primitive.Sign => Sign(o[0]),
            Primitive.Floor when Expansion.At(o, at).AsRational is { } step => step.ToBounds().Low,
            _ => new Operation(o.Primitive, [.. o.Operands.Select(operand => Resolved(operand, at))]),
        };

        int Sign(Expression a) => Expansion.At(a, at).Sign();

        Expression Clamped() => Sign(o[0] - o[1]) < 0
            ? (Sign(o[1] - o[2]) > 0 ? o[2] : o[1])
            : Sign(o[0] - o[2]) > 0 ? o[2] : o[0];
    }
}
