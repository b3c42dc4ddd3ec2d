using System.Collections.Immutable;
using Hillock.Analysis.Intervals;

namespace Hillock.Analysis.Ends;

/// <summary>A function of t that is positive for t ≥ start ≥ 2: tᵖ · (log t)^q · e^E(t), where E is a sum of constants
/// times positive powers of t.</summary>
/// <param name="Power">p.</param>
/// <param name="LogPower">q.</param>
/// <param name="Exponent">The terms of E, by descending power.</param>
internal sealed record Scale(double Power, double LogPower, ImmutableArray<(double Power, Coefficient Factor)> Exponent)
{
    /// <summary>1</summary>
    public static Scale Unit { get; } = new(0, 0, []);

    /// <summary>tᵖ</summary>
    public static Scale OfPower(double power) => new(power, 0, []);

    /// <summary>e^(c·tʳ), r &gt; 0</summary>
    public static Scale Exponential(double power, Coefficient factor) => new(0, 0, [(power, factor)]);

    /// <summary>log t</summary>
    public static Scale Log { get; } = new(0, 1, []);

    /// <summary>1 where it tends to ∞ with t, −1 where it tends to 0, 0 where it is 1, null where undecided.</summary>
    public int? Growth
    {
        get
        {
            if (Exponent.Length > 0) return Exponent[0].Factor.Range.Sign;
            return Power != 0 ? Math.Sign(Power) : Math.Sign(LogPower);
        }
    }

    /// <summary>The product of two.</summary>
    public static Scale operator *(Scale a, Scale b) =>
        new(a.Power + b.Power, a.LogPower + b.LogPower, Sum(a.Exponent, b.Exponent));

    /// <summary>This to an exact power; null where that is not exact.</summary>
    public Scale? ToThe(double power)
    {
        if (IsInexact(Power, power) || IsInexact(LogPower, power)) return null;
        var factor = Coefficient.Exact(power);
        return new(
            Power * power, LogPower * power, [.. Exponent.Select(term => (term.Power, term.Factor * factor))]);
    }

    /// <summary>1 / this.</summary>
    public Scale Reciprocal => ToThe(-1)!;

    /// <summary>Encloses its values for all t ≥ start.</summary>
    public Interval Range(double start)
    {
        if (Growth == 0) return Interval.One;
        var atStart = At(start);
        // t · (log scale)′ does not change its sign: monotone.
        var slope = LogarithmicSlope(start);
        if (slope.Upper <= 0) return new(0, atStart.Upper);
        if (slope.Lower >= 0) return new(atStart.Lower, double.PositiveInfinity);
        return new(0, double.PositiveInfinity);
    }

    /// <inheritdoc/>
    public bool Equals(Scale? other) =>
        other is not null
        && Power == other.Power
        && LogPower == other.LogPower
        && Exponent.Length == other.Exponent.Length
        && Exponent.Zip(other.Exponent).All(pair =>
            pair.First.Power == pair.Second.Power && Coefficient.AreSame(pair.First.Factor, pair.Second.Factor));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Power, LogPower, Exponent.Length);

    private static bool IsInexact(double a, double b) =>
        Rounding.MultiplyDown(a, b) != Rounding.MultiplyUp(a, b);

    private Interval At(double t)
    {
        var value = Interval.Pow(t, Power) * Interval.Pow(Interval.Log(t), LogPower);
        var exponent = Interval.Zero;
        foreach (var (power, factor) in Exponent) exponent += factor.Range * Interval.Pow(t, power);
        return value * Interval.Exp(exponent);
    }

    // p + q / log t + Σ r·c_r·tʳ, with the largest power taken out of the sum so that it is not ∞ − ∞.
    private Interval LogarithmicSlope(double start)
    {
        var t = new Interval(start, double.PositiveInfinity);
        var rest = Power + (LogPower / Interval.Log(t));
        if (Exponent.Length == 0) return rest;
        var leading = Exponent[0].Power;
        var sum = rest * (Interval.One / Interval.Pow(t, leading));
        foreach (var (power, factor) in Exponent)
            sum += power * factor.Range * (power == leading ? Interval.One : Interval.One / Interval.Pow(t, leading - power));
        return sum;
    }

    private static ImmutableArray<(double Power, Coefficient Factor)> Sum(
        ImmutableArray<(double Power, Coefficient Factor)> a, ImmutableArray<(double Power, Coefficient Factor)> b)
    {
        if (a.IsEmpty) return b;
        if (b.IsEmpty) return a;
        return
        [
            .. a.Concat(b)
                .GroupBy(term => term.Power)
                .Select(group => (group.Key, group.Select(term => term.Factor).Aggregate((x, y) => x + y)))
                .Where(term => !term.Item2.IsZero)
                .OrderByDescending(term => term.Key),
        ];
    }
}
