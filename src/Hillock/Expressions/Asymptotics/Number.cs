using System.Collections.Immutable;
using System.Numerics;

namespace Hillock.Expressions.Asymptotics;

/// <summary>An exact real constant: Σ fraction · product of atoms, such as 1 − log(2) + 2·pi.</summary>
/// <remarks>Equal numbers of the same form cancel exactly. Where two forms of the same number meet, such as log(4) and
/// 2·log(2) in spellings that are not recognised, their difference has bounds around 0 and no decided sign.</remarks>
internal sealed class Number
{
    // Higher powers of sums stay powers.
    private static readonly Rational MostMultipliedOut = 8;

    private const int LongestShown = 80;

    private readonly ImmutableArray<(AtomProduct Atoms, Rational Factor)> _parts;
    private Bounds? _bounds;
    private string? _key;

    private Number(ImmutableArray<(AtomProduct Atoms, Rational Factor)> parts) => _parts = parts;

    public static Number Zero { get; } = new([]);

    public static Number One { get; } = new(Rational.One);

    public static Number Pi { get; } = Of(Atom.Pi, Rational.One);

    public Number(Rational value)
        : this(value.Sign == 0 ? [] : [(AtomProduct.One, value)])
    {
    }

    public static implicit operator Number(int value) => new((Rational)value);

    public static Number Of(Atom atom, Rational exponent) => Of(AtomProduct.Of(atom, exponent), Rational.One);

    public static Number Of(AtomProduct atoms, Rational factor) =>
        factor.Sign == 0 ? Zero : new Number([Normalised(atoms, factor)]);

    public ImmutableArray<(AtomProduct Atoms, Rational Factor)> Parts => _parts;

    /// <summary>Whether it stands for an expression in x.</summary>
    public bool Varies => _parts.Any(p => p.Atoms.Factors.Any(f => f.Atom.Varies));

    public bool IsZero => _parts.IsEmpty;

    public bool IsOne => AsRational == Rational.One;

    /// <summary>The fraction that it is, or null.</summary>
    public Rational? AsRational =>
        IsZero ? Rational.Zero : _parts.Length == 1 && _parts[0].Atoms.Factors.IsEmpty ? _parts[0].Factor : null;

    public Bounds Bounds => _bounds ??= _parts.Length == 0
        ? new Bounds(0, 0)
        : _parts.Select(p => p.Factor.ToBounds() * p.Atoms.ToBounds()).Aggregate((a, b) => a + b);

    /// <summary>How it is written: the same for numbers of the same form.</summary>
    public string Key => _key ??= Print();

    // Times a sum that it is divided by, which is positive: so (1 + e)⁻¹ + (1 + e)⁻¹·e − 1 becomes 0 by its form. Null
    // where it is divided by none.
    private Number? WithoutDenominator()
    {
        var divisors = _parts.SelectMany(part => part.Atoms.Factors)
            .Where(factor => factor.Atom.Sum is not null && factor.Exponent is { IsInteger: true, Sign: < 0 }).ToList();
        if (divisors.Count == 0) return null;
        var (atom, exponent) = divisors.MinBy(factor => factor.Exponent);
        var ofSum = atom.Sum!.MultipliedOut(-exponent);
        return _parts
            .Select(part => part.Atoms.Factors.Any(f => f.Atom.Name == atom.Name && f.Exponent.Sign < 0)
                ? WithoutDivisor(part, atom, -exponent)
                : Of(part.Atoms, part.Factor) * ofSum)
            .Aggregate((a, b) => a + b);
    }

    // What is divided by less than the largest power keeps the rest of it multiplied out.
    private static Number WithoutDivisor((AtomProduct Atoms, Rational Factor) part, Atom atom, Rational power)
    {
        var own = part.Atoms.Factors.First(factor => factor.Atom.Name == atom.Name).Exponent;
        var others = Of(part.Atoms.Times(AtomProduct.Of(atom, -own)), part.Factor);
        return others * atom.Sum!.MultipliedOut(power + own);
    }

    // A sentence has no room for fractions of a hundred digits.
    private string Shown => Key.Length <= LongestShown ? Key : "a constant of the formula";

    /// <summary>−1, 0 or 1.</summary>
    /// <exception cref="NotDecidedException">The bounds do not tell it from 0.</exception>
    public int Sign()
    {
        if (IsZero) return 0;
        if (Varies) throw new NotDecidedException($"the sign of {Key} depends on x");
        if (_parts.Length == 1) return _parts[0].Factor.Sign;
        if (Bounds.Sign is not 0 and var sign) return sign;
        return WithoutDenominator() is { } multiple
            ? multiple.Sign()
            : throw new NotDecidedException($"{Shown} is too near to 0 to tell whether it is 0");
    }

    public static Number operator +(Number a, Number b)
    {
        if (a.IsZero) return b;
        if (b.IsZero) return a;
        if (a.AsRational is { } p && b.AsRational is { } q) return new Number(p + q);
        var parts = ImmutableArray.CreateBuilder<(AtomProduct, Rational)>(a._parts.Length + b._parts.Length);
        var (i, j) = (0, 0);
        while (i < a._parts.Length && j < b._parts.Length)
        {
            var order = a._parts[i].Atoms.CompareTo(b._parts[j].Atoms);
            if (order < 0) parts.Add(a._parts[i++]);
            else if (order > 0) parts.Add(b._parts[j++]);
            else if (a._parts[i++].Factor + b._parts[j++].Factor is var sum && sum.Sign != 0)
                parts.Add((a._parts[i - 1].Atoms, sum));
        }

        while (i < a._parts.Length) parts.Add(a._parts[i++]);
        while (j < b._parts.Length) parts.Add(b._parts[j++]);
        return new Number(parts.ToImmutable());
    }

    public static Number operator -(Number a) => new([.. a._parts.Select(p => (p.Atoms, -p.Factor))]);

    public static Number operator -(Number a, Number b) => a + -b;

    public static Number operator *(Number a, Number b)
    {
        if (a.IsZero || b.IsZero) return Zero;
        if (a.IsOne) return b;
        if (b.IsOne) return a;
        if (a.AsRational is { } f) return new Number([.. b._parts.Select(part => (part.Atoms, part.Factor * f))]);
        if (b.AsRational is not null) return b * a;
        var sum = Zero;
        foreach (var p in a._parts)
        {
            var row = b._parts.Select(q => Normalised(p.Atoms.Times(q.Atoms), p.Factor * q.Factor));
            sum += new Number(Sorted(row));
        }

        return sum;
    }

    /// <exception cref="UndefinedException">b is 0.</exception>
    public static Number operator /(Number a, Number b)
    {
        if (a.IsZero && !b.IsZero) return Zero;
        return Ratio(a, b) is { } ratio ? new Number(ratio) : a * b.Power(-1);
    }

    /// <summary>Its p-th power: real for a positive number, or for a whole p.</summary>
    /// <exception cref="UndefinedException">The power has no real value.</exception>
    public Number Power(Rational p)
    {
        if (p.Sign == 0) return One;
        if (IsZero) return p.Sign > 0 ? Zero : throw new UndefinedException("a division by 0");
        if (p == Rational.One) return this;
        return p.IsInteger ? WholePower(p) : Root(p);
    }

    private Number WholePower(Rational p)
    {
        if (_parts.Length == 1) return Of(_parts[0].Atoms.Power(p), Rational.One) * PowerOf(_parts[0].Factor, p);
        if (p.Sign > 0 && p < MostMultipliedOut)
            return MultipliedOut(p);
        if (!Varies) Sign();
        return PowerOfSum(p);
    }

    // A whole power ≥ 0, whose sums meet other sums.
    private Number MultipliedOut(Rational p) =>
        Enumerable.Repeat(this, (int)p.Numerator).Aggregate(One, (a, b) => a * b);

    private Number Root(Rational p)
    {
        if (Varies) return PowerOfSum(p);
        if (Sign() < 0) throw new UndefinedException("a root of a negative number");
        return _parts.Length == 1
            ? Of(_parts[0].Atoms.Power(p), Rational.One) * PowerOf(_parts[0].Factor, p)
            : PowerOfSum(p);
    }

    // Without its content, so that 2 + 2e and 1 + e have the same atom, and without its sign where that may be taken
    // out.
    private Number PowerOfSum(Rational p)
    {
        var (content, rest) = WithoutContent();
        var isNegative = p.IsInteger && (Varies ? rest._parts[0].Factor.Sign < 0 : rest.Sign() < 0);
        if (isNegative) rest = -rest;
        var power = PowerOf(content, p) * Of(rest.ToAtom(), p);
        return isNegative && p.IsOddInteger ? -power : power;
    }

    // Atoms are positive: the sign of a product relies on it.
    private Atom ToAtom() => Varies || Sign() > 0
        ? new Atom($"({Key})", Bounds, Varies: Varies, Sum: this)
        : throw new NotDecidedException($"{Key} is not positive");

    /// <summary>It as content · what remains, whose first factor is ±1.</summary>
    public (Rational Content, Number Remaining) WithoutContent()
    {
        var first = _parts[0].Factor;
        var content = first.Sign < 0 ? -first : first;
        return (content, new Number([.. _parts.Select(part => (part.Atoms, part.Factor / content))]));
    }

    private static Number PowerOf(Rational number, Rational p)
    {
        if (p.IsInteger && BigInteger.Abs(p.Numerator) <= 1024) return new Number(number.Power((int)p.Numerator));
        return PowerOf(number.Numerator, p) * PowerOf(number.Denominator, -p);
    }

    private static Number PowerOf(BigInteger positive, Rational p) => PrimeFactors.Of(positive)
        .Aggregate(One, (product, factor) => product * Of(Atom.Of(factor.Prime), p * factor.Count));

    /// <summary>a/b, where that is a fraction by the form of the two.</summary>
    private static Rational? Ratio(Number a, Number b)
    {
        if (a._parts.Length != b._parts.Length || b.IsZero) return null;
        var ratio = a._parts[0].Factor / b._parts[0].Factor;
        for (var i = 0; i < a._parts.Length; i++)
            if (a._parts[i].Atoms.Key != b._parts[i].Atoms.Key || a._parts[i].Factor != ratio * b._parts[i].Factor)
                return null;
        return ratio;
    }

    // Whole powers of integers belong to the fraction: 2^(3/2) is 2·2^(1/2).
    private static (AtomProduct, Rational) Normalised(AtomProduct atoms, Rational factor)
    {
        foreach (var (atom, exponent) in atoms.Factors)
        {
            if (atom.Integer is not { } integer || exponent.Floor() is not { IsZero: false } whole) continue;
            factor *= Rational.Of(integer, 1).Power((int)whole);
            atoms = atoms.Times(AtomProduct.Of(atom, Rational.Of(-whole, 1)));
        }

        return (atoms, factor);
    }

    private static ImmutableArray<(AtomProduct, Rational)> Sorted(
        IEnumerable<(AtomProduct Atoms, Rational Factor)> parts)
    {
        var sums = new SortedDictionary<AtomProduct, Rational>();
        foreach (var (atoms, factor) in parts) sums[atoms] = sums.GetValueOrDefault(atoms) + factor;
        return [.. sums.Where(sum => sum.Value.Sign != 0).Select(sum => (sum.Key, sum.Value))];
    }

    private string Print()
    {
        if (IsZero) return "0";
        var text = "";
        foreach (var (atoms, factor) in _parts)
        {
            var size = factor.Sign < 0 ? -factor : factor;
            var sign = factor.Sign < 0 ? (text.Length == 0 ? "-" : " - ") : text.Length == 0 ? "" : " + ";
            text += sign + (atoms.Key.Length == 0 ? size.ToString()
                : size == Rational.One ? atoms.Key
                : $"{size}*{atoms.Key}");
        }

        return text;
    }

    public override string ToString() => Key;
}
