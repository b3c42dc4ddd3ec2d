using System.Text.Json;
using System.Text.Json.Serialization;
using Hillock.Lab.Comparisons;
using Hillock.Lab.Json;

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
    UseStringEnumConverter = true,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    Converters = [typeof(SecondsConverter), typeof(PlanePointsConverter), typeof(ClassesConverter)])]
[JsonSerializable(typeof(ResultsDocument))]
internal sealed partial class ResultsJsonContext : JsonSerializerContext;
