using Hillock.Analysis.Properties;
using Hillock.Analysis.Reports;

namespace Hillock.Analysis.Queries;

/// <summary>What a condition can ask for.</summary>
public static class QueryTerms
{
    /// <summary>The statements.</summary>
    public static IReadOnlyList<Statement> Statements { get; } =
    [
        Is("zero_centred", r => r.ZeroCentred, holds => holds),
        Is("self_normalising", r => r.SelfNormalising, s => s.IsSelfNormalising),
        Is("sparse", r => r.Sparsity, s => Greater(s.AtZero, 0)),
        Is("has_edge_of_chaos", r => r.EdgeOfChaos, e => e.Points.Count > 0),
    ];

    /// <summary>The quantities.</summary>
    public static IReadOnlyList<Quantity> Quantities { get; } =
    [
        Number("mean", r => r.Moments.Value?.Mean),
        Number("variance", r => r.Moments.Value?.Variance),
        Number("mean_square", r => r.Moments.Value?.Square),
        Number("slope_mean_square", r => r.Moments.Value?.SlopeSquare),
        Number("gain", r => r.Gain.Value?.OfSignal),
        Number("gradient_gain", r => r.Gain.Value?.OfGradient),
        Number("zero_share", r => r.Sparsity.Value?.AtZero),
        Number("zero_slope_share", r => r.Sparsity.Value?.OfZeroSlope),
        new("instructions", r => Exactly(r.Cost.Value?.Forward.Instructions)),
        new("backward_instructions", r => Exactly(r.Cost.Value?.Backward.Instructions)),
        new("divisions", r => Exactly(r.Cost.Value?.Forward.Divisions)),
    ];

    /// <summary>All names, statements first.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Statements.Select(statement => statement.Name), .. Quantities.Select(quantity => quantity.Name)];

    internal static Statement? FindStatement(string name) => Statements.FirstOrDefault(statement => statement.Name == name);

    internal static Quantity? FindQuantity(string name) => Quantities.FirstOrDefault(quantity => quantity.Name == name);

    private static Statement Is<T>(string name, Func<PropertyReport, Finding<T>> finding, Func<T, bool?> holds) =>
        new(name, report => finding(report) is { Status: not Certainty.NotDecided, Value: { } value } ? holds(value) : null);

    private static Quantity Number(string name, Func<PropertyReport, Finding<BoundedValue>?> finding) =>
        new(name, report => finding(report)?.Value?.Bounds);

    private static Enclosure? Exactly(int? number) => number is { } n ? new(n, n) : null;

    private static bool? Greater(Finding<BoundedValue> finding, double other) =>
        finding.Value?.Bounds.Compares(">", other);
}
