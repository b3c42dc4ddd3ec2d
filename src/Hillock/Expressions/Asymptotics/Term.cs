namespace Hillock.Expressions.Asymptotics;

/// <summary>One term of an expansion: number · wave · monomial.</summary>
/// <param name="Factor">A number that is not 0 by its form.</param>
/// <param name="Wave">A bounded oscillation, or null for 1.</param>
/// <param name="Monomial">How it grows.</param>
internal readonly record struct Term(Number Factor, Wave? Wave, Monomial Monomial)
{
    public static Term operator *(Term a, Term b) =>
        new(a.Factor * b.Factor, Asymptotics.Wave.Times(a.Wave, b.Wave), a.Monomial * b.Monomial);

    public static Term operator -(Term a) => a with { Factor = -a.Factor };

    /// <summary>The sum of two terms that grow alike; null where they cancel.</summary>
    public static Term? Sum(Term a, Term b)
    {
        if (a.Wave is null && b.Wave is null)
            return (a.Factor + b.Factor) is { IsZero: false } factor ? new Term(factor, null, a.Monomial) : null;
        return new Term(Number.One, Asymptotics.Wave.Sum(a.Factor, a.Wave, b.Factor, b.Wave), a.Monomial);
    }

    /// <summary>1 or −1: the sign that it has from some point on.</summary>
    /// <exception cref="NotDecidedException">It oscillates through 0, or the sign of its number is not
    /// known.</exception>
    public int Sign() => Wave is null ? Factor.Sign()
        : Wave.Bounds.Sign is not 0 and var sign ? sign * Factor.Sign()
        : throw new NotDecidedException("a part oscillates and keeps changing its sign");

    /// <summary><c>-2*t^(-3)</c>; a wave is written as such.</summary>
    public override string ToString()
    {
        var rest = (Wave, Monomial.IsOne) switch
        {
            (null, true) => "",
            (null, false) => $"{Monomial}",
            (_, true) => "wave",
            _ => $"wave*{Monomial}",
        };
        if (rest.Length == 0) return Factor.Key;
        return Factor.IsOne ? rest
            : (-Factor).IsOne ? $"-{rest}"
            : Factor.Parts.Length > 1 ? $"({Factor})*{rest}"
            : $"{Factor}*{rest}";
    }
}
