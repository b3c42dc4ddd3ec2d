using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hillock.Lab.Json;

/// <summary>Lists of whole numbers on one line; a decision map has thousands of them.</summary>
internal sealed class ClassesConverter : JsonConverter<IReadOnlyList<int>>
{
    public override IReadOnlyList<int> Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var numbers = new List<int>();
        while (reader.Read() && reader.TokenType == JsonTokenType.Number)
            numbers.Add(reader.GetInt32());
        return numbers;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<int> value, JsonSerializerOptions options) =>
        writer.WriteRawValue("[" + string.Join(',', value) + "]");
}
