using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hillock.Lab.Json;

/// <summary>Points as arrays of three numbers, one point a line.</summary>
internal sealed class PlanePointsConverter : JsonConverter<IReadOnlyList<(float X, float Y, int Class)>>
{
    public override IReadOnlyList<(float X, float Y, int Class)> Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var points = new List<(float, float, int)>();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartArray)
        {
            reader.Read();
            var x = reader.GetSingle();
            reader.Read();
            var y = reader.GetSingle();
            reader.Read();
            points.Add((x, y, reader.GetInt32()));
            reader.Read();
        }

        return points;
    }

    public override void Write(
        Utf8JsonWriter writer, IReadOnlyList<(float X, float Y, int Class)> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var (x, y, index) in value)
            writer.WriteRawValue(FormattableString.Invariant($"[{x},{y},{index}]"));
        writer.WriteEndArray();
    }
}
