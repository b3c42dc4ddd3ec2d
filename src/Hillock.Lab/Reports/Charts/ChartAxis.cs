using System.Globalization;

namespace Hillock.Lab.Reports.Charts;

/// <summary>A labelled place on an axis.</summary>
internal readonly record struct Tick(double Value, string Label);

/// <summary>The range of an axis, linear or logarithmic.</summary>
internal sealed record ChartAxis(double Min, double Max, bool IsLogarithmic = false)
{
    /// <summary>What is written next to the axis.</summary>
    public string Label { get; init; } = "";

    /// <summary>Written behind every number, such as %.</summary>
    public string Unit { get; init; } = "";

    /// <summary>About how many numbers to write; fewer for a small picture.</summary>
    public int WantedTicks { get; init; } = 6;

    /// <summary>Names in place of numbers; null for numbers.</summary>
    public IReadOnlyList<Tick>? Names { get; init; }

    /// <summary>The range that shows all finite values with some air around them.</summary>
    /// <param name="values">What is to be seen.</param>
    /// <param name="logarithmicOver">From this quotient of largest and smallest value on it is logarithmic.</param>
    public static ChartAxis Covering(IEnumerable<double> values, double logarithmicOver = double.PositiveInfinity)
    {
        var finite = values.Where(double.IsFinite).ToArray();
        if (finite.Length == 0)
            return new ChartAxis(0, 1);
        var (min, max) = (finite.Min(), finite.Max());
        if (min > 0 && max / min >= logarithmicOver)
        {
            var factor = Math.Pow(max / min, 0.05);
            return new ChartAxis(min / factor, max * factor, IsLogarithmic: true);
        }

        var air = max > min ? 0.05 * (max - min) : Math.Max(1e-6, 0.1 * Math.Abs(max));
        return new ChartAxis(min - air, max + air);
    }

    /// <summary>The same axis, cut where no value can be.</summary>
    public ChartAxis Within(double lowest, double highest) =>
        this with { Min = Math.Max(Min, lowest), Max = Math.Min(Max, highest) };

    /// <summary>
    /// The coordinate in which the axis is linear. What lies far outside of the picture (or, on a logarithmic axis, is
    /// not positive) is brought near to it, still out of sight: pixels are single-precision numbers and would overflow.
    /// </summary>
    public double Place(double value)
    {
        if (double.IsNaN(value))
            return double.NaN;
        return IsLogarithmic
            ? Math.Log10(Math.Clamp(value, Min / 1e6, Max * 1e6))
            : Math.Clamp(value, Min - 100 * (Max - Min), Max + 100 * (Max - Min));
    }

    /// <summary>The values to label.</summary>
    public IReadOnlyList<Tick> Ticks()
    {
        if (Names is not null)
            return Names;
        var values = IsLogarithmic ? LogarithmicValues() : LinearValues(WantedTicks);
        // One notation for the whole axis: powers of ten as soon as one number needs them.
        var usesPowers = values.Any(NeedsPower);
        return [.. values.Select(value => new Tick(value, Write(value) + Unit))];

        string Write(double value) => usesPowers ? WithPower(value) : Numbers.Plain(value);
    }

    private double[] LinearValues(int count)
    {
        var step = NiceStep((Max - Min) / count);
        var first = Math.Ceiling(Min / step - 1e-9);
        var last = Math.Floor(Max / step + 1e-9);
        return [.. Enumerable.Range(0, (int)(last - first) + 1).Select(i => Round((first + i) * step, step))];
    }

    // 1, 2, 5 of each decade; powers of ten alone, or every n-th of them, where that would be too many.
    private double[] LogarithmicValues()
    {
        var (first, last) = ((int)Math.Floor(Math.Log10(Min)), (int)Math.Ceiling(Math.Log10(Max)));
        var decades = Enumerable.Range(first, last - first + 1).ToArray();
        var fine = Inside(decades.SelectMany(decade => new[] { 1.0, 2, 5 }.Select(digit => digit * Power(decade))));
        if (fine.Length >= 3 && fine.Length <= WantedTicks + 1)
            return fine;
        if (fine.Length < 3)
            return LinearValues(4).Where(value => value > 0).ToArray();
        var every = (decades.Length + WantedTicks - 1) / WantedTicks;
        return Inside(decades.Where(decade => decade % every == 0).Select(Power));
    }

    private double[] Inside(IEnumerable<double> values) => [.. values.Where(value => value >= Min && value <= Max)];

    // Parsing gives the double nearest to the power; Math.Pow may miss it by a digit.
    private static double Power(int exponent) =>
        double.Parse(string.Create(CultureInfo.InvariantCulture, $"1e{exponent}"), CultureInfo.InvariantCulture);

    private static double NiceStep(double rough)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var digit = rough / power;
        return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
    }

    private static double Round(double value, double step) =>
        Math.Round(value / step) == 0 ? 0 : double.Parse(
            value.ToString("G12", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static bool NeedsPower(double value) => Math.Abs(value) is > 0 and < 1e-3 or >= 1e5;

    private static string WithPower(double value)
    {
        if (value == 0)
            return "0";
        var exponent = (int)Math.Floor(Math.Log10(Math.Abs(value)) + 1e-9);
        var digits = value / Math.Pow(10, exponent);
        var power = "10" + Numbers.Superscript(exponent);
        return Math.Abs(digits - 1) < 1e-9 ? power : Numbers.Plain(Math.Round(digits, 6)) + "·" + power;
    }
}
