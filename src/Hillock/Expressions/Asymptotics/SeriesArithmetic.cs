using System.Collections.Immutable;

namespace Hillock.Expressions.Asymptotics;

/// <summary>Sums, products and powers of expansions.</summary>
internal static class SeriesArithmetic
{
    // Whole powers up to here are exact products; higher ones are binomial series.
    private static readonly Rational MostMultipliedOut = 12;

    public static Series Negative(Series a) => new([.. a.Terms.Select(t => -t)], a.Rest);

    public static Series Times(Series a, Number factor) => factor.IsZero
        ? Series.Zero
        : new Series([.. a.Terms.Select(t => t with { Factor = t.Factor * factor })], a.Rest);

    public static Series Times(Series a, Term factor) => new(
        [.. a.Terms.Select(t => t * factor)], a.Rest is null ? null : a.Rest * factor.Monomial);

    public static Series Sum(Series a, Series b)
    {
        var rest = Larger(a.Rest, b.Rest);
        var terms = ImmutableArray.CreateBuilder<Term>(a.Terms.Length + b.Terms.Length);
        var (i, j) = (0, 0);
        while (i < a.Terms.Length || j < b.Terms.Length)
        {
            var order = i == a.Terms.Length ? -1
                : j == b.Terms.Length ? 1
                : a.Terms[i].Monomial.CompareTo(b.Terms[j].Monomial);
            var term = order > 0 ? a.Terms[i++] : order < 0 ? b.Terms[j++] : Term.Sum(a.Terms[i++], b.Terms[j++]);
            if (term is not { } t) continue;
            // All further terms are smaller still.
            if (rest is not null && t.Monomial.CompareTo(rest) <= 0) break;
            terms.Add(t);
        }

        return new Series(terms.ToImmutable(), rest);
    }

    public static Series Difference(Series a, Series b) => Sum(a, Negative(b));

    /// <summary>The product, cut off after a number of terms.</summary>
    public static Series Product(Series a, Series b, int order)
    {
        if (a.IsExactlyZero || b.IsExactlyZero) return Series.Zero;
        if (a.IsExact && a.Terms.Length == 1) return Times(b, a.Terms[0]);
        if (b.IsExact && b.Terms.Length == 1) return Times(a, b.Terms[0]);
        var sum = new Series([], Larger(RestOfProduct(a, b), RestOfProduct(b, a)));
        foreach (var term in a.Terms) sum = Cut(Sum(sum, Times(new Series(b.Terms), term)), order);
        return sum;
    }

    private static Monomial? RestOfProduct(Series a, Series b) => a.Rest is null ? null
        : b.Terms.IsEmpty ? a.Rest * b.Rest!
        : a.Rest * b.Terms[0].Monomial;

    /// <summary>Its first terms.</summary>
    public static Series Cut(Series a, int order) => a.Terms.Length <= order
        ? a
        : new Series(a.Terms[..order], Larger(a.Rest, a.Terms[order].Monomial));

    /// <summary>aᵖ: the leading term to the power, times a binomial series.</summary>
    /// <exception cref="UndefinedException">The power has no real value.</exception>
    public static Series Power(Series a, Rational p, int order)
    {
        if (p.Sign == 0) return Series.Of(Number.One);
        if (p == Rational.One) return a;
        if (a.IsExactlyZero) return p.Sign > 0 ? a : throw new UndefinedException("a division by 0");
        if (p.IsInteger && p.Sign > 0 && p < MostMultipliedOut && a.IsExact)
            return Multiplied(a, (int)p.Numerator, order);
        var lead = a.Lead;
        if (!p.IsInteger && lead.Sign() < 0) throw new UndefinedException("a root of a negative number");
        var power = PowerOf(lead, p);
        var ratio = Times(new Series(a.Terms[1..], a.Rest), PowerOf(lead, -1));
        return Times(Composed(BinomialCoefficients(p, order), ratio, order), power);
    }

    private static Series Multiplied(Series a, int times, int order)
    {
        var product = a;
        for (var i = 1; i < times; i++) product = Product(product, a, order);
        return product;
    }

    private static Term PowerOf(Term lead, Rational p)
    {
        if (lead.Wave is null) return new Term(lead.Factor.Power(p), null, lead.Monomial.Power(p));
        if (p.Sign < 0 || !p.IsInteger) lead.Sign();
        // A root of a positive product of two negative factors.
        var (factor, wave) = (lead.Factor, lead.Wave);
        if (!p.IsInteger && factor.Sign() < 0)
            (factor, wave) = (-factor, Wave.Apply(Primitive.Negate, Number.One, wave));
        return new Term(factor.Power(p), wave.Power(p), lead.Monomial.Power(p));
    }

    // (1 + δ)ᵖ
    private static Number[] BinomialCoefficients(Rational p, int order)
    {
        var coefficients = new Number[order + 1];
        var c = Rational.One;
        for (var k = 0; k <= order; k++)
        {
            coefficients[k] = new Number(c);
            c = c * (p - k) / (k + 1);
        }

        return coefficients;
    }

    /// <summary>Σ cₖ·δᵏ + O(δⁿ) for a δ that tends to 0, n the number of coefficients: all that a power series gives.
    /// </summary>
    public static Series Composed(IReadOnlyList<Number> coefficients, Series small, int order)
    {
        if (small.IsExactlyZero) return Series.Of(coefficients[0]);
        var size = small.Terms.IsEmpty ? small.Rest! : small.Terms[0].Monomial;
        var sum = Series.Zero;
        for (var k = coefficients.Count - 1; k >= 0; k--)
        {
            sum = Sum(Product(sum, small, order), Series.Of(coefficients[k]));
            if (k == coefficients.Count - 1) sum = new Series(sum.Terms, size);
        }

        return Cut(sum, order);
    }

    public static Monomial? Larger(Monomial? a, Monomial? b) =>
        a is null ? b : b is null ? a : a.CompareTo(b) >= 0 ? a : b;
}
