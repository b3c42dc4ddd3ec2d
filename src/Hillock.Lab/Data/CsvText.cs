using System.Globalization;

namespace Hillock.Lab.Data;

/// <summary>CSV as it is written (RFC 4180): comma, text in quotes where it needs them, numbers in the invariant culture.
/// An absent value is empty.</summary>
internal static class CsvText
{
    /// <summary>A row with its end of line.</summary>
    public static string Row(IEnumerable<object?> cells) => string.Join(',', cells.Select(Cell)) + "\n";

    private static string Cell(object? value)
    {
        var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        return text.AsSpan().ContainsAny("\",\r\n")
            ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : text;
    }
}
