using System.Globalization;
using Hillock.Analysis.Properties;

namespace Hillock.Analysis.Reports;

/// <summary>Numbers in the phrases of a report: at most six digits, never more than are certain.</summary>
internal static class ReportNumber
{
    private const int MostDigits = 6;

    private const int DigitsOfBounds = 4;

    private const string Between = "between ";

    // A bound on what is 0 by symmetry is a rounding error, which differs between machines.
    private const double NoMoreThanRounding = 1e-9;

    /// <summary>A number that is known exactly, or to far more digits than are written.</summary>
    public static string Of(double value) => double.IsNaN(value) ? "none" : Format(value, MostDigits);

    /// <summary>The digits that both bounds have in common, or both bounds.</summary>
    public static string Of(Enclosure number)
    {
        var (lower, upper) = number;
        if (lower <= 0 && upper >= 0 && upper - lower < NoMoreThanRounding) return "0";
        for (var digits = MostDigits; digits >= 3; digits--)
            if (Format(lower, digits) is var text && text == Format(upper, digits))
                return text;
        // Two neighbours of the last digit: the middle is right to within one of it.
        if (IsNarrow(number)) return Format((lower + upper) / 2, MostDigits);
        return $"{Between}{Format(Outward(lower, -1), DigitsOfBounds)} and {Format(Outward(upper, 1), DigitsOfBounds)}";
    }

    /// <summary>“= 0.25” to the digits that are written, or “between 0.2 and 0.3”.</summary>
    public static string Equation(Enclosure number) =>
        Of(number) is var text && text.StartsWith(Between, StringComparison.Ordinal) ? text : "= " + text;

    /// <summary>A computed number, with no more digits than its bounds give.</summary>
    public static string Of(BoundedValue number) => Of(number.Bounds);

    /// <summary>A share of one, in per cent.</summary>
    public static string Percent(double share) => Of(100 * share) + " %";

    /// <summary>“a”, “a and b”, “a, b and c”, and how many more there are.</summary>
    public static string List(IReadOnlyList<string> words, int most = 4)
    {
        if (words.Count > most) return string.Join(", ", words.Take(most)) + $" and {words.Count - most} more";
        return words.Count < 2 ? string.Concat(words) : string.Join(", ", words.SkipLast(1)) + " and " + words[^1];
    }

    private static bool IsNarrow(Enclosure number) =>
        number.Upper - number.Lower < 1e-7 * Math.Max(Math.Abs(number.Lower), Math.Abs(number.Upper));

    // Rounded to the nearest, the bounds that are written would miss a part of what lies between them.
    private static double Outward(double bound, int direction)
    {
        if (bound == 0 || double.IsInfinity(bound)) return bound;
        var unit = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(bound))) - DigitsOfBounds + 1);
        return direction * Math.Ceiling(direction * bound / unit) * unit;
    }

    private static string Format(double value, int digits)
    {
        if (double.IsInfinity(value)) return value > 0 ? "∞" : "−∞";
        var text = value.ToString("G" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var parts = text.Split('E');
        var number = parts.Length == 1
            ? text
            : parts[0] + "e" + int.Parse(parts[1], CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
        return (number == "-0" ? "0" : number).Replace('-', '−');
    }
}
