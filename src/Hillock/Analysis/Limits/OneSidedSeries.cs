using Hillock.Expressions;
using Hillock.Expressions.Asymptotics;

namespace Hillock.Analysis.Limits;

/// <summary>A function on one side of a point: f(p + side·h) = a₀ + a₁h + … as h → 0 from above.</summary>
internal sealed class OneSidedSeries
{
    // Terms below all these powers of h are flat: all their derivatives tend to 0.
    private const int HighestPower = 40;

    private readonly Dictionary<int, Number> _coefficients = [];

    private OneSidedSeries(Limit limit) => Limit = limit;

    /// <summary>The one-sided limit.</summary>
    public Limit Limit { get; }

    /// <summary>The derivatives of orders 0 to this one have finite one-sided limits, and the next has none: it is
    /// infinite, or it oscillates. −1 where the function itself has none; null where no such order was met.</summary>
    public int? Breaks { get; private set; }

    /// <summary>1 or −1 as the derivative after the last finite one tends to +∞ or −∞; 0 where there is no break.
    /// </summary>
    public int InfiniteSlope { get; private set; }

    /// <summary>The coefficients of orders below this one are known.</summary>
    public int Known { get; private set; } = int.MaxValue;

    /// <summary>aₖ for derivatives with respect to x: the k-th one-sided derivative is k!·aₖ.</summary>
    public Number Coefficient(int k) => _coefficients.GetValueOrDefault(k, Number.Zero);

    /// <summary>Expands a formula on one side of a point.</summary>
    /// <exception cref="NotDecidedException">There is no expansion.</exception>
    /// <exception cref="UndefinedException">It is undefined there.</exception>
    public static OneSidedSeries Of(Expression f, Number point, int side, int order)
    {
        var series = Expansion.Beside(f, point, side, order);
        var limit = Limit.Of(series);
        if (limit.Kind == LimitKind.NotDecided) throw new NotDecidedException($"the limit beside {point} is not known");
        var result = new OneSidedSeries(limit);
        result.Read(series, side);
        return result;
    }

    private void Read(Series series, int side)
    {
        if (Limit.Kind != LimitKind.Finite)
        {
            Breaks = -1;
            return;
        }

        foreach (var term in series.Terms)
        {
            if (term.Wave is null && WholePower(term.Monomial) is { } k)
            {
                _coefficients[k] = side < 0 && k % 2 == 1 ? -term.Factor : term.Factor;
                continue;
            }

            Breaks = OrderBelow(term.Monomial);
            if (term.Wave is not null) throw new NotDecidedException("it oscillates beside the point");
            InfiniteSlope = Breaks is null ? 0 : term.Factor.Sign() * (Breaks % 2 == 0 ? side : 1);
            return;
        }

        if (series.Rest is null) return;
        Known = (OrderBelow(series.Rest) ?? HighestPower) + 1;
    }

    // k, where it is hᵏ: t is 1/h.
    private static int? WholePower(Monomial monomial) =>
        monomial.IsPowerOfT
            && monomial.Powers[0] is { IsInteger: true, Sign: <= 0 } power ? -(int)power.Numerator : null;

    /// <summary>The largest k with m = o(hᵏ), or null where it is smaller than all powers.</summary>
    private static int? OrderBelow(Monomial m)
    {
        for (var k = 0; k <= HighestPower; k++)
            if (m.CompareTo(Monomial.T.Power(-k)) >= 0)
                return k - 1;
        return null;
    }
}
