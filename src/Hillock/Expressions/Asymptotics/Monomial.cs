using System.Collections.Immutable;

namespace Hillock.Expressions.Asymptotics;

/// <summary>A unit of growth as t → ∞: e^E · tᵃ · (log t)ᵇ · (log log t)ᶜ · …, E a sum of terms that are infinite
/// themselves, such as −t² or −eᵗ.</summary>
/// <remarks>Monomials are ordered by growth: m is below n where m/n → 0. That is decided by the sign of the leading
/// term of log(m/n), a sum of simpler monomials. (Hardy's logarithmico-exponential scale.)</remarks>
internal sealed class Monomial : IComparable<Monomial>
{
    // t, log t, log log t, …
    private const int Levels = 4;

    private readonly Rational[] _powers;

    private Monomial(Rational[] powers, ImmutableArray<(Number Factor, Monomial Monomial)> exponent)
    {
        _powers = powers;
        Exponent = exponent;
    }

    /// <summary>1</summary>
    public static Monomial One { get; } = new(new Rational[Levels], []);

    /// <summary>t</summary>
    public static Monomial T { get; } = Logarithm(0);

    /// <summary>E, the largest term first; each tends to ±∞.</summary>
    public ImmutableArray<(Number Factor, Monomial Monomial)> Exponent { get; }

    /// <summary>The exponents of t, log t, log log t, …</summary>
    public IReadOnlyList<Rational> Powers => _powers;

    public bool IsOne => Exponent.IsEmpty && _powers.All(p => p.Sign == 0);

    /// <summary>Whether it is a power of t alone.</summary>
    public bool IsPowerOfT => Exponent.IsEmpty && _powers.Skip(1).All(p => p.Sign == 0);

    /// <summary>The logarithm of t, taken that many times.</summary>
    public static Monomial Logarithm(int times)
    {
        if (times >= Levels) throw new NotDecidedException("it needs a logarithm of logarithms beyond the scale");
        var powers = new Rational[Levels];
        powers[times] = Rational.One;
        return new Monomial(powers, []);
    }

    /// <summary>e to the power of a sum of infinite terms, the largest first.</summary>
    public static Monomial Exponential(IEnumerable<(Number Factor, Monomial Monomial)> sum)
    {
        var powers = new Rational[Levels];
        var exponent = ImmutableArray.CreateBuilder<(Number, Monomial)>();
        foreach (var (factor, monomial) in sum)
        {
            // e^(a·log t) is the power tᵃ.
            var level = monomial.LogarithmLevel();
            if (level > 0 && factor.AsRational is { } power) powers[level - 1] += power;
            else exponent.Add((factor, monomial));
        }

        return new Monomial(powers, exponent.ToImmutable());
    }

    private int LogarithmLevel()
    {
        if (!Exponent.IsEmpty) return 0;
        var level = Array.FindIndex(_powers, p => p.Sign != 0);
        return level > 0 && _powers[level] == Rational.One && _powers.Skip(level + 1).All(p => p.Sign == 0) ? level : 0;
    }

    public static Monomial operator *(Monomial a, Monomial b)
    {
        if (a.IsOne) return b;
        if (b.IsOne) return a;
        var powers = new Rational[Levels];
        for (var i = 0; i < Levels; i++) powers[i] = a._powers[i] + b._powers[i];
        return new Monomial(powers, Sum(a.Exponent, b.Exponent));
    }

    public static Monomial operator /(Monomial a, Monomial b) => a * b.Power(-1);

    public Monomial Power(Rational p)
    {
        if (p == Rational.One || IsOne) return this;
        var factor = new Number(p);
        return p.Sign == 0 ? One : new Monomial(
            [.. _powers.Select(power => power * p)],
            [.. Exponent.Select(term => (term.Factor * factor, term.Monomial))]);
    }

    /// <summary>1 where it tends to ∞, −1 where it tends to 0, 0 where it is 1.</summary>
    public int Trend()
    {
        var level = Array.FindIndex(_powers, p => p.Sign != 0);
        if (Exponent.IsEmpty) return level < 0 ? 0 : _powers[level].Sign;
        var (factor, monomial) = Exponent[0];
        if (level < 0) return factor.Sign();
        var order = monomial.CompareTo(Logarithm(level + 1));
        return order > 0 ? factor.Sign()
            : order < 0 ? _powers[level].Sign
            : (factor + new Number(_powers[level])).Sign();
    }

    /// <summary>Positive where it grows faster than the other one.</summary>
    public int CompareTo(Monomial? other)
    {
        if (ReferenceEquals(this, other)) return 0;
        // Most have no exponential part, or the same multiple of one monomial: this spares the quotient.
        if (Exponent.IsEmpty && other!.Exponent.IsEmpty) return ComparePowers(other);
        if (Exponent is [var a] && other!.Exponent is [var b] && ReferenceEquals(a.Monomial, b.Monomial))
        {
            var difference = a.Factor - b.Factor;
            if (difference.IsZero) return ComparePowers(other);
            if (a.Monomial.IsPowerOfT) return difference.Sign();
        }

        return (this / other!).Trend();
    }

    private int ComparePowers(Monomial other)
    {
        for (var i = 0; i < Levels; i++)
            if (_powers[i].CompareTo(other._powers[i]) is not 0 and var order)
                return order;
        return 0;
    }

    /// <summary>log m, a sum of terms, the largest first.</summary>
    public IEnumerable<(Number Factor, Monomial Monomial)> Logarithms()
    {
        var sum = Exponent;
        for (var i = 0; i < Levels; i++)
            if (_powers[i].Sign != 0)
                sum = Sum(sum, [(new Number(_powers[i]), Logarithm(i + 1))]);
        return sum;
    }

    private static ImmutableArray<(Number, Monomial)> Sum(
        ImmutableArray<(Number Factor, Monomial Monomial)> a, ImmutableArray<(Number Factor, Monomial Monomial)> b)
    {
        if (a.IsEmpty) return b;
        if (b.IsEmpty) return a;
        var sum = ImmutableArray.CreateBuilder<(Number, Monomial)>();
        var (i, j) = (0, 0);
        while (i < a.Length && j < b.Length)
        {
            var order = a[i].Monomial.CompareTo(b[j].Monomial);
            if (order > 0) sum.Add(a[i++]);
            else if (order < 0) sum.Add(b[j++]);
            else if (a[i++].Factor + b[j++].Factor is var factor && !factor.IsZero)
                sum.Add((factor, a[i - 1].Monomial));
        }

        while (i < a.Length) sum.Add(a[i++]);
        while (j < b.Length) sum.Add(b[j++]);
        return sum.ToImmutable();
    }

    public override string ToString()
    {
        string[] names = ["t", "log(t)", "log(log(t))", "log(log(log(t)))"];
        var factors = names.Zip(_powers).Where(p => p.Second.Sign != 0)
            .Select(p => p.Second == Rational.One ? p.First : $"{p.First}^({p.Second})");
        var exponent = string.Join(" + ", Exponent.Select(t => new Term(t.Factor, null, t.Monomial).ToString()));
        return string.Join("*",
            Exponent.IsEmpty ? factors : factors.Append($"exp({exponent})")) is { Length: > 0 } text ? text : "1";
    }
}
