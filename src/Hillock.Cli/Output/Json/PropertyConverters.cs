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
        new WriteOnlyConverter<FunctionRange>(Describe),
        new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false),
    ];

    // The enclosure that it is, and what is known of its ends.
    private static object Describe(FunctionRange range) => new
    {
        range.Infimum.Value.Lower,
        range.Supremum.Value.Upper,
        Bounded = range.IsBounded,
        BoundedBelow = range.IsBoundedBelow,
        BoundedAbove = range.IsBoundedAbove,
        Infimum = Describe(range.Infimum),
        Supremum = Describe(range.Supremum),
        range.LimitAtMinusInfinity,
        range.LimitAtPlusInfinity,
    };

    private static object Describe(Bound bound) => new
    {
        bound.Value.Lower,
        bound.Value.Upper,
        Attained = bound.IsAttained,
        bound.AttainedAt,
    };
}
