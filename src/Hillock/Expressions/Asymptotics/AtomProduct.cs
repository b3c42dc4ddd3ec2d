using System.Collections.Immutable;

namespace Hillock.Expressions.Asymptotics;

/// <summary>Π atomᵖ with rational exponents, in the order of the names.</summary>
internal sealed class AtomProduct : IComparable<AtomProduct>
{
    private AtomProduct(ImmutableArray<(Atom Atom, Rational Exponent)> factors)
    {
        Factors = factors;
        Key = string.Join("*", factors
            .Select(f => f.Exponent == Rational.One ? f.Atom.Name : $"{f.Atom.Name}^({f.Exponent})"));
    }

    public static AtomProduct One { get; } = new([]);

    public ImmutableArray<(Atom Atom, Rational Exponent)> Factors { get; }

    /// <summary>The same for equal products only.</summary>
    public string Key { get; }

    public static AtomProduct Of(Atom atom, Rational exponent) => exponent.Sign == 0 ? One : new([(atom, exponent)]);

    public AtomProduct Times(AtomProduct other)
    {
        if (Factors.IsEmpty) return other;
        if (other.Factors.IsEmpty) return this;
        var exponents = new SortedDictionary<string, (Atom Atom, Rational Exponent)>(StringComparer.Ordinal);
        foreach (var (atom, exponent) in Factors.Concat(other.Factors))
        {
            var before = exponents.TryGetValue(atom.Name, out var known) ? known.Exponent : Rational.Zero;
            exponents[atom.Name] = (atom, before + exponent);
        }

        return new([.. exponents.Values.Where(f => f.Exponent.Sign != 0)]);
    }

    public AtomProduct Power(Rational p) => new([.. Factors.Select(f => (f.Atom, f.Exponent * p))]);

    public Bounds ToBounds()
    {
        var bounds = new Bounds(1, 1);
        foreach (var (atom, exponent) in Factors)
        {
            var power = exponent.ToBounds();
            var (low, high) = (Bounds.Power(atom.Value, power.Low), Bounds.Power(atom.Value, power.High));
            bounds *= new Bounds(Math.Min(low.Low, high.Low), Math.Max(low.High, high.High));
        }

        return bounds;
    }

    public int CompareTo(AtomProduct? other) => string.CompareOrdinal(Key, other!.Key);
}
