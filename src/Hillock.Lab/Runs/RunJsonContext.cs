using System.Text.Json.Serialization;
using Hillock.Lab.Comparisons;
using Hillock.Lab.Json;

namespace Hillock.Lab.Runs;

/// <summary>Configurations and results as they are in a store: the names of the report's JSON, on one line.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    Converters = [typeof(SecondsConverter), typeof(ClassesConverter)])]
[JsonSerializable(typeof(RunConfiguration))]
[JsonSerializable(typeof(RunResult))]
internal sealed partial class RunJsonContext : JsonSerializerContext;
