using Hillock.Analysis.Properties;
using Hillock.Analysis.Reports;

namespace Hillock.Analysis.Queries;

/// <summary>What a condition can ask for.</summary>
public static class QueryTerms
{
    /// <summary>The statements.</summary>
    public static IReadOnlyList<Statement> Statements { get; } =
    [
        Is("smooth", r => r.Smoothness, s => s.Order is null),
        Is("continuous", r => r.Smoothness, s => s.Order is null or >= 0),
        Is("differentiable", r => r.Kinks, kinks => kinks.Count == 0),
        Is("continuously_differentiable", r => r.Smoothness, s => s.Order is null or >= 1),
        Is("defined_everywhere", r => r.Domain, d => d.IsEverywhere),
        Is("monotone", r => r.Monotonicity, m => m != Monotonicity.NotMonotone),
        Is("increasing", r => r.Monotonicity, m => m == Monotonicity.Increasing),
        Is("non_decreasing", r => r.Monotonicity, m => m is Monotonicity.Increasing or Monotonicity.NonDecreasing or Monotonicity.Constant),
        Is("decreasing", r => r.Monotonicity, m => m == Monotonicity.Decreasing),
        Is("non_increasing", r => r.Monotonicity, m => m is Monotonicity.Decreasing or Monotonicity.NonIncreasing or Monotonicity.Constant),
        Is("constant", r => r.Monotonicity, m => m == Monotonicity.Constant),
        Is("bounded", r => r.Range, range => range.IsBounded),
        Is("bounded_below", r => r.Range, range => range.IsBoundedBelow),
        Is("bounded_above", r => r.Range, range => range.IsBoundedAbove),
        new("saturates", r => Kleene.And(Saturates(r.SaturationLeft), Saturates(r.SaturationRight))),
        new("saturates_left", r => Saturates(r.SaturationLeft)),
        new("saturates_right", r => Saturates(r.SaturationRight)),
        new("hard_saturates", r => Kleene.And(Is(r.SaturationLeft, SaturationKind.Hard), Is(r.SaturationRight, SaturationKind.Hard))),
        new("hard_saturates_left", r => Is(r.SaturationLeft, SaturationKind.Hard)),
        new("hard_saturates_right", r => Is(r.SaturationRight, SaturationKind.Hard)),
        new("soft_saturates", r => Kleene.And(Is(r.SaturationLeft, SaturationKind.Soft), Is(r.SaturationRight, SaturationKind.Soft))),
        new("soft_saturates_left", r => Is(r.SaturationLeft, SaturationKind.Soft)),
        new("soft_saturates_right", r => Is(r.SaturationRight, SaturationKind.Soft)),
        Is("odd", r => r.Symmetry, s => s.Kind == SymmetryKind.Odd),
        Is("even", r => r.Symmetry, s => s.Kind == SymmetryKind.Even),
        Is("convex", r => r.Convexity, c => c is Curvature.Convex or Curvature.Affine),
        Is("concave", r => r.Convexity, c => c is Curvature.Concave or Curvature.Affine),
        Is("affine", r => r.Convexity, c => c == Curvature.Affine),
        Is("invertible", r => r.Invertible, holds => holds),
        Is("zero_at_zero", r => r.ZeroAtZero, holds => holds),
        Is("homogeneous", r => r.PositivelyHomogeneous, h => h.IsHomogeneous),
        Is("idempotent", r => r.Idempotent, holds => holds),
        Is("piecewise_linear", r => r.PiecewiseLinear, holds => holds),
        new("universal", IsUniversal),
        Is("zero_centred", r => r.ZeroCentred, holds => holds),
        Is("self_normalising", r => r.SelfNormalising, s => s.IsSelfNormalising),
        Is("sparse", r => r.Sparsity, s => Greater(s.AtZero, 0)),
        Is("has_edge_of_chaos", r => r.EdgeOfChaos, e => e.Points.Count > 0 ? true : e.IsComplete ? false : null),
    ];

    /// <summary>The quantities.</summary>
    public static IReadOnlyList<Quantity> Quantities { get; } =
    [
        Bounds("lipschitz", r => r.Lipschitz, constant => constant),
        Bounds("lower_bound", r => r.Range, range => range.Infimum.Value),
        Bounds("upper_bound", r => r.Range, range => range.Supremum.Value),
        Bounds("limit_left", r => r.Range, range => range.LimitAtMinusInfinity),
        Bounds("limit_right", r => r.Range, range => range.LimitAtPlusInfinity),
        Bounds("kinks", r => r.Kinks, kinks => Exactly(kinks.Count)),
        Bounds("extrema", r => r.Extrema, extrema => Exactly(extrema.Count)),
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

    private static Quantity Bounds<T>(string name, Func<PropertyReport, Finding<T>> finding, Func<T, Enclosure?> bounds) =>
        new(name, report => finding(report) is { Status: not Certainty.NotDecided, Value: { } value } ? bounds(value) : null);

    private static bool? Saturates(Finding<SideSaturation> side) => Kleene.Not(Is(side, SaturationKind.None));

    private static bool? Is(Finding<SideSaturation> side, SaturationKind kind) => side.Value is { } value ? value.Kind == kind : null;

    // One theorem is enough, even where another is not decided.
    private static bool? IsUniversal(PropertyReport report) => report.UniversalApproximation.Value is { } verdicts
        ? verdicts.Select(verdict => verdict.Applies).Aggregate(Kleene.Or)
        : null;

    private static Quantity Number(string name, Func<PropertyReport, Finding<BoundedValue>?> finding) =>
        new(name, report => finding(report)?.Value?.Bounds);

    private static Enclosure? Exactly(int? number) => number is { } n ? new(n, n) : null;

    private static bool? Greater(Finding<BoundedValue> finding, double other) =>
        finding.Value?.Bounds.Compares(">", other);
}
