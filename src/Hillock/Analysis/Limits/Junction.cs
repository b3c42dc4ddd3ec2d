using Hillock.Analysis.Intervals;
using Hillock.Expressions;
using Hillock.Expressions.Asymptotics;

namespace Hillock.Analysis.Limits;

/// <summary>How the two sides of a function meet at a point.</summary>
/// <param name="Point">The point.</param>
/// <param name="Order">How often it is continuously differentiable there: −1 where it is not even continuous,
/// <see cref="Smooth"/> where it is infinitely often.</param>
/// <param name="Because">The argument, one sentence.</param>
internal sealed record Junction(Breakpoint Point, int Order, string Because)
{
    /// <summary>Infinitely often differentiable.</summary>
    public const int Smooth = int.MaxValue;

    private static readonly int[] Orders = [5, 9, 16];

    /// <summary>The limits from the two sides; null where the point has no exact form.</summary>
    public Limit? Left { get; private init; }

    /// <summary>The limit from the right.</summary>
    public Limit? Right { get; private init; }

    /// <summary>The one-sided derivatives: ±∞ for a vertical tangent, NaN where there is none.</summary>
    public Bounds LeftSlope { get; private init; } = Unknown;

    /// <summary>The derivative from the right.</summary>
    public Bounds RightSlope { get; private init; } = Unknown;

    /// <summary>The value there, or null where the function is undefined or the value has no exact form.</summary>
    public Number? Value { get; private init; }

    /// <summary>Whether the function is undefined exactly at the point.</summary>
    public bool IsUndefined { get; private init; }

    /// <summary>Whether the function is undefined on a side and at the point itself: an end of its domain.</summary>
    public bool IsOpenEnd { get; private init; }

    private static Bounds Unknown => new(double.NaN, double.NaN);

    /// <summary>Looks at one breakpoint of a function.</summary>
    /// <exception cref="NotDecidedException">How the sides meet is not known.</exception>
    public static Junction At(PiecewiseForm form, int index)
    {
        var (point, left, right) = (form.Breakpoints[index], form.Pieces[index], form.Pieces[index + 1]);
        if (point.Exact is null) return AtEnclosed(form, point, left, right);
        var value = ValueAt(form.Formula, point.Exact);
        if (left is null || right is null) return AtEdge(point, left, right, value);
        foreach (var order in Orders)
            if (Compared(point, left, right, value, order) is { } junction)
                return junction with { Value = value, IsUndefined = value is null };
        throw new NotDecidedException(
            $"at {point.Exact} all derivatives that were computed agree, but the formulas of the two sides differ");
    }

    // Where the function ends; continuous there where the limit from inside is the value.
    private static Junction AtEdge(Breakpoint point, Expression? left, Expression? right, Number? value)
    {
        var (fromLeft, fromRight) = (LimitOf(left, point.Exact!, -1), LimitOf(right, point.Exact!, 1));
        var inside = fromLeft ?? fromRight;
        if (inside is { IsDecided: false })
            throw new NotDecidedException($"the limit beside {point.Exact} is not known");
        var isContinuous = value is not null && inside is { Kind: LimitKind.Finite }
            && (inside.Exact! - value).Sign() == 0;
        return new Junction(point, isContinuous ? 0 : -1, "The function is undefined on one side.")
        {
            Value = value,
            IsUndefined = value is null,
            IsOpenEnd = value is null,
            Left = fromLeft,
            Right = fromRight,
            LeftSlope = left is null ? Unknown : Slope(OneSidedSeries.Of(left, point.Exact!, -1, Orders[0])),
            RightSlope = right is null ? Unknown : Slope(OneSidedSeries.Of(right, point.Exact!, 1, Orders[0])),
        };
    }

    private static Limit? LimitOf(Expression? piece, Number point, int side) =>
        piece is null ? null : Limit.Beside(piece, point, side);

    private static Number? ValueAt(Expression f, Number point)
    {
        try
        {
            return Expansion.At(f, point);
        }
        catch (UndefinedException)
        {
            return null;
        }
    }

    private static Junction? Compared(Breakpoint point, Expression left, Expression right, Number? value, int order)
    {
        var a = OneSidedSeries.Of(left, point.Exact!, -1, order);
        var b = OneSidedSeries.Of(right, point.Exact!, 1, order);
        var known = Math.Min(Math.Min(a.Known, b.Known), 1 + Math.Min(a.Breaks ?? 1000, b.Breaks ?? 1000));
        var junction = new Junction(point, -1, "")
        {
            Left = a.Limit, Right = b.Limit, LeftSlope = Slope(a), RightSlope = Slope(b),
        };
        if (a.Breaks == -1 || b.Breaks == -1)
            return junction with { Because = "A one-sided limit is infinite or missing." };
        for (var k = 0; k < Math.Min(known, 64); k++)
        {
            var difference = a.Coefficient(k) - b.Coefficient(k);
            if (difference.Sign() != 0) return junction with { Order = k - 1, Because = Differing(k) };
            if (k == 0 && value is null) return junction with { Because = "It has a limit but no value." };
            if (k == 0 && (a.Coefficient(0) - value!).Sign() != 0)
                return junction with { Because = "Its value is not its limit." };
        }

        if (Math.Min(a.Breaks ?? Smooth, b.Breaks ?? Smooth) is not Smooth and var breaks && breaks < known)
            return junction with
            {
                Order = breaks,
                Because = $"Derivatives agree up to order {breaks}; the next is infinite on a side.",
            };
        if (a.Known == int.MaxValue && b.Known == int.MaxValue && a.Breaks is null && b.Breaks is null)
            return junction with { Order = Smooth, Because = "Both sides have the same complete expansion." };
        return CanonicalForm.AreEqual(left, right) && CanonicalForm.IsMeromorphicAt(left, point.Exact!)
            ? junction with { Order = Smooth, Because = "Both sides are the same analytic formula." }
            : null;
    }

    private static string Differing(int order) => order switch
    {
        0 => "The limits from the two sides differ.",
        1 => "The limits agree, the derivatives from the two sides differ.",
        _ => $"Derivatives agree up to order {order - 1}; those of order {order} differ.",
    };

    private static Bounds Slope(OneSidedSeries side)
    {
        if (side.Breaks == -1) return Unknown;
        if (side.Breaks != 0) return side.Known > 1 ? side.Coefficient(1).Bounds : Unknown;
        var infinite = side.InfiniteSlope > 0 ? double.PositiveInfinity : double.NegativeInfinity;
        return new Bounds(infinite, infinite);
    }

    // The point is a simple zero of what switches there, so that min, max, clamp and abs stay continuous.
    private static Junction AtEnclosed(PiecewiseForm form, Breakpoint point, Expression? left, Expression? right)
    {
        if (left is null || right is null)
            throw new NotDecidedException($"near {point.Nearest:R} the function becomes undefined");
        var place = new Interval(point.Place.Low, point.Place.High);
        if (CanonicalForm.AreEqual(left, right)
            && new EnclosedFunction(form.Formula).Over(place).Decoration == Decoration.Continuous)
            return new Junction(point, Smooth, "Both sides are the same formula, continuous there.");
        var (leftSlope, rightSlope) = (SlopeOver(left, place), SlopeOver(right, place));
        var junction = new Junction(point, -1, "") { LeftSlope = leftSlope, RightSlope = rightSlope };
        var jump = new EnclosedFunction(left - right).Over(place);
        if (jump.Sign is 1 or -1) return junction with { Because = "Enclosures of the two sides do not meet." };
        if (!point.Causes.All(cause => cause is Primitive.Min or Primitive.Max or Primitive.Clamp or Primitive.Abs))
            throw new NotDecidedException($"whether it jumps near {point.Nearest:R} is not known");
        if (leftSlope.Overlaps(rightSlope))
            throw new NotDecidedException($"whether it has a kink near {point.Nearest:R} is not known");
        return junction with
        {
            Order = 0,
            Because = "It is continuous by its form; enclosures of the two slopes do not meet.",
        };
    }

    private static Bounds SlopeOver(Expression piece, Interval place)
    {
        var slope = new EnclosedFunction(Derivative.WithRespectToX(piece)).Over(place);
        return new Bounds(slope.Lower, slope.Upper);
    }
}
