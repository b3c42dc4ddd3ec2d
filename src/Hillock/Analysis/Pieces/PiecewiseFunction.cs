using Hillock.Analysis.Ends;
using Hillock.Analysis.Intervals;
using Hillock.Expressions;
using Hillock.Expressions.Asymptotics;

namespace Hillock.Analysis.Pieces;

/// <summary>A function of x as analytic pieces between seams.</summary>
internal sealed class PiecewiseFunction
{
    private readonly ExactJunctions _junctions;

    private PiecewiseFunction(Expression formula, IReadOnlyList<Interval> seams)
    {
        Formula = formula;
        Whole = new EnclosedFunction(formula);
        _junctions = new ExactJunctions(formula);
        var pieces = new List<SmoothPiece?>();
        for (var i = 0; i <= seams.Count; i++)
            pieces.Add(Between(formula, i == 0 ? null : seams[i - 1], i == seams.Count ? null : seams[i]));
        Pieces = [.. pieces.OfType<SmoothPiece>()];
        Seams = [.. seams.Select((at, i) => SeamAt(at, pieces[i], pieces[i + 1]))];
    }

    /// <summary>f.</summary>
    public Expression Formula { get; }

    /// <summary>f, to be enclosed over intervals that may hold seams.</summary>
    public EnclosedFunction Whole { get; }

    /// <summary>The pieces on which f is defined, from left to right.</summary>
    public IReadOnlyList<SmoothPiece> Pieces { get; }

    /// <summary>The points between them, from left to right.</summary>
    public IReadOnlyList<Seam> Seams { get; }

    /// <summary>Whether f is defined on the whole line.</summary>
    public bool IsDefinedEverywhere => Pieces.Count == Seams.Count + 1 && Seams.All(seam => !seam.Value.IsEmpty);

    /// <summary>Whether f⁽ⁿ⁾, n ≥ 1, passes through a seam without a step, for certain.</summary>
    public bool JoinsSmoothly(Interval seam, int order) => _junctions.OrderAt(seam) >= order;

    /// <summary>Cuts a function into pieces.</summary>
    /// <exception cref="NotDecidedException">The seams cannot all be found; the message says why.</exception>
    public static PiecewiseFunction Of(Expression formula)
    {
        if (!Switches.AreCovered(formula)) throw new NotDecidedException("floor has infinitely many jumps");
        var seams = new List<Interval>();
        foreach (var boundary in Switches.Boundaries(formula)) seams.AddRange(Zeros(boundary));
        var function = new PiecewiseFunction(formula, Separated(seams));
        return function.Pieces.Count > 0 ? function : throw new NotDecidedException("it is defined on no interval");
    }

    // All points at which an expression may be 0, but for stretches on which it is 0 throughout: their ends.
    private static List<Interval> Zeros(Expression boundary)
    {
        if (LinearRoot.TryFind(boundary) is var (root, _)) return [root];
        if (new EnclosedFunction(boundary).Over(Interval.Entire).Sign is 1 or -1) return [];
        var function = Of(boundary);
        var zeros = function.Seams.Select(seam => seam.At).ToList();
        foreach (var piece in function.Pieces)
        {
            foreach (var cell in SignAnalysis.Of(piece, 0, strict: true))
            {
                if (cell.Kind == SignKind.Undecided)
                    throw new NotDecidedException($"the zeros of {boundary} are not found");
                if (cell.Kind == SignKind.Zero) zeros.Add(new(cell.Left, cell.Right));
            }
        }

        return zeros;
    }

    private static List<Interval> Separated(IEnumerable<Interval> seams)
    {
        var separated = new List<Interval>();
        foreach (var seam in seams.OrderBy(seam => seam.Lower))
        {
            if (separated.Count == 0 || separated[^1].Upper < seam.Lower) separated.Add(seam);
            else separated[^1] = Interval.Hull(separated[^1], seam);
        }

        return separated;
    }

    private static SmoothPiece? Between(Expression formula, Interval? left, Interval? right)
    {
        var inside = new Interval(left?.Upper ?? double.NegativeInfinity, right?.Lower ?? double.PositiveInfinity);
        var special = Switches.Specialise(formula, boundary => SignWithin(boundary, inside));
        return special is null ? null : new SmoothPiece(left, right, special);
    }

    // Between the seams a boundary has one sign; a few points are asked for it, as rounding may hide it at one.
    private static int SignWithin(Expression boundary, Interval inside)
    {
        var function = new EnclosedFunction(boundary);
        var (lower, upper) = (Math.Max(inside.Lower, -1e6), Math.Min(inside.Upper, 1e6));
        double[] points = [inside.Midpoint, lower + (0.25 * (upper - lower)), lower + (0.7 * (upper - lower)), 1, -1];
        foreach (var point in points)
            if (inside.Contains(point) && function.Over(point).Sign is { } sign)
                return sign;
        throw new NotDecidedException($"the sign of {boundary} is not found between two switches");
    }

    private Seam SeamAt(Interval at, SmoothPiece? left, SmoothPiece? right)
    {
        var value = Whole.Over(at);
        var (before, after) = (left?.Limit(0, right: true), right?.Limit(0, right: false));
        return new(at, left, right, value, before, after, Continuity(at, left, right, value, before, after));
    }

    private bool? Continuity(
        Interval at, SmoothPiece? left, SmoothPiece? right, Interval value, EndLimit? before, EndLimit? after)
    {
        if (left is null || right is null || value.IsEmpty) return false;
        if (Whole.Over(Neighbourhood(at)).Decoration == Decoration.Continuous) return true;
        if (value.Decoration != Decoration.Unknown && !Switches.MayJump(Formula)) return true;
        if (before is { Infinity: not 0 } || after is { Infinity: not 0 }) return false;
        if (before is { } b && after is { } a && Interval.Intersection(b.Value, a.Value).IsEmpty) return false;
        return _junctions.OrderAt(at) is { } order ? order >= 0 : null;
    }

    private static Interval Neighbourhood(Interval at) => new(Math.BitDecrement(at.Lower), Math.BitIncrement(at.Upper));
}
