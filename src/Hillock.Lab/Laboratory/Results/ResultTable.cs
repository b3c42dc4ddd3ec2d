using System.Text.Json;
using System.Text.Json.Serialization;
using Hillock.Lab.Reports;

namespace Hillock.Lab.Laboratory.Results;

/// <summary>A table; it is also written as a CSV file.</summary>
/// <param name="Id">The name of its file, in kebab case; unique in the experiment.</param>
/// <param name="Title">What it is of; may be empty where the section says it.</param>
/// <param name="Columns">Headings, with units.</param>
/// <param name="Rows">Cells, as many as there are columns.</param>
public sealed record ResultTable(
    string Id, string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<Cell>> Rows)
{
    /// <summary>What has to be known to read it; may be empty.</summary>
    public string Note { get; init; } = "";

    /// <summary>How many digits of a number are shown to readers; files have all.</summary>
    public int Digits { get; init; } = 4;

    /// <summary>Whether it is too long to stand in the flow of a page.</summary>
    [JsonIgnore]
    public bool IsLong => Rows.Count > 40;
}

/// <summary>A word, a number or nothing.</summary>
/// <param name="Text">The word; null for a number.</param>
/// <param name="Number">The number; null for a word. Both are null for an empty cell.</param>
[JsonConverter(typeof(CellConverter))]
public readonly record struct Cell(string? Text, double? Number)
{
    /// <summary>A word.</summary>
    public static implicit operator Cell(string? text) => new(text, null);

    /// <summary>A number; null for an empty cell.</summary>
    public static implicit operator Cell(double? number) => new(null, number);

    /// <summary>A number.</summary>
    public static implicit operator Cell(double number) => new(null, number);

    /// <summary>A whole number.</summary>
    public static implicit operator Cell(int number) => new(null, number);

    /// <summary>As readers see it.</summary>
    public string Show(int digits) => Text ?? (Number is not { } number ? "" : Show(number, digits));

    // A whole number is a count: it keeps all digits.
    private static string Show(double number, int digits) =>
        double.IsNaN(number) ? "—"
        : double.IsInfinity(number) ? (number > 0 ? "∞" : "−∞")
        : Math.Abs(number) < 1e9 && number == Math.Truncate(number) ? Numbers.Fixed(number, 0)
        : Numbers.Compact(number, digits);
}

internal sealed class CellConverter : JsonConverter<Cell>
{
    public override Cell Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.Null => default,
            JsonTokenType.Number => reader.GetDouble(),
            _ => Read(reader.GetString()!),
        };

    public override bool HandleNull => true;

    public override void Write(Utf8JsonWriter writer, Cell value, JsonSerializerOptions options)
    {
        if (value.Text is { } text)
            writer.WriteStringValue(text);
        else if (value.Number is not { } number)
            writer.WriteNullValue();
        else if (double.IsFinite(number))
            writer.WriteNumberValue(number);
        else
            writer.WriteStringValue(number.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static Cell Read(string text) => text switch
    {
        "NaN" => double.NaN,
        "Infinity" => double.PositiveInfinity,
        "-Infinity" => double.NegativeInfinity,
        _ => text,
    };
}
