using System.Text.Json;
using System.Text.Json.Serialization;
using Hillock.Lab.Json;

namespace Hillock.Lab.Laboratory.Results;

/// <summary>A run of an experiment, with all that is needed to understand and to repeat it.</summary>
public sealed record ExperimentResult
{
    /// <summary>Raised when a reader of the earlier schema would misread the file.</summary>
    public const int CurrentSchema = 1;

    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        IndentSize = 1,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new SecondsConverter(),
            new JsonStringEnumConverter<Rate>(JsonNamingPolicy.SnakeCaseLower),
            new OutcomeConverter(),
            new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower),
        },
    };

    /// <summary>The version of the file.</summary>
    public int SchemaVersion { get; init; } = CurrentSchema;

    /// <summary>The experiment's <see cref="Experiment.Name"/>.</summary>
    public required string Name { get; init; }

    /// <summary>Its question.</summary>
    public required string Question { get; init; }

    /// <summary>Its claim.</summary>
    public required string Claim { get; init; }

    /// <summary>How near to the source it comes.</summary>
    public required Rate Rate { get; init; }

    /// <summary>What came out of it all.</summary>
    public required Outcome Verdict { get; init; }

    /// <summary>One or two sentences with the numbers that matter.</summary>
    public required string Summary { get; init; }

    /// <summary>What counts as holding.</summary>
    public required string Criterion { get; init; }

    /// <summary>What was tested.</summary>
    public required IReadOnlyList<Check> Checks { get; init; }

    /// <summary>What was done.</summary>
    public required IReadOnlyList<ProtocolLine> Protocol { get; init; }

    /// <summary>Tables and figures.</summary>
    public required IReadOnlyList<Section> Sections { get; init; }

    /// <summary>Papers.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>The lengths of this run by unit.</summary>
    public required IReadOnlyDictionary<string, int> Lengths { get; init; }

    /// <summary>Whether no length was below that of the verdict.</summary>
    public required bool FullLength { get; init; }

    /// <summary>The seed.</summary>
    public required int Seed { get; init; }

    /// <summary>The command that repeats it.</summary>
    public required string Command { get; init; }

    /// <summary>The machine.</summary>
    public required string Machine { get; init; }

    /// <summary>The version of the code.</summary>
    public required string Code { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>How long it took.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Steps that were not worked but taken from the store, so that <see cref="Duration"/> lacks their
    /// time.</summary>
    public required int ReusedSteps { get; init; }

    /// <summary>Reads what <see cref="ToJson"/> has written.</summary>
    public static ExperimentResult FromJson(string json)
    {
        var result = JsonSerializer.Deserialize<ExperimentResult>(json, Options);
        return result is { SchemaVersion: CurrentSchema }
            ? result
            : throw new JsonException($"This is no result of schema version {CurrentSchema}.");
    }

    /// <summary>The result as JSON in snake_case. Times are seconds; numbers that are not finite are the strings
    /// <c>"NaN"</c>, <c>"Infinity"</c> and <c>"-Infinity"</c>.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Options) + "\n";

    /// <summary>Outcomes as readers see them.</summary>
    private sealed class OutcomeConverter : JsonConverter<Outcome>
    {
        public override Outcome Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var text = reader.GetString();
            return Enum.GetValues<Outcome>().First(outcome => outcome.Text() == text);
        }

        public override void Write(Utf8JsonWriter writer, Outcome value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Text());
    }
}
