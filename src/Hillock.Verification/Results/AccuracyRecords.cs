using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hillock.Verification;

/// <summary>Results of many verifications, at most one for each activation, type and precision, as JSON and in a
/// collection that newer results enter in place of older ones.</summary>
public static class AccuracyRecords
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>One JSON array, an object a verification.</summary>
    public static string ToJson(IEnumerable<ActivationResult> results) => JsonSerializer.Serialize(results, Json);

    /// <summary>What <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">The text is something else.</exception>
    public static IReadOnlyList<ActivationResult> FromJson(string json) =>
        JsonSerializer.Deserialize<List<ActivationResult>>(json, Json) ?? throw new JsonException("null is no list of results.");

    /// <summary>The results with a new one, which takes the place of that for the same kernels.</summary>
    public static IReadOnlyList<ActivationResult> With(IReadOnlyList<ActivationResult> results, ActivationResult added)
    {
        var list = results.ToList();
        var place = list.FindIndex(r => IsOfSameKernels(r, added));
        if (place < 0) list.Add(added);
        else list[place] = added;
        return list;
    }

    private static bool IsOfSameKernels(ActivationResult a, ActivationResult b) =>
        a.Function == b.Function && a.Type == b.Type && a.Precision == b.Precision;
}
