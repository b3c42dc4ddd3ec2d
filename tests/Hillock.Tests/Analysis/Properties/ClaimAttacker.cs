using Hillock.Analysis;
using Hillock.Analysis.Properties;
using Hillock.Precision;
using Hillock.Verification;

namespace Hillock.Tests.Analysis.Properties;

/// <summary>Tries to refute what properties claim, with values of 320 bits at random points and at those where things
/// happen: next to 0, whole numbers, kinks, turning points, far out.</summary>
internal sealed class ClaimAttacker
{
    private static readonly Dictionary<string, double> NoParameters = [];

    // Farther out 320 bits no longer tell a function from its limit.
    private const double Tellable = 12;

    private readonly List<(double X, BigReal Value)> _values = [];

    /// <summary>Evaluates a function where it may be weak.</summary>
    /// <param name="function">The function.</param>
    /// <param name="count">How many random points are taken.</param>
    /// <param name="interesting">Points to look at closely, such as those of a claim.</param>
    public ClaimAttacker(AnalysedFunction function, int count, params IEnumerable<double> interesting)
    {
        foreach (var x in Points(count, interesting).Distinct().Order())
            if (PreciseEvaluation.TryEvaluate(function.Formula, x, NoParameters) is { } value)
                _values.Add((x, value));
    }

    /// <summary>A value outside the range.</summary>
    public string? Refute(FunctionRange range)
    {
        foreach (var (x, value) in _values)
            if (IsBelow(value, range.Infimum.Value.Lower) || IsBelow(-value, -range.Supremum.Value.Upper))
                return $"f({x:R}) = {value} is outside {range}";
        return null;
    }

    /// <summary>Two points in the wrong order.</summary>
    public string? Refute(Monotonicity claim) => Refute(claim, double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>Two points of one piece in the wrong order.</summary>
    public string? Refute(IReadOnlyList<MonotonePiece> pieces) => pieces
        .Select(piece => Refute(piece.Monotonicity, piece.From.Upper, piece.To.Lower))
        .FirstOrDefault(refutation => refutation is not null);

    /// <summary>A chord steeper than the constant.</summary>
    public string? RefuteLipschitz(Enclosure constant)
    {
        if (double.IsInfinity(constant.Upper)) return null;
        foreach (var (a, b) in Neighbours(double.NegativeInfinity, double.PositiveInfinity))
            if (BigReal.Abs(b.Value - a.Value) > (constant.Upper * ((BigReal)b.X - a.X)) + (1e-80 * BigReal.Abs(b.Value)))
                return $"between {a.X:R} and {b.X:R} it is steeper than {constant}";
        return null;
    }

    /// <summary>Three points bent the wrong way.</summary>
    public string? Refute(Curvature claim)
    {
        if (claim == Curvature.Neither) return null;
        for (var i = 2; i < _values.Count; i++)
        {
            var (a, b, c) = (_values[i - 2], _values[i - 1], _values[i]);
            var bend = ((c.Value - b.Value) * ((BigReal)b.X - a.X)) - ((b.Value - a.Value) * ((BigReal)c.X - b.X));
            var isWrong = claim switch
            {
                Curvature.Convex => bend.Sign < 0,
                Curvature.Concave => bend.Sign > 0,
                _ => bend.Sign != 0,
            };
            // A straight line computed with 320 bits may bend in the last of them.
            if (isWrong && IsBelow(1e-60 * (BigReal.Abs(c.Value) + BigReal.Abs(a.Value)), BigReal.Abs(bend).ToDouble()))
                return $"at {a.X:R}, {b.X:R}, {c.X:R} it is not {claim}";
        }

        return null;
    }

    /// <summary>One value at two points.</summary>
    public string? RefuteInvertible()
    {
        var byValue = _values.OrderBy(value => value.Value).ToList();
        foreach (var (a, b) in byValue.Zip(byValue.Skip(1)))
            if (a.Value == b.Value && IsTellable(a.X, b.X))
                return $"f({a.X:R}) = f({b.X:R})";
        return null;
    }

    /// <summary>A fixed point where none is claimed: f(x) − x changes its sign between two near points without one.
    /// </summary>
    public string? Refute(FixedPoints claim)
    {
        for (var i = 0; i < _values.Count; i++)
            if (_values[i] is var (x, value) && value == x && IsTellable(x, x) && !GoesOnOutwards(i) && !Lists(claim, x, x))
                return $"f({x:R}) = {value}";
        foreach (var (a, b) in Neighbours(double.NegativeInfinity, double.PositiveInfinity))
        {
            var (before, after) = ((a.Value - a.X).Sign, (b.Value - b.X).Sign);
            var isStep = IsBelow(0.1, BigReal.Abs(b.Value - a.Value).ToDouble());
            if (before * after < 0 && !isStep && !Lists(claim, a.X, b.X))
                return $"f(x) − x changes its sign between {a.X:R} and {b.X:R}";
        }

        return null;
    }

    // Steep functions come so near to x that 320 bits no longer tell: then f(x) = x from some point on to the last one. Of
    // one that is x itself the same is seen next to 0 already.
    private bool GoesOnOutwards(int index)
    {
        var side = Math.Sign(_values[index].X);
        return Math.Abs(_values[index].X) > 1
            && _values.Where(value => side * (value.X - _values[index].X) >= 0).All(value => value.Value == value.X);
    }

    private static bool IsTellable(double a, double b) => Math.Abs(a) <= Tellable && Math.Abs(b) <= Tellable;

    private static bool Lists(FixedPoints claim, double from, double to) =>
        claim.Points.Select(point => point.At).Concat(claim.Intervals.Select(each => new Enclosure(each.Lower, each.Upper)))
            .Any(at => at.Lower <= to && from <= at.Upper);

    private string? Refute(Monotonicity claim, double from, double to)
    {
        foreach (var (a, b) in Neighbours(from, to))
        {
            var order = b.Value.CompareTo(a.Value);
            if ((order == 0 || AreLost(a.Value, b.Value)) && !IsTellable(a.X, b.X)) continue;
            var holds = claim switch
            {
                Monotonicity.Increasing => order > 0,
                Monotonicity.NonDecreasing => order >= 0,
                Monotonicity.Constant => order == 0,
                Monotonicity.NonIncreasing => order <= 0,
                Monotonicity.Decreasing => order < 0,
                _ => true,
            };
            if (!holds) return $"f({a.X:R}) = {a.Value}, f({b.X:R}) = {b.Value} is not {claim}";
        }

        return null;
    }

    // Exponents have an end: exp(−exp(100)) lies beyond it.
    private static bool AreLost(BigReal a, BigReal b) => a.ToDouble() == 0 && b.ToDouble() == 0;

    private IEnumerable<((double X, BigReal Value) A, (double X, BigReal Value) B)> Neighbours(double from, double to)
    {
        var inside = _values.Where(value => from < value.X && value.X < to).ToList();
        return inside.Zip(inside.Skip(1));
    }

    private static bool IsBelow(BigReal value, double bound) =>
        double.IsPositiveInfinity(bound) || (!double.IsNegativeInfinity(bound) && value < bound);

    private static IEnumerable<double> Points(int count, IEnumerable<double> interesting)
    {
        var random = new Random(7);
        foreach (var x in interesting.Where(double.IsFinite))
            foreach (var distance in (double[])[0, 1e-15, 1e-9, 1e-4, 0.03])
                foreach (var side in (int[])[-1, 1])
                    yield return x + (side * distance * Math.Max(1, Math.Abs(x)));
        for (var i = 0; i < count; i++)
        {
            yield return (random.NextDouble() - 0.5) * 8;
            yield return (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-8, 3));
        }

        for (var n = -4; n <= 4; n++) yield return n;
        foreach (var far in (double[])[-1e3, -100, -30, 30, 100, 1e3]) yield return far;
    }
}
