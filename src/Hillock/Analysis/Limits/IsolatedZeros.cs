using Hillock.Analysis.Ends;
using Hillock.Analysis.Intervals;
using Hillock.Expressions;
using Hillock.Expressions.Asymptotics;

namespace Hillock.Analysis.Limits;

/// <summary>All zeros of an expression by intervals: where its enclosure is not 0 there is none, where its derivative's
/// is not there is at most one.</summary>
internal sealed class IsolatedZeros
{
    // Beyond this the expression must be shown to keep its sign at once.
    private const double Reach = 64;
    private const int MostCells = 4000;

    private readonly EnclosedFunction _value;
    private readonly EnclosedFunction _slope;
    private readonly List<Breakpoint> _zeros = [];
    private int _cells;

    private IsolatedZeros(Expression e)
    {
        _value = new EnclosedFunction(e);
        _slope = new EnclosedFunction(Derivative.WithRespectToX(e));
    }

    /// <exception cref="NotDecidedException">The intervals do not separate them.</exception>
    public static IReadOnlyList<Breakpoint> Of(Expression e)
    {
        var zeros = new IsolatedZeros(e);
        if (IsNotZero(zeros._value.Over(Interval.Entire))) return [];
        zeros.SearchTail(e, -1);
        zeros.Search(-Reach, Reach);
        zeros.SearchTail(e, 1);
        return zeros._zeros;
    }

    private bool IsMonotone(Interval cell) =>
        _value.Over(cell).Decoration == Decoration.Continuous && IsNotZero(_slope.Over(cell));

    private static bool IsNotZero(Interval a) => !a.IsEmpty && a.Sign is 1 or -1;

    // A monotone tail has no zero where its end and its limit have the same sign.
    private void SearchTail(Expression e, int side)
    {
        var tail = side > 0
            ? new Interval(Reach, double.PositiveInfinity)
            : new Interval(double.NegativeInfinity, -Reach);
        if (IsNotZero(_value.Over(tail)) || IsNotZeroTowards(side)) return;
        var limit = Limit.AtInfinity(e, side);
        if (IsMonotone(tail) && _value.Over(side * Reach).Sign is { } sign && sign != 0 && limit.EventualSign == sign)
            return;
        throw NotSeparated(e);
    }

    // Intervals lose ∞ · 0 and the like; expansions do not.
    private bool IsNotZeroTowards(int side)
    {
        var arithmetic = new EndArithmetic(Reach);
        return arithmetic.TryEvaluate(_value.Program, arithmetic.TowardsInfinity(side))?.Sign is 1 or -1;
    }

    private void Search(double low, double high)
    {
        if (++_cells > MostCells) throw NotSeparated(_value.Expression);
        var cell = new Interval(low, high);
        if (IsNotZero(_value.Over(cell))) return;
        if (IsMonotone(cell) && _value.Over(low).Sign is { } atLow && _value.Over(high).Sign is { } atHigh
            && atLow != 0 && atHigh != 0)
        {
            if (atLow != atHigh) _zeros.Add(Bisected(low, high, atLow));
            return;
        }

        // Not in the middle, where zeros are likely.
        var middle = low + ((high - low) * 0.4921875);
        if (middle <= low || middle >= high) throw NotSeparated(_value.Expression);
        Search(low, middle);
        Search(middle, high);
    }

    private Breakpoint Bisected(double low, double high, int atLow)
    {
        while (true)
        {
            var middle = (low / 2) + (high / 2);
            if (middle <= low || middle >= high || _value.Over(middle).Sign is not (not 0 and { } sign))
                return new Breakpoint(new Bounds(low, high), null);
            if (sign == atLow) low = middle;
            else high = middle;
        }
    }

    private static NotDecidedException NotSeparated(Expression e) => new($"intervals do not separate the zeros of {e}");
}
