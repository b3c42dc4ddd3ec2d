using Hillock.Analysis.Intervals;
using Hillock.Analysis.Properties;

namespace Hillock.Analysis.Pieces;

/// <summary>One end of the range of a function: its greatest or its least value, or the bound that it does not reach.
/// </summary>
/// <param name="Value">Encloses the supremum or infimum.</param>
/// <param name="IsAttained">Whether it is a value of the function; null where undecided.</param>
/// <param name="At">Encloses a point where it is attained, if one is known: the piece where it is attained all along one.
/// </param>
internal sealed record Extreme(Interval Value, bool? IsAttained, Interval? At);

/// <summary>Encloses the supremum and the infimum of f⁽ⁿ⁾ over the pieces of a function.</summary>
/// <remarks>Between two neighbouring zeros of f⁽ⁿ⁺¹⁾ it is monotone, so only values at the ends of cells and limits at the
/// ends of pieces count.</remarks>
internal static class Extent
{
    // What is undecided is bounded tile by tile.
    private const int TilesOfCell = 16;

    // Places nearer to each other touch.
    private const double Touching = 1e-6;

    // A value that counts: of a point, or a limit or bound where At is null. Where only a bound is known, the value may
    // lie anywhere in it.
    private readonly record struct Candidate(Interval Value, Interval? At, bool IsBound = false);

    /// <summary>The supremum of sign · f⁽ⁿ⁾, times sign.</summary>
    /// <param name="shape">The function.</param>
    /// <param name="order">n.</param>
    /// <param name="sign">1 for the supremum, −1 for the infimum.</param>
    /// <param name="withSeams">Whether the values at the seams count; derivatives have none there.</param>
    public static Extreme Of(Shape shape, int order, int sign, bool withSeams)
    {
        var candidates = new List<Candidate>();
        foreach (var piece in shape.Function.Pieces) candidates.AddRange(OfPiece(shape, piece, order, sign));
        if (withSeams)
            foreach (var seam in shape.Function.Seams)
                if (!seam.Value.IsEmpty)
                    candidates.Add(OfSeam(seam, sign));
        return Highest(candidates, sign);
    }

    // What may be undefined at the point may be no value at all.
    private static Candidate OfSeam(Seam seam, int sign) => seam.Value.Decoration == Decoration.Unknown
        ? new(sign * seam.Value, null, IsBound: true)
        : new(sign * seam.Value, seam.At);

    private static IEnumerable<Candidate> OfPiece(Shape shape, SmoothPiece piece, int order, int sign)
    {
        foreach (var right in (bool[])[false, true])
        {
            if (piece.Limit(order, right) is { } limit)
                yield return new(sign * limit.Value, null);
            else
                foreach (var point in Waves.LimitPoints(piece, order, right))
                    yield return new(sign * point.Value, null);
        }

        var cells = shape.Signs(piece, order + 1);
        var showsAll = ShowsPeriod(piece, cells);
        foreach (var cell in cells)
            if (cell.Kind != SignKind.Undecided || !showsAll)
                foreach (var candidate in OfCell(piece, order, sign, cell))
                    yield return candidate;
    }

    // Whether what is undecided repeats a period of what is decided.
    private static bool ShowsPeriod(SmoothPiece piece, IReadOnlyList<SignCell> cells)
    {
        var decided = cells.Where(cell => cell.Kind != SignKind.Undecided).ToList();
        if (decided.Count == 0 || decided.Count == cells.Count) return false;
        if (Waves.Period(piece.Formula) is not { } period) return false;
        var inside = cells.Count(cell => cell.Left >= decided[0].Left && cell.Right <= decided[^1].Right);
        return inside == decided.Count && decided[^1].Right - decided[0].Left > period;
    }

    private static IEnumerable<Candidate> OfCell(SmoothPiece piece, int order, int sign, SignCell cell)
    {
        var function = piece.Derivative(order);
        var x = new Interval(cell.Left, cell.Right);
        if (cell.Kind == SignKind.Zero) return [new(sign * function.Over(x), x)];
        var somewhere = new Candidate(sign * function.Over(x.Midpoint), x.Midpoint);
        // Flat ones are as high anywhere.
        if (cell is { HasSign: true, Sign: 0 }) return [somewhere with { At = x }];
        if (!cell.HasSign) return [new(sign * Bound(piece, order, cell), null, IsBound: true), somewhere];
        // Rising cells are highest at their right end.
        var right = cell.Sign == sign;
        var at = right ? cell.Right : cell.Left;
        var isEnd = right ? at >= piece.Hull.Upper : at <= piece.Hull.Lower;
        if (!isEnd) return [new(sign * function.Over(at), at)];
        return piece.Limit(order, right) is null ? [new(sign * Bound(piece, order, cell), null, IsBound: true)] : [];
    }

    private static Interval Bound(SmoothPiece piece, int order, SignCell cell)
    {
        var x = new Interval(cell.Left, cell.Right);
        if (x.IsBounded) return Tiles(x).Select(tile => piece.Derivative(order).OverByTaylor(tile)).Aggregate(Interval.Hull);
        var bound = piece.Derivative(order).Over(x);
        var (right, start) = double.IsFinite(cell.Left) ? (true, cell.Left) : (false, -cell.Right);
        return double.IsFinite(start) && start >= 2 && piece.TowardsEnd(order, right, start) is { } expansion
            ? Interval.Intersection(bound, expansion.Range)
            : bound;
    }

    private static IEnumerable<Interval> Tiles(Interval x)
    {
        var width = (x.Upper - x.Lower) / TilesOfCell;
        for (var i = 0; i < TilesOfCell; i++)
            yield return new(
                x.Lower + (i * width), i + 1 == TilesOfCell ? x.Upper : Math.Min(x.Upper, x.Lower + ((i + 1) * width)));
    }

    private static Extreme Highest(List<Candidate> candidates, int sign)
    {
        var known = candidates.Where(candidate => !candidate.IsBound).ToList();
        var upper = candidates.Max(candidate => candidate.Value.Upper);
        var lower = known.Count == 0 ? double.NegativeInfinity : known.Max(candidate => candidate.Value.Lower);
        var reached = candidates.Where(candidate => candidate.At is not null).ToList();
        var unreached = candidates.Where(candidate => candidate.At is null).ToList();
        var best = reached.Select(candidate => candidate.Value.Lower).DefaultIfEmpty(double.NegativeInfinity).Max();
        // What is only bounded may attain anything up to its bound.
        var attainable = UpperOf(candidates.Where(candidate => candidate.At is not null || candidate.IsBound));
        bool? attained = reached.Count > 0 && best >= UpperOf(unreached) ? true
            : unreached.Exists(c => !c.IsBound && c.Value.Lower > attainable) ? false
            : null;
        return new(
            sign * new Interval(lower, upper), attained,
            attained == true ? PlaceOf([.. reached.Where(c => c.Value.Upper >= best).Select(c => c.At!.Value)]) : null);
    }

    private static double UpperOf(IEnumerable<Candidate> candidates) =>
        candidates.Select(candidate => candidate.Value.Upper).DefaultIfEmpty(double.NegativeInfinity).Max();

    // All that may be the place: a piece along which it is attained; else the place nearest to 0, with what touches it,
    // for of two neighbours of a turning point none is known to be the place.
    private static Interval PlaceOf(List<Interval> places)
    {
        var byDistance = places.OrderBy(Distance).ToList();
        var pieces = byDistance.Where(place => Enclosure.Of(place).IsPiece).ToList();
        var all = pieces.Count > 0 ? pieces : byDistance;
        var hull = all[0];
        foreach (var place in all)
            if (IsNextTo(hull, place))
                hull = Interval.Hull(hull, place);
        return hull;
    }

    private static double Distance(Interval place) =>
        place.Contains(0) ? 0 : Math.Min(Math.Abs(place.Lower), Math.Abs(place.Upper));

    private static bool IsNextTo(Interval a, Interval b) =>
        Math.Max(a.Lower, b.Lower) - Math.Min(a.Upper, b.Upper) <= Touching * (1 + Distance(a));
}
