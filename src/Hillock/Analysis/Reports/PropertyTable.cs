using Hillock.Analysis.Properties;

namespace Hillock.Analysis.Reports;

/// <summary>All lines of a report, in the order in which readers meet them.</summary>
public static class PropertyTable
{
    private static readonly Row[] Rows =
    [
        Line("domain", "domain", r => r.Domain, LimitPhrases.Of),
        Line("range", "range", r => r.Range, ShapePhrases.Of),
        Line("monotonicity", "monotonicity", r => r.Monotonicity, ShapePhrases.Of),
        Line("monotone_pieces", "monotone pieces", r => r.MonotonePieces, ShapePhrases.Of),
        Line("extrema", "extrema", r => r.Extrema, ShapePhrases.Of),
        Line("kinks", "kinks", r => r.Kinks, LimitPhrases.Of, none: "infinitely many"),
        Line("discontinuities", "discontinuities", r => r.Discontinuities, LimitPhrases.Of, none: "infinitely many"),
        Line("smoothness", "smoothness", r => r.Smoothness, LimitPhrases.Of),
        Line("saturation", "saturation, left", r => r.SaturationLeft, LimitPhrases.Of, "left"),
        Line("saturation", "saturation, right", r => r.SaturationRight, LimitPhrases.Of, "right"),
        Line("lipschitz", "Lipschitz constant", r => r.Lipschitz, ShapePhrases.Lipschitz),
        Line("symmetry", "symmetry", r => r.Symmetry, LimitPhrases.Of),
        Line("convexity", "convexity", r => r.Convexity, ShapePhrases.Of),
        Line("invertible", "invertible", r => r.Invertible, YesOrNo),
        Line("fixed_points", "fixed points", r => r.FixedPoints, ShapePhrases.Of),
        Line("zero_at_zero", "f(0) = 0", r => r.ZeroAtZero, YesOrNo),
        Line("positively_homogeneous", "homogeneous", r => r.PositivelyHomogeneous, LimitPhrases.Of),
        Line("idempotent", "idempotent", r => r.Idempotent, value => YesOrNo(value == true)),
        Line("piecewise_linear", "piecewise linear", r => r.PiecewiseLinear, value => YesOrNo(value == true)),
        Line("universal_approximation", "universal", r => r.UniversalApproximation, LimitPhrases.Of),
        Line("taylor", "Taylor series at 0", r => r.Taylor, LimitPhrases.Of),
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
        string key, string title, Func<PropertyReport, Finding<T>> finding, Func<T, string> phrase,
        string? side = null, string none = "none") =>
        new(key, report =>
        {
            var found = finding(report);
            return new(key, side, title, found, Text(found, phrase, none));
        });

    private static string Text<T>(Finding<T> finding, Func<T, string> phrase, string none) =>
        ((IFinding)finding).Value is T value ? phrase(value)
        : finding.Status == Certainty.NotDecided ? ""
        : none;

    private sealed record Row(string Key, Func<PropertyReport, PropertyLine> Of);
}
