using static Hillock.Expressions.Asymptotics.SeriesArithmetic;

namespace Hillock.Expressions.Asymptotics;

/// <summary>The elementary functions of expansions: a Taylor series where the argument has a limit, an asymptotic one
/// where it is infinite.</summary>
internal static class SeriesFunctions
{
    private static readonly Series One = Series.Of(Number.One);

    /// <summary>e^u: infinite terms become the monomial, a constant its factor, what tends to 0 a power
    /// series.</summary>
    public static Series Exp(Series u, int order)
    {
        var (infinite, middle, small) = u.Split();
        if (infinite.Any(t => t.Wave is not null))
            throw new NotDecidedException("an exponent oscillates without bound");
        var monomial = Monomial.Exponential(infinite.Select(t => (t.Factor, t.Monomial)));
        var lead = middle switch
        {
            null => new Term(Number.One, null, monomial),
            { Wave: null } m => new Term(NumberFunctions.Apply(Primitive.Exp, m.Factor), null, monomial),
            { Wave: { } wave } m => new Term(Number.One, Wave.Apply(Primitive.Exp, m.Factor, wave), monomial),
        };
        return Times(Composed(LocalCoefficients.Of(Primitive.Exp, 0, order), small, order), lead);
    }

    /// <summary>log u = log(monomial) + log(number) + log(1 + what is smaller).</summary>
    /// <exception cref="UndefinedException">u is not positive.</exception>
    public static Series Log(Series u, int order)
    {
        if (u.IsExactlyZero) throw new UndefinedException("the logarithm of 0");
        var lead = u.Lead;
        if (lead.Sign() < 0) throw new UndefinedException("the logarithm of a negative number");
        var sum = new Series([.. lead.Monomial.Logarithms().Select(t => new Term(t.Factor, null, t.Monomial))]);
        sum = Sum(sum, lead.Wave is null
            ? Series.Of(NumberFunctions.Apply(Primitive.Log, lead.Factor))
            : new Series([new Term(Number.One, Wave.Apply(Primitive.Log, lead.Factor, lead.Wave), Monomial.One)]));
        if (u.IsExact && u.Terms.Length == 1) return sum;
        var inverse = Power(new Series([lead]), -1, order).Lead;
        var ratio = Times(new Series(u.Terms[1..], u.Rest), inverse);
        return Sum(sum, Composed(LocalCoefficients.Of(Primitive.Log, 1, order), ratio, order));
    }

    public static Series Inverse(Series a, int order) => Power(a, -1, order);

    /// <summary>f(u) for a smooth f and a u that has a limit or oscillates between bounds.</summary>
    public static Series Smooth(Primitive primitive, Series u, int order)
    {
        var (infinite, middle, small) = u.Split();
        if (!infinite.IsEmpty) return WithoutLimit(primitive, infinite[0]);
        if (middle is { Wave: { } wave } m) return OfWave(primitive, m.Factor, wave, small);
        var c = middle?.Factor ?? Number.Zero;
        return Composed(LocalCoefficients.Of(primitive, c, small.IsExactlyZero ? 0 : order), small, order);
    }

    // The slope of a smooth f is bounded where its argument is, so that what is small changes little.
    private static Series OfWave(Primitive primitive, Number factor, Wave wave, Series small)
    {
        var lead = new Term(Number.One, Wave.Apply(primitive, factor, wave), Monomial.One);
        return new Series([lead], small.Terms.IsEmpty ? small.Rest : small.Terms[0].Monomial);
    }

    // Of an argument that oscillates without bound only the bounds of the function itself remain.
    private static Series WithoutLimit(Primitive primitive, Term lead)
    {
        var bounds = Bounds.Apply(primitive, Bounds.All);
        if (lead.Wave is null || !double.IsFinite(bounds.Low) || !double.IsFinite(bounds.High))
            throw new NotDecidedException("an argument oscillates without bound");
        return new Series([new Term(Number.One, Wave.Unknown(bounds), Monomial.One)]);
    }

    public static Series Tanh(Series u, int order)
    {
        if (Direction(u) is not (not 0 and var side)) return Smooth(Primitive.Tanh, u, order);
        // (1 − q)/(1 + q) with q = e^(−2|u|)
        var q = Exp(Times(u, -2 * side), order);
        return Times(Product(Difference(One, q), Inverse(Sum(One, q), order), order), side);
    }

    public static Series Sigmoid(Series u, int order)
    {
        var side = Direction(u);
        if (side == 0) return Smooth(Primitive.Sigmoid, u, order);
        var q = Exp(Times(u, -side), order);
        var inverse = Inverse(Sum(One, q), order);
        return side > 0 ? inverse : Product(q, inverse, order);
    }

    public static Series Softplus(Series u, int order)
    {
        var side = Direction(u);
        if (side == 0) return Smooth(Primitive.Softplus, u, order);
        var rest = Log(Sum(One, Exp(Times(u, -side), order)), order);
        return side > 0 ? Sum(u, rest) : rest;
    }

    // atan(u) = ±π/2 − atan(1/u)
    public static Series Atan(Series u, int order)
    {
        var side = Direction(u);
        return side == 0
            ? Smooth(Primitive.Atan, u, order)
            : Difference(Series.Of(Number.Pi * side / 2), Smooth(Primitive.Atan, Inverse(u, order), order));
    }

    // asinh(u) = ±log(|u| + √(u² + 1))
    public static Series Asinh(Series u, int order)
    {
        var side = Direction(u);
        if (side == 0) return Smooth(Primitive.Asinh, u, order);
        var root = Power(Sum(Product(u, u, order), One), Rational.Half, order);
        return Times(Log(Sum(Times(u, side), root), order), side);
    }

    public static Series Erf(Series u, int order)
    {
        var side = Direction(u);
        return side == 0
            ? Smooth(Primitive.Erf, u, order)
            : Times(Difference(One, Tail(Times(u, side), order)), side);
    }

    public static Series Erfc(Series u, int order) =>
        Direction(u) > 0 ? Tail(u, order) : Difference(One, Erf(u, order));

    public static Series NormalDensity(Series u, int order) => Times(
        Exp(Times(Product(u, u, order), -new Number(Rational.Half)), order), (2 * Number.Pi).Power(-Rational.Half));

    public static Series NormalDistribution(Series u, int order) => Direction(u) == 0
        ? Smooth(Primitive.NormalDistribution, u, order)
        : Times(Erfc(Times(u, -Number.One * Number.Of(Atom.Of(2), -Rational.Half)), order), new Number(Rational.Half));

    // erfc(u) ~ e^(−u²)/(u√π) · Σ (−1)ᵏ·(2k − 1)!!/(2u²)ᵏ as u → ∞ (Abramowitz and Stegun, 7.1.23)
    private static Series Tail(Series u, int order)
    {
        var square = Product(u, u, order);
        var coefficients = new Number[order + 1];
        coefficients[0] = Number.One;
        for (var k = 1; k <= order; k++)
            coefficients[k] = coefficients[k - 1] * new Number(Rational.Of(1 - (2 * k), 2));
        var series = Composed(coefficients, Inverse(square, order), order);
        var bell = Times(Exp(Negative(square), order), Number.Pi.Power(-Rational.Half));
        return Product(Product(bell, Inverse(u, order), order), series, order);
    }

    /// <summary>sin(u) or cos(u).</summary>
    public static Series Wavy(Primitive primitive, Series u, int order) => Direction(u) == 0
        ? Smooth(primitive, u, order)
        : new Series([new Term(Number.One, Wave.Of(primitive, u), Monomial.One)]);

    public static Series Floor(Series u)
    {
        if (Direction(u) != 0)
            return Difference(u, new Series([new Term(Number.One, Wave.Of(Primitive.Floor, u), Monomial.One)]));
        var (_, middle, small) = u.Split();
        if (middle is { Wave: not null }) throw new NotDecidedException("the argument of floor oscillates");
        var c = middle?.Factor ?? Number.Zero;
        var floor = NumberFunctions.Apply(Primitive.Floor, c);
        var isBelow = (c - floor).IsZero && small.Sign() < 0;
        return Series.Of(isBelow ? floor - 1 : floor);
    }

    /// <summary>1 or −1 where u tends to ±∞, else 0.</summary>
    private static int Direction(Series u) =>
        !u.IsExactlyZero && !u.Terms.IsEmpty && u.Growth() > 0 && u.Lead.Wave is null ? u.Lead.Sign() : 0;
}
