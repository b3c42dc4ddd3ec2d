using System.Collections.Immutable;

namespace Hillock.Expressions.Asymptotics;

/// <summary>An asymptotic expansion as t → ∞: terms, the largest first, and O(rest); without a rest it is exact.
/// </summary>
/// <remarks>Truncated transseries: see van der Hoeven, Transseries and Real Differential Algebra, 2006; Gruntz, On
/// Computing Limits in a Symbolic Manipulation System, 1996.</remarks>
internal sealed class Series
{
    public Series(ImmutableArray<Term> terms, Monomial? rest = null)
    {
        Terms = terms;
        Rest = rest;
    }

    public static Series Zero { get; } = new([]);

    /// <summary>t</summary>
    public static Series T { get; } = Of(Number.One, Monomial.T);

    public ImmutableArray<Term> Terms { get; }

    /// <summary>What is left out is at most a constant times this; null where nothing is left out.</summary>
    public Monomial? Rest { get; }

    public bool IsExact => Rest is null;

    public bool IsExactlyZero => Terms.IsEmpty && IsExact;

    /// <summary>The number that it is exactly, from some point on; or null.</summary>
    public Number? AsNumber => !IsExact ? null
        : Terms.IsEmpty ? Number.Zero
        : Terms is [{ Wave: null, Monomial.IsOne: true } only] ? only.Factor
        : null;

    /// <exception cref="CancelledException">No term is known.</exception>
    public Term Lead => Terms.IsEmpty ? throw new CancelledException() : Terms[0];

    public static Series Of(Number number) => number.IsZero ? Zero : Of(number, Monomial.One);

    public static Series Of(Number factor, Monomial monomial) => new([new Term(factor, null, monomial)]);

    /// <summary>The sign that it has from some point on: −1, 0 (exactly zero) or 1.</summary>
    /// <exception cref="NotDecidedException">It is not known, or there is none.</exception>
    public int Sign() => IsExactlyZero ? 0 : Lead.Sign();

    /// <summary>1, 0 or −1 as |it| tends to ∞, stays between two positive numbers, or tends to 0.</summary>
    public int Growth() => IsExactlyZero ? -1 : Lead.Monomial.Trend();

    /// <summary>Splits it into infinite terms, the term of size 1, and the rest, which tends to 0.</summary>
    /// <exception cref="CancelledException">What is left out does not tend to 0.</exception>
    public (ImmutableArray<Term> Infinite, Term? Middle, Series Small) Split()
    {
        var infinite = Terms.TakeWhile(t => t.Monomial.Trend() > 0).ToImmutableArray();
        if (Rest is not null && Rest.Trend() >= 0) throw new CancelledException();
        if (infinite.Length == Terms.Length) return (infinite, null, new Series([], Rest));
        var next = Terms[infinite.Length];
        return next.Monomial.IsOne
            ? (infinite, next, new Series(Terms[(infinite.Length + 1)..], Rest))
            : (infinite, null, new Series(Terms[infinite.Length..], Rest));
    }

    /// <summary>r and d, where it is r · other + d with exact numbers; or null.</summary>
    public (Rational Ratio, Number Shift)? RatioTo(Series other)
    {
        if (other.Terms.IsEmpty || Terms.IsEmpty || Terms.Concat(other.Terms).Any(t => t.Wave is not null)) return null;
        if (ReferenceEquals(this, other)) return (Rational.One, Number.Zero);
        if (!IsExact || !other.IsExact || (Lead.Factor / other.Lead.Factor).AsRational is not { } ratio) return null;
        var difference = SeriesArithmetic.Sum(this, SeriesArithmetic.Times(other, -new Number(ratio)));
        return difference.AsNumber is { } shift ? (ratio, shift) : null;
    }

    public override string ToString() =>
        string.Join(" + ", Terms
            .Select(t => t.ToString()).Concat(IsExact ? [] : [$"O({Rest})"])) is { Length: > 0 } text ? text : "0";
}
