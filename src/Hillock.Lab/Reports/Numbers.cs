using System.Globalization;

namespace Hillock.Lab.Reports;

/// <summary>Numbers as readers see them: the invariant culture with a true minus sign.</summary>
internal static class Numbers
{
    /// <summary>As few digits as give the number back; with a power of ten only if very large or small.</summary>
    public static string Plain(double value) => Typeset(Math.Abs(value) is > 1e-12 and < 1e15
        ? ((decimal)value).ToString(CultureInfo.InvariantCulture)
        : value.ToString(CultureInfo.InvariantCulture));

    /// <summary>So many digits behind the point.</summary>
    public static string Fixed(double value, int decimals) =>
        Typeset(value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));

    /// <summary>So many digits that count.</summary>
    public static string Significant(double value, int digits) => Plain(double.Parse(
        value.ToString("G" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
        CultureInfo.InvariantCulture));

    /// <summary>So many digits that count, with a power of ten where that is shorter: 9.2·10⁻⁷.</summary>
    public static string Compact(double value, int digits)
    {
        if (!double.IsFinite(value) || value == 0 || Math.Abs(value) is >= 1e-3 and < 1e6)
            return Significant(value, digits);
        var parts = value.ToString(
            "E" + (digits - 1).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).Split('E');
        var mantissa = Plain(double.Parse(parts[0], CultureInfo.InvariantCulture));
        return $"{mantissa}·10{Superscript(int.Parse(parts[1], CultureInfo.InvariantCulture))}";
    }

    /// <summary>A whole number in raised digits.</summary>
    public static string Superscript(int number) => string.Concat(
        number.ToString(CultureInfo.InvariantCulture).Select(c => c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[c - '0']));

    /// <summary>So many of a hundred: 12.5 %.</summary>
    public static string Percent(double value, int decimals = 1) => Fixed(value, decimals) + " %";

    /// <summary>A span of time in the unit that suits it.</summary>
    public static string Duration(TimeSpan span) => span.TotalSeconds switch
    {
        < 1 => Significant(span.TotalMilliseconds, 3) + " ms",
        < 100 => Significant(span.TotalSeconds, 3) + " s",
        < 6000 => Fixed(span.TotalMinutes, 1) + " min",
        _ => Fixed(span.TotalHours, 1) + " h",
    };

    /// <summary>An amount of memory in the unit that suits it.</summary>
    public static string Bytes(long bytes) => bytes switch
    {
        < 1 << 20 => Significant(bytes / 1024.0, 3) + " KiB",
        < 1 << 30 => Significant(bytes / (1024.0 * 1024), 3) + " MiB",
        _ => Significant(bytes / (1024.0 * 1024 * 1024), 3) + " GiB",
    };

    /// <summary>A p-value, never rounded down to zero.</summary>
    public static string Probability(double p) => double.IsNaN(p) ? "not defined" : p switch
    {
        < 0.001 => "< 0.001",
        _ => Fixed(p, 3),
    };

    /// <summary>“one run”, “3 runs”.</summary>
    public static string Count(int count, string noun, string? plural = null) => count == 1
        ? "one " + noun
        : count.ToString(CultureInfo.InvariantCulture) + " " + (plural ?? noun + "s");

    /// <summary>“a”, “a and b”, “a, b and c”.</summary>
    public static string List(IReadOnlyList<string> words) => words.Count switch
    {
        0 => "",
        1 => words[0],
        _ => string.Join(", ", words.Take(words.Count - 1)) + " and " + words[^1],
    };

    private static string Typeset(string number) => number.Replace('-', '−');
}
