using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hillock.Cli.Output.Json;

/// <summary>How a type is written as JSON; nothing is read.</summary>
internal sealed class WriteOnlyConverter<T>(Func<T, object> describe) : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Reports are written, not read.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, describe(value), options);
}
