using Hillock.Analysis.Properties;

namespace Hillock.Analysis.Reports;

/// <summary>In words: how an activation rises, falls and bends.</summary>
internal static class ShapePhrases
{
    private const int MostNamed = 4;

    public static string Of(FunctionRange range)
    {
        var bounds = (range.IsBoundedBelow, range.IsBoundedAbove) switch
        {
            (true, true) => $"bounded: infimum {Of(range.Infimum)}, supremum {Of(range.Supremum)}",
            (true, false) => $"bounded below: infimum {Of(range.Infimum)}; unbounded above",
            (false, true) => $"unbounded below; bounded above: supremum {Of(range.Supremum)}",
            (false, false) => "unbounded below and above",
            _ => $"infimum {Of(range.Infimum)}, supremum {Of(range.Supremum)}",
        };
        return bounds + Limit("f(−∞)", range.LimitAtMinusInfinity) + Limit("f(∞)", range.LimitAtPlusInfinity);
    }

    public static string Of(Monotonicity monotonicity) => monotonicity switch
    {
        Monotonicity.Increasing => "strictly increasing",
        Monotonicity.NonDecreasing => "non-decreasing",
        Monotonicity.Constant => "constant",
        Monotonicity.NonIncreasing => "non-increasing",
        Monotonicity.Decreasing => "strictly decreasing",
        _ => "not monotone",
    };

    public static string Of(IReadOnlyList<MonotonePiece> pieces) =>
        ReportNumber.List([.. pieces.Select(Of)], MostNamed);

    public static string Of(IReadOnlyList<Extremum> extrema) => extrema.Count == 0
        ? "none"
        : ReportNumber.List(
            [
                .. extrema.Select(e => $"{(e.IsMaximum ? "maximum" : "minimum")} {ReportNumber.Of(e.Value)}{Where(e.At)}"),
            ],
            MostNamed);

    public static string Lipschitz(Enclosure constant) => double.IsPositiveInfinity(constant.Lower)
        ? "none: not Lipschitz"
        : $"sup |f′| {ReportNumber.Equation(constant)}";

    public static string Of(Curvature curvature) => curvature switch
    {
        Curvature.Affine => "a straight line, convex and concave",
        Curvature.Convex => "convex",
        Curvature.Concave => "concave",
        _ => "neither convex nor concave",
    };

    public static string Of(FixedPoints fixedPoints)
    {
        List<string> all =
        [
            .. fixedPoints.Intervals.Select(i => "all x" + Within(i)),
            .. fixedPoints.Points.Select(Of),
        ];
        return all.Count == 0 ? "none" : ReportNumber.List(all, MostNamed);
    }

    private static string Of(Bound bound) => ReportNumber.Of(bound.Value) + (bound switch
    {
        { AttainedAt: { } at } => Where(at),
        { IsAttained: true } => " (attained)",
        { IsAttained: false, IsFinite: true } => " (not attained)",
        _ => "",
    });

    // A piece without its ends: f may jump there.
    private static string Where(Enclosure at) => (at.Lower, at.Upper) switch
    {
        (double.NegativeInfinity, double.PositiveInfinity) => " everywhere",
        (double.NegativeInfinity, var upper) => $" for x < {ReportNumber.Of(upper)}",
        (var lower, double.PositiveInfinity) => $" for x > {ReportNumber.Of(lower)}",
        var (lower, upper) when at.IsPiece =>
            $" for x between {ReportNumber.Of(lower)} and {ReportNumber.Of(upper)}",
        _ => $" at x = {ReportNumber.Of(at)}",
    };

    private static string Limit(string name, Enclosure? limit) =>
        limit is { } value ? $"; {name} {ReportNumber.Equation(value)}" : "";

    private static string Of(MonotonePiece piece) =>
        $"{Of(piece.Monotonicity)} {Interval(piece.From, piece.To)}";

    private static string Interval(Enclosure from, Enclosure to) =>
        (double.IsNegativeInfinity(from.Lower), double.IsPositiveInfinity(to.Upper)) switch
        {
            (true, true) => "everywhere",
            (true, false) => $"below {ReportNumber.Of(to)}",
            (false, true) => $"above {ReportNumber.Of(from)}",
            _ => $"from {ReportNumber.Of(from)} to {ReportNumber.Of(to)}",
        };

    private static string Within(FixedInterval interval)
    {
        var from = $"{(interval.IncludesLower ? "≥" : ">")} {ReportNumber.Of(interval.Lower)}";
        var to = $"{(interval.IncludesUpper ? "≤" : "<")} {ReportNumber.Of(interval.Upper)}";
        return (interval.Lower, interval.Upper) switch
        {
            (double.NegativeInfinity, double.PositiveInfinity) => "",
            (double.NegativeInfinity, _) => " " + to,
            (_, double.PositiveInfinity) => " " + from,
            _ when interval is { IncludesLower: true, IncludesUpper: true } =>
                $" from {ReportNumber.Of(interval.Lower)} to {ReportNumber.Of(interval.Upper)}",
            _ => $" {from} and {to}",
        };
    }

    private static string Of(FixedPoint point) => ReportNumber.Of(point.At) + (point.Stability switch
    {
        Stability.Attracting => " (attracting)",
        Stability.Repelling => " (repelling)",
        _ => "",
    });
}
