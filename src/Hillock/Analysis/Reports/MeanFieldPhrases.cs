using Hillock.Analysis.MeanField;
using Hillock.Analysis.Properties;
using Hillock.Kernels;
using Hillock.Kernels.SavedStates;

namespace Hillock.Analysis.Reports;

/// <summary>In words: what a random network makes of an activation, and what it costs.</summary>
internal static class MeanFieldPhrases
{
    private const double Tiny = 1e-300;

    public static string Of(NormalMoments m) => string.Join(
        ", ", Part("E f", m.Mean), Part("Var f", m.Variance), Part("E f²", m.Square), Part("E f′²", m.SlopeSquare));

    public static string Of(Gains g) => string.Join(
            ", ", Part("1/√E f²", g.OfSignal), Part("1/√E f′²", g.OfGradient), Part("1/std f", g.OfDeviation))
        + (g.PyTorch is { } theirs ? $"; PyTorch takes {ReportNumber.Of(theirs)}" : "");

    public static string Of(EdgeOfChaos edge)
    {
        var given = $"σ_b = {ReportNumber.Of(edge.BiasDeviation)}: ";
        if (edge.Best is not { } best)
            return given + (edge.IsComplete
                ? "there is none"
                : $"none found for {Searched("q*", edge.SearchedFrom, edge.SearchedTo)}");
        var others = edge.Points.Count - 1;
        return $"{given}σ_w = {ReportNumber.Of(best.WeightDeviation)}, {Of(best.FixedPoint)}"
            + (edge.IsOfGradientsAlone ? " (of gradients alone: f jumps)" : "")
            + (others > 0 ? $"; {others} more" : "");
    }

    private static string Searched(string name, double from, double to) =>
        $"{name} in [{ReportNumber.Of(from)}, {ReportNumber.Of(to)}]";

    public static string Of(SelfNormalisation s)
    {
        if (s.FixedPoints.Count == 0)
            return s.SearchedFrom == 0
                ? "no: no fixed point of variance above 0"
                : $"no: none found for {Searched("variances", s.SearchedFrom, s.SearchedTo)}";
        var points = s.FixedPoints.Select(point =>
            $"({Rounded(point.Mean)}, {ReportNumber.Of(point.Variance)}) {Word(point.Attraction)}, "
            + $"eigenvalue {Rounded(point.VarianceByVariance)}, ‖J‖ = {Rounded(point.SpectralNorm)}");
        return $"{(s.IsSelfNormalising ? "yes" : "no")}: fixed point {ReportNumber.List([.. points], most: 2)}";
    }

    public static string Of(Sparsity s) => $"{Share("P(f = 0)", s.AtZero)}, {Share("P(f′ = 0)", s.OfZeroSlope)}";

    public static string Of(Cost c) =>
        $"forward {Of(c.Forward)}; backward {Of(c.Backward)}; f′ needs {Word(c.Saved)}";

    // A half-line far out has a share that is not 0, though no double may be so small.
    private static string Share(string name, Finding<BoundedValue> finding) =>
        finding.Value is { Bounds: { Lower: >= 0 and < Tiny, Upper: > 0 and < Tiny } }
            ? $"{name} is below {ReportNumber.Of(Tiny)}"
            : Part(name, finding);

    private static string Of(VarianceFixedPoint point) =>
        (point.Variance is { } q ? $"q* = {ReportNumber.Of(q)}" : "every q*")
        + $", χ₁ = {ReportNumber.Of(point.Chi)}, {Word(point.Attraction)}"
        + $", ξ_q = {ReportNumber.Of(point.VarianceDepth)}, ξ_c = {ReportNumber.Of(point.CorrelationDepth)}";

    private static string Of(KernelCost cost) =>
        $"{cost.Instructions} instructions{(cost.Divisions > 0 ? $" ({cost.Divisions} {(cost.Divisions == 1 ? "division" : "divisions")})" : "")}, "
        + $"{cost.BytesPerElement} bytes an element";

    private static string Part(string name, Finding<BoundedValue> finding) => finding switch
    {
        { Status: Certainty.NotDecided } => name + " not decided",
        { Value: { } value } => $"{name} {ReportNumber.Equation(value.Bounds)}",
        _ => name + " does not exist",
    };

    // The quadrature leaves a rounding error of an exact 0.
    private static string Rounded(double value) => ReportNumber.Of(Math.Abs(value) < 1e-9 ? 0 : value);

    private static string Word(Attraction attraction) => attraction switch
    {
        Attraction.Attracting => "attracting",
        Attraction.Repelling => "repelling",
        _ => "neutral",
    };

    private static string Word(SavedStateKind kind) => kind switch
    {
        SavedStateKind.Nothing => "nothing",
        SavedStateKind.OneBit => "one bit",
        SavedStateKind.Output => "the output",
        _ => "the input",
    };
}
