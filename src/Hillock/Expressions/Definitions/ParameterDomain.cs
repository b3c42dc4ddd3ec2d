using System.Globalization;

namespace Hillock.Expressions;

/// <summary>The finite values that a parameter may take: an interval, with or without its ends, or all but one value.</summary>
public sealed record ParameterDomain
{
    private ParameterDomain()
    {
    }

    /// <summary>Any finite number.</summary>
    public static ParameterDomain Real { get; } = new();

    /// <summary>p &gt; 0.</summary>
    public static ParameterDomain Positive { get; } = Above(0);

    /// <summary>p ≥ 0.</summary>
    public static ParameterDomain NonNegative { get; } = AtLeast(0);

    /// <summary>p ≠ 0.</summary>
    public static ParameterDomain NonZero { get; } = Except(0);

    /// <summary>The lower end; −∞ where there is none.</summary>
    public double Low { get; private init; } = double.NegativeInfinity;

    /// <summary>The upper end; +∞ where there is none.</summary>
    public double High { get; private init; } = double.PositiveInfinity;

    /// <summary>Whether <see cref="Low"/> itself is left out.</summary>
    public bool LowIsOpen { get; private init; }

    /// <summary>Whether <see cref="High"/> itself is left out.</summary>
    public bool HighIsOpen { get; private init; }

    /// <summary>A single number that is left out, or null.</summary>
    public double? Hole { get; private init; }

    /// <summary>p &gt; <paramref name="low"/>.</summary>
    public static ParameterDomain Above(double low) => new() { Low = low, LowIsOpen = true };

    /// <summary>p ≥ <paramref name="low"/>.</summary>
    public static ParameterDomain AtLeast(double low) => new() { Low = low };

    /// <summary>p &lt; <paramref name="high"/>.</summary>
    public static ParameterDomain Below(double high) => new() { High = high, HighIsOpen = true };

    /// <summary>p ≤ <paramref name="high"/>.</summary>
    public static ParameterDomain AtMost(double high) => new() { High = high };

    /// <summary><paramref name="low"/> ≤ p ≤ <paramref name="high"/>.</summary>
    public static ParameterDomain Within(double low, double high) => new() { Low = low, High = high };

    /// <summary><paramref name="low"/> &lt; p &lt; <paramref name="high"/>.</summary>
    public static ParameterDomain Between(double low, double high) =>
        new() { Low = low, High = high, LowIsOpen = true, HighIsOpen = true };

    /// <summary><paramref name="low"/> ≤ p &lt; <paramref name="high"/>.</summary>
    public static ParameterDomain FromUpTo(double low, double high) => new() { Low = low, High = high, HighIsOpen = true };

    /// <summary><paramref name="low"/> &lt; p ≤ <paramref name="high"/>.</summary>
    public static ParameterDomain AboveUpTo(double low, double high) => new() { Low = low, High = high, LowIsOpen = true };

    /// <summary>p ≠ <paramref name="hole"/>.</summary>
    public static ParameterDomain Except(double hole) => new() { Hole = hole };

    /// <summary>The interval with these ends, or null where it is empty. Infinite ends are always left out.</summary>
    internal static ParameterDomain? TryBetween(double low, bool lowIsOpen, double high, bool highIsOpen)
    {
        var domain = new ParameterDomain
        {
            Low = low,
            High = high,
            LowIsOpen = lowIsOpen && double.IsFinite(low),
            HighIsOpen = highIsOpen && double.IsFinite(high),
        };
        var first = domain.LowIsOpen ? Math.BitIncrement(low) : Math.Max(low, double.MinValue);
        return domain.Contains(first) ? domain : null;
    }

    /// <summary>Whether a value belongs to it. Infinities and NaN never do.</summary>
    public bool Contains(double value) =>
        double.IsFinite(value)
        && (LowIsOpen ? value > Low : value >= Low)
        && (HighIsOpen ? value < High : value <= High)
        && value != Hole;

    /// <summary>The index of the first value that does not belong to it, or −1.</summary>
    internal int FindOutside(ReadOnlySpan<double> values)
    {
        var lowest = LowIsOpen ? Math.BitIncrement(Low) : Math.Max(Low, double.MinValue);
        var highest = HighIsOpen ? Math.BitDecrement(High) : Math.Min(High, double.MaxValue);
        var hole = Hole ?? double.NaN;
        for (var i = 0; i < values.Length; i++)
            if (!(values[i] >= lowest && values[i] <= highest) || values[i] == hole) return i;
        return -1;
    }

    /// <summary>The value of the domain that is nearest, at least a margin away from what is left out.</summary>
    public double Nearest(double value, double margin)
    {
        if (Hole is { } hole && Math.Abs(value - hole) < margin) return hole + Math.CopySign(margin, value - hole);
        var low = LowIsOpen ? Low + margin : Low;
        var high = HighIsOpen ? High - margin : High;
        return Math.Min(Math.Max(value, low), high);
    }

    /// <summary>How far a value is from what is left out; +∞ where nothing is.</summary>
    public double DistanceFromOpenEnds(double value) => Math.Min(
        Math.Min(
            LowIsOpen ? Math.Abs(value - Low) : double.PositiveInfinity,
            HighIsOpen ? Math.Abs(value - High) : double.PositiveInfinity),
        Hole is { } hole ? Math.Abs(value - hole) : double.PositiveInfinity);

    /// <summary>The domain in words, such as <c>a number above 0</c>.</summary>
    public override string ToString()
    {
        if (Hole is { } hole) return $"a number other than {Text(hole)}";
        return (double.IsFinite(Low), double.IsFinite(High)) switch
        {
            (false, false) => "a finite number",
            (true, false) => LowIsOpen ? $"a number above {Text(Low)}" : $"{Text(Low)} or a number above it",
            (false, true) => HighIsOpen ? $"a number below {Text(High)}" : $"{Text(High)} or a number below it",
            _ => $"a number from {Text(Low)}{(LowIsOpen ? " (excluded)" : "")} to {Text(High)}{(HighIsOpen ? " (excluded)" : "")}",
        };
    }

    /// <summary>The domain as formulas write it behind the value of a parameter: <c>in (0, inf)</c>, <c>except 0</c>;
    /// empty for any finite number.</summary>
    public string InFormula()
    {
        if (Hole is { } hole) return $"except {Text(hole)}";
        if (double.IsInfinity(Low) && double.IsInfinity(High)) return "";
        var low = double.IsInfinity(Low) ? "(-inf" : (LowIsOpen ? "(" : "[") + Text(Low);
        var high = double.IsInfinity(High) ? "inf)" : Text(High) + (HighIsOpen ? ")" : "]");
        return $"in {low}, {high}";
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
