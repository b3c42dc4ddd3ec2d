namespace Hillock.Expressions.Asymptotics;

/// <summary>Expands a function of x at ±∞ or beside a point.</summary>
internal static class Expansion
{
    // Terms kept of each series; more only where all of them cancel.
    private static readonly int[] Orders = [5, 9, 16];

    /// <summary>The expansion in t = x as x → ∞ (<paramref name="side"/> = 1) or in t = −x as x → −∞.</summary>
    /// <param name="f">A function of x alone, parameters put in.</param>
    /// <param name="side">1 or −1.</param>
    /// <exception cref="NotDecidedException">It cannot be found; the message says why.</exception>
    /// <exception cref="UndefinedException">f is undefined from some point on.</exception>
    public static Series AtInfinity(Expression f, int side) => Of(f, SeriesArithmetic.Times(Series.T, side));

    /// <summary>The expansion in t = 1/h, where x = point + h (<paramref name="side"/> = 1) or point − h, and h → 0
    /// from above.</summary>
    /// <param name="f">A function of x alone, parameters put in.</param>
    /// <param name="point">The point.</param>
    /// <param name="side">1 or −1.</param>
    /// <param name="order">How many terms are wanted at least.</param>
    /// <exception cref="NotDecidedException">It cannot be found; the message says why.</exception>
    /// <exception cref="UndefinedException">f is undefined beside the point.</exception>
    public static Series Beside(Expression f, Number point, int side, int order = 5)
    {
        var step = Series.Of(side, Monomial.T.Power(-1));
        return Of(f, SeriesArithmetic.Sum(Series.Of(point), step), order);
    }

    /// <summary>The exact value at a point.</summary>
    /// <exception cref="NotDecidedException">It cannot be found; the message says why.</exception>
    /// <exception cref="UndefinedException">f is undefined there.</exception>
    public static Number At(Expression f, Number point) =>
        Of(f, Series.Of(point)).AsNumber ?? throw new NotDecidedException("the value has no exact form");

    private static Series Of(Expression f, Series x, int leastOrder = 0)
    {
        Series? series = null;
        foreach (var order in Orders)
        {
            if (order < leastOrder) continue;
            try
            {
                series = new Walk(x, order).Of(f);
                if (!series.Terms.IsEmpty || series.IsExact) return series;
            }
            catch (CancelledException)
            {
                // With more terms perhaps not all of them cancel.
            }
        }

        return series ?? throw new CancelledException();
    }

    /// <summary>One walk over an expression; shared parts are expanded once.</summary>
    private sealed class Walk(Series x, int order)
    {
        private readonly Dictionary<Expression, Series> _known = [];

        public Series Of(Expression e) => e switch
        {
            Variable => x,
            Constant c => Series.Of(Exact(c)),
            Operation o => Known(o),
            _ => throw new NotDecidedException($"the parameter {e} has no value"),
        };

        private Series Known(Operation o)
        {
            if (_known.TryGetValue(o, out var series)) return series;
            series = ExpansionRules.Apply(o.Primitive, i => Of(o[i]), order);
            // A difference of equal parts is 0 exactly, whatever their expansions leave out.
            if (o.Primitive == Primitive.Subtract && o[0].Equals(o[1])) series = Series.Zero;
            return _known[o] = SeriesArithmetic.Cut(series, order);
        }
    }

    /// <summary>The number that a constant stands for: a named one itself, not its double.</summary>
    public static Number Exact(Constant c) => c.Name switch
    {
        "pi" => Number.Pi,
        "e" => Number.Of(Atom.E, Rational.One),
        _ => new Number(Rational.Of(c.Value)),
    };
}
