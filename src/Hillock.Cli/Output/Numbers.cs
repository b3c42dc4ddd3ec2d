using System.Globalization;

namespace Hillock.Cli.Output;

/// <summary>Numbers as text, in the invariant culture.</summary>
internal static class Numbers
{
    /// <summary>Twelve significant digits, such as <c>-5.91952586928e-9</c>.</summary>
    public static string Long(double value) => Format(value, 12);

    /// <summary>Nine significant digits, which tell every float from its neighbours.</summary>
    public static string Single(double value) => Format(value, 9);

    /// <summary>Six significant digits.</summary>
    public static string Short(double value) => Format(value, 6);

    /// <summary>Numbers between commas, as in <c>-2,-1,0.5</c>.</summary>
    /// <exception cref="UsageException">A part is not a number; the message shows it.</exception>
    public static double[] ParseList(string text, string what) => [.. text.Split(',').Select(part => Parse(part, what))];

    /// <summary>A number written with a point, or inf, -inf, nan.</summary>
    /// <exception cref="UsageException">It is not a number.</exception>
    public static double Parse(string text, string what) => text.Trim().ToLowerInvariant() switch
    {
        "inf" or "+inf" or "∞" => double.PositiveInfinity,
        "-inf" or "-∞" => double.NegativeInfinity,
        "nan" => double.NaN,
        _ => ParseFinite(text, what),
    };

    private static double ParseFinite(string text, string what) =>
        double.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new UsageException($"{what}: '{text.Trim()}' is not a number; write numbers as in -2,-1,0.5");

    private static string Format(double value, int digits)
    {
        if (double.IsPositiveInfinity(value)) return "∞";
        if (double.IsNegativeInfinity(value)) return "-∞";
        var text = value.ToString("G" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var exponent = text.IndexOf('E', StringComparison.Ordinal);
        return exponent < 0
            ? text
            : text[..exponent] + "e" + int.Parse(text[(exponent + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)
                .ToString(CultureInfo.InvariantCulture);
    }
}
