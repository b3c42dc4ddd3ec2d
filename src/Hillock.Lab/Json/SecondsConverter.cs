using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hillock.Lab.Json;

/// <summary>Spans of time as seconds.</summary>
internal sealed class SecondsConverter : JsonConverter<TimeSpan>
{
    /// <summary>
    /// The span of the nearest 100 ns, so that a span that was written comes back: TimeSpan.FromSeconds drops what
    /// the product with 10⁷ leaves below a whole number, and makes 1890 ticks of 0.0001891 s.
    /// </summary>
    public static TimeSpan Span(double seconds) =>
        TimeSpan.FromTicks((long)Math.Round(seconds * TimeSpan.TicksPerSecond));

    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Span(reader.GetDouble());

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.TotalSeconds);
}
