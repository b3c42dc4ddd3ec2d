using Hillock.Analysis.Intervals;

namespace Hillock.Analysis.Pieces;

/// <summary>Cuts a smooth piece into cells on which f⁽ⁿ⁾ has one sign, with its zeros enclosed between them.</summary>
/// <remarks>
/// The ends are closed by expansions, what lies between by halving: a cell is done when the enclosure of f⁽ⁿ⁾ over it does
/// not hold 0, or when that of f⁽ⁿ⁺¹⁾ does not, so that at most one zero is left, which bisection encloses (Moore,
/// Kearfott and Cloud 2009, chapter 8).
/// </remarks>
internal sealed class SignAnalysis
{
    private const int MostCells = 1500;

    // So many cells are tried before the second derivative is called to help.
    private const int EasyCells = 100;
    private const double LeastWidth = 1e-10;
    private const double LeastStretch = 8;

    private readonly SmoothPiece _piece;
    private readonly int _order;
    private readonly bool _strict;
    private readonly EnclosedFunction _function;
    private readonly EnclosedFunction _slope;
    private readonly List<SignCell> _cells = [];

    private SignAnalysis(SmoothPiece piece, int order, bool strict)
    {
        (_piece, _order, _strict) = (piece, order, strict);
        (_function, _slope) = (piece.Derivative(order), piece.Derivative(order + 1));
    }

    /// <summary>The cells from left to right; together they cover the piece.</summary>
    /// <param name="piece">The piece.</param>
    /// <param name="order">n.</param>
    /// <param name="strict">Whether each zero has to be enclosed; else cells may be <see cref="SignKind.Weak"/>.</param>
    public static IReadOnlyList<SignCell> Of(SmoothPiece piece, int order, bool strict = false)
    {
        var cells = Cells(piece, order, strict);
        if (cells.All(cell => cell.Kind != SignKind.Undecided)) return cells;
        var whole = piece.Derivative(order).Expression;
        if (PositiveFactors.Drop(whole) is var others && others.Equals(whole)) return cells;
        var ofOthers = Cells(new SmoothPiece(piece.Left, piece.Right, others), 0, strict);
        return ofOthers.Any(cell => cell.Kind == SignKind.Undecided) ? cells : ofOthers;
    }

    private static IReadOnlyList<SignCell> Cells(SmoothPiece piece, int order, bool strict)
    {
        var analysis = new SignAnalysis(piece, order, strict);
        analysis.Run();
        return Clusters.Resolve(analysis._cells, analysis._function, analysis._slope);
    }

    private void Run()
    {
        var whole = _piece.Hull;
        if (TryByInterval(whole, _function.Over(whole))) return;
        var (left, leftCell) = End(right: false);
        var (right, rightCell) = End(right: true);
        if (left > right) right = left;
        if (leftCell is { } first) _cells.Add(first with { Right = left });
        if (rightCell is { } last) _cells.Add(last with { Left = right });
        Fill(left, right);
        _cells.Sort((a, b) => (a.Left, a.Right).CompareTo((b.Left, b.Right)));
    }

    // The widest cells first, so that what the budget leaves undecided is narrow.
    private void Fill(double left, double right)
    {
        var queue = new Queue<(double Left, double Right)>(Halves(left, right));
        for (var visited = 0; queue.Count > 0; visited++)
        {
            var (from, to) = queue.Dequeue();
            if (TryDecide(from, to, visited > EasyCells)) continue;
            if (visited < MostCells && to - from >= LeastWidth * Math.Max(1, Math.Max(Math.Abs(from), Math.Abs(to))))
                foreach (var half in Halves(from, to)) queue.Enqueue(half);
            else
                _cells.Add(new(from, to, SignKind.Undecided, 0));
        }
    }

    // Up to where the sign towards an end is known, with the cell from there to the end.
    private (double At, SignCell? Cell) End(bool right)
    {
        var end = right ? _piece.Right : _piece.Left;
        var starts = _piece.Starts(right).ToList();
        foreach (var start in starts)
        {
            if (_piece.TowardsEnd(_order, right, start) is not { } expansion) continue;
            if ((_strict ? expansion.Sign : expansion.WeakSign) is not { } sign) continue;
            var at = Place(end, right, start);
            return (at, Between(at, right, expansion.Sign is null ? SignKind.Weak : SignKind.Strict, sign));
        }

        if (end is { } seam) return (right ? seam.Upper : seam.Lower, null);
        // Nothing is known of the end; a stretch of the rest shows turning points, a period of a wave among them.
        var farthest = Place(end, right, Math.Max(LeastStretch, 2 * starts[0]));
        return (farthest, Between(farthest, right, SignKind.Undecided, 0));
    }

    private SignCell Between(double at, bool right, SignKind kind, int sign) => right
        ? new(at, _piece.Hull.Upper, kind, sign)
        : new(_piece.Hull.Lower, at, kind, sign);

    // Rounded towards the end, as nothing is known before.
    private static double Place(Interval? end, bool right, double start) =>
        end is not { } point ? (right ? start : -start)
        : right ? Rounding.AddUp(point.Lower, -1 / start)
        : Rounding.AddDown(point.Lower, 1 / start);

    // Cut at 0, where zeros like to be, else in the middle.
    private static IEnumerable<(double Left, double Right)> Halves(double left, double right)
    {
        if (left >= right) yield break;
        var middle = left < 0 && right > 0 ? 0 : new Interval(left, right).Midpoint;
        yield return (left, middle);
        yield return (middle, right);
    }

    private bool TryDecide(double left, double right, bool isHard)
    {
        var x = new Interval(left, right);
        var values = _function.Over(x);
        if (TryByInterval(x, values)) return true;
        var slope = _slope.Over(x);
        if (TryByInterval(x, MeanValue(x, _function, values, slope))) return true;
        if (isHard && slope.WeakSign is null)
            slope = MeanValue(x, _slope, slope, _piece.Derivative(_order + 2).Over(x));
        return slope.WeakSign is 1 or -1 && TryMonotone(left, right);
    }

    private bool TryByInterval(Interval x, Interval values)
    {
        if (values.Sign is { } sign) return Add(x, SignKind.Strict, sign);
        return !_strict && values.WeakSign is { } weak && Add(x, SignKind.Weak, weak);
    }

    private bool Add(Interval x, SignKind kind, int sign)
    {
        _cells.Add(new(x.Lower, x.Upper, kind, sign));
        return true;
    }

    private static Interval MeanValue(Interval x, EnclosedFunction function, Interval values, Interval slope)
    {
        if (!slope.IsBounded || !x.IsBounded) return values;
        var middle = x.Midpoint;
        return Interval.Intersection(values, function.Over(middle) + (slope * (x - middle)));
    }

    // Where it rises or falls all the way, the signs at the ends say all.
    private bool TryMonotone(double left, double right)
    {
        var (atLeft, atRight) = (_function.Over(left).Sign, _function.Over(right).Sign);
        if (atLeft is not { } first || atRight is not { } last || (first == 0 && last == 0)) return false;
        if (first == last) return Add(new(left, right), SignKind.Strict, first);
        if (first == 0)
        {
            AddZero(left);
            return Add(new(left, right), SignKind.Strict, last);
        }

        if (last == 0)
        {
            Add(new(left, right), SignKind.Strict, first);
            AddZero(right);
            return true;
        }

        var zero = ZeroBetween.Enclose(_function, left, right, first);
        if (left < zero.Lower) Add(new(left, zero.Lower), SignKind.Strict, first);
        Add(zero, SignKind.Zero, 0);
        if (zero.Upper < right) Add(new(zero.Upper, right), SignKind.Strict, last);
        return true;
    }

    // A zero at the end of the piece is no zero within; one between two cells is met from both sides.
    private void AddZero(double at)
    {
        if (at <= _piece.Hull.Lower || at >= _piece.Hull.Upper) return;
        var zero = new SignCell(at, at, SignKind.Zero, 0);
        if (!_cells.Contains(zero)) _cells.Add(zero);
    }
}
