using System.Text.Json;
using System.Text.Json.Serialization;
using Hillock.Analysis.Properties;

namespace Hillock.Cli.Output.Json;

/// <summary>How the values of properties look in JSON, where that is not the shape of their types.</summary>
internal static class PropertyConverters
{
    /// <summary>All of them, and names of enumerations in snake_case.</summary>
    public static IReadOnlyList<JsonConverter> All { get; } =
    [
        new WriteOnlyConverter<Certainty>(CertaintyText.Of),
        new WriteOnlyConverter<BoundedValue>(number => new { number.Bounds.Lower, number.Bounds.Upper, Estimate = number.Value }),
        new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false),
    ];
}
