using Hillock.Analysis.Properties;

namespace Hillock.Analysis.Reports;

/// <summary>All lines of a report, in the order in which readers meet them.</summary>
public static class PropertyTable
{
    private static readonly Row[] Rows =
    [
        Line("zero_centred", "zero-centred", r => r.ZeroCentred, YesOrNo),
        Line("moments", "moments, N(0, 1)", r => r.Moments, MeanFieldPhrases.Of),
        Line("gain", "gains", r => r.Gain, MeanFieldPhrases.Of),
        Line("edge_of_chaos", "edge of chaos", r => r.EdgeOfChaos, MeanFieldPhrases.Of),
        Line("self_normalising", "self-normalising", r => r.SelfNormalising, MeanFieldPhrases.Of),
        Line("sparsity", "sparsity, N(0, 1)", r => r.Sparsity, MeanFieldPhrases.Of),
        Line("cost", "cost, float32", r => r.Cost, MeanFieldPhrases.Of),
    ];

    /// <summary>The keys, each once.</summary>
    public static IReadOnlyList<string> Keys { get; } = [.. Rows.Select(row => row.Key).Distinct()];

    /// <summary>The lines of a report, each computed when it is reached.</summary>
    public static IEnumerable<PropertyLine> Of(PropertyReport report) => Rows.Select(row => row.Of(report));

    private static string YesOrNo(bool value) => value ? "yes" : "no";

    private static Row Line<T>(
        string key, string title, Func<PropertyReport, Finding<T>> finding, Func<T, string> phrase, string? side = null) =>
        new(key, report =>
        {
            var found = finding(report);
            return new(key, side, title, found, Text(found, phrase));
        });

    private static string Text<T>(Finding<T> finding, Func<T, string> phrase) => finding switch
    {
        { Status: Certainty.NotDecided } => "",
        { Value: { } value } => phrase(value),
        _ => "none",
    };

    private sealed record Row(string Key, Func<PropertyReport, PropertyLine> Of);
}
