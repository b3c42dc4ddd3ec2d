using System.Text.Json;
using System.Text.Json.Serialization;
using Hillock.Lab.Comparisons;

namespace Hillock.Lab.Reports;

/// <summary>
/// A comparison as JSON: <c>{ "schema_version": 1, "comparison": { … } }</c> with the names of
/// <see cref="ComparisonResult"/> in snake_case. Times are seconds; numbers that are not finite are the strings
/// <c>"NaN"</c>, <c>"Infinity"</c> and <c>"-Infinity"</c>; a plane point is <c>[x, y, class]</c>.
/// </summary>
public static class ResultsFile
{
    /// <summary>Raised when a reader of the earlier schema would misread the file.</summary>
    public const int SchemaVersion = 1;

    /// <summary>Writes the file; a crash leaves the old file or none, never half of one.</summary>
    public static void Write(ComparisonResult result, string path) => AtomicFile.Write(path, ToJson(result));

    /// <summary>Reads a file written by <see cref="Write"/>.</summary>
    public static ComparisonResult Read(string path) => FromJson(File.ReadAllText(path));

    /// <summary>The comparison as JSON.</summary>
    public static string ToJson(ComparisonResult result) => JsonSerializer.Serialize(
        new ResultsDocument(SchemaVersion, result), ResultsJsonContext.Default.ResultsDocument) + "\n";

    /// <summary>The comparison from JSON.</summary>
    public static ComparisonResult FromJson(string json)
    {
        var document = JsonSerializer.Deserialize(json, ResultsJsonContext.Default.ResultsDocument);
        if (document is not { SchemaVersion: SchemaVersion, Comparison: not null })
            throw new JsonException($"These are no results of schema version {SchemaVersion}.");
        return document.Comparison;
    }
}

/// <summary>The root of the file.</summary>
internal sealed record ResultsDocument(int SchemaVersion, ComparisonResult Comparison);

/// <summary>The code that reads and writes the schema, made at compile time so that trimming cannot break it.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    IndentSize = 1,
    NewLine = "\n",
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    Converters = [typeof(SecondsConverter), typeof(PlanePointsConverter), typeof(ClassesConverter)])]
[JsonSerializable(typeof(ResultsDocument))]
internal sealed partial class ResultsJsonContext : JsonSerializerContext;

/// <summary>Spans of time as seconds.</summary>
internal sealed class SecondsConverter : JsonConverter<TimeSpan>
{
    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TimeSpan.FromSeconds(reader.GetDouble());

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.TotalSeconds);
}

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
