using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hillock.Lab.Laboratory.Figures;

/// <summary>The numbers of a picture on one line, with the digits that can be seen.</summary>
internal sealed class PlotNumbersConverter : JsonConverter<IReadOnlyList<double>>
{
    public override IReadOnlyList<double> Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var numbers = new List<double>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            numbers.Add(reader.TokenType == JsonTokenType.Number
                ? reader.GetDouble()
                : double.Parse(reader.GetString()!, CultureInfo.InvariantCulture));
        }

        return numbers;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<double> value, JsonSerializerOptions options) =>
        writer.WriteRawValue($"[{string.Join(',', value.Select(Text))}]");

    private static string Text(double number) => double.IsFinite(number)
        ? number.ToString("G6", CultureInfo.InvariantCulture)
        : $"\"{number.ToString(CultureInfo.InvariantCulture)}\"";
}
