using System.Globalization;
using Hillock.Analysis.Properties;

namespace Hillock.Analysis.Reports;

/// <summary>In words: where an activation is defined, continuous and smooth, and what it does far out.</summary>
internal static class LimitPhrases
{
    public static string Of(FunctionDomain domain) => domain.IsEverywhere
        ? "all real x"
        : "undefined " + ReportNumber.List(
            [.. domain.UndefinedIntervals.Select(Of), .. domain.UndefinedPoints.Select(at => $"at x = {ReportNumber.Of(at)}")]);

    public static string Of(IReadOnlyList<KinkPoint> kinks) => kinks.Count == 0
        ? "none"
        : ReportNumber.List(
            [
                .. kinks.Select(kink => $"x = {ReportNumber.Of(kink.At)}{(kink.IsJump ? " (jump)" : "")}: slope "
                    + $"{ReportNumber.Of(kink.LeftSlope)} left, {ReportNumber.Of(kink.RightSlope)} right, "
                    + $"{ReportNumber.Of(kink.SlopeUsed)} used"),
            ],
            most: 3);

    public static string Of(IReadOnlyList<Discontinuity> points) => points.Count == 0
        ? "none"
        : ReportNumber.List(
            [
                .. points.Select(point => $"x = {ReportNumber.Of(point.At)}: {ReportNumber.Of(point.FromLeft)} left, "
                    + $"{ReportNumber.Of(point.Value)} there, {ReportNumber.Of(point.FromRight)} right"),
            ],
            most: 3);

    public static string Of(SmoothnessClass smoothness)
    {
        var order = smoothness.Order switch
        {
            null => "C^∞, infinitely often differentiable",
            < 0 => "not continuous",
            0 => "C⁰, continuous",
            1 => "C¹, continuously differentiable",
            { } n => $"C{Superscript(n)}, {n} times continuously differentiable",
        };
        return order + (smoothness.IsPiecewise ? ", piecewise C^∞" : "")
            + (smoothness is { DifferentiableAlmostEverywhere: true, ExceptionalPoints.Count: > 0 }
                ? $"; differentiable except at {Points(smoothness.ExceptionalPoints)}"
                : "");
    }

    public static string Of(SideSaturation side) => side switch
    {
        { Kind: SaturationKind.None } => "does not saturate",
        { Kind: SaturationKind.Soft } => "soft: f′ → 0",
        { Threshold: { } threshold } => $"hard: f′ = 0 beyond x = {ReportNumber.Of(threshold)}",
        _ => "hard: f′ = 0",
    };

    public static string Of(Symmetry symmetry) => symmetry.Kind switch
    {
        SymmetryKind.Odd => "odd",
        SymmetryKind.Even => "even",
        SymmetryKind.OddAboutAPoint => $"odd about the point (0, {ReportNumber.Of(symmetry.Centre ?? double.NaN)})",
        _ => "neither odd nor even",
    };

    public static string Of(Homogeneity homogeneity) => homogeneity switch
    {
        { IsHomogeneous: false } => "no",
        { Degree: { } degree } => $"yes, of degree {ReportNumber.Of(degree)}",
        _ => "yes, of every degree",
    };

    public static string Of(IReadOnlyList<TheoremVerdict> verdicts)
    {
        var parts = new[] { (true, "by "), (false, "not by ") }
            .Select(part => (part.Item2, Names: verdicts.Where(v => v.Applies == part.Item1).Select(ShortName).ToList()))
            .Where(part => part.Names.Count > 0)
            .Select(part => part.Item1 + ReportNumber.List(part.Names));
        return Answer(verdicts) + string.Join("; ", parts);
    }

    // Where a theorem is open, its name is missing from both lists.
    private static string Answer(IReadOnlyList<TheoremVerdict> verdicts) =>
        verdicts.Any(v => v.Applies == true) ? "yes, "
        : verdicts.All(v => v.Applies == false) ? "no theorem applies: "
        : verdicts.All(v => v.Applies is null) ? "not known"
        : "not known; ";

    public static string Of(TaylorExpansion taylor)
    {
        var terms = taylor.Coefficients.Zip(taylor.ExactCoefficients)
            .Select((both, order) => TermOf(both.First, both.Second, order)).OfType<string>();
        var series = string.Join(" + ", terms).Replace("+ −", "− ", StringComparison.Ordinal)
            .Replace("+ ±", "± ", StringComparison.Ordinal);
        return (series.Length == 0 ? "0" : series) + (taylor.Ends ? "" : " + …")
            + (taylor.Radius is { } radius ? $", radius {ReportNumber.Of(radius)}" : "");
    }

    // Nothing for a coefficient that is exactly 0; one that may be 0 by its size.
    private static string? TermOf(Enclosure coefficient, string exact, int order) => (coefficient, exact, order) switch
    {
        (_, "0", _) => null,
        ({ Lower: <= 0, Upper: >= 0 }, _, _) => $"±{PowerOfTenAbove(coefficient)} {Power(order)}".TrimEnd(),
        (_, _, 0) => ReportNumber.Of(coefficient),
        (_, "1", _) => Power(order),
        (_, "-1", _) => "−" + Power(order),
        _ => $"{ReportNumber.Of(coefficient)} {Power(order)}",
    };

    private static string PowerOfTenAbove(Enclosure number) =>
        ReportNumber.Of(Math.Pow(10, Math.Ceiling(Math.Log10(Math.Max(-number.Lower, number.Upper)))));

    private static string Power(int order) => order switch
    {
        0 => "",
        1 => "x",
        _ => "x" + Superscript(order),
    };

    private static string Superscript(int number) =>
        string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit - '0']));

    // "Leshno, Lin, Pinkus and Schocken 1993" by its first author.
    private static string ShortName(TheoremVerdict verdict) => verdict.Theorem.Split(',', ' ')[0];

    private static string Points(IReadOnlyList<double> points) =>
        "x = " + ReportNumber.List([.. points.Select(ReportNumber.Of)]);

    private static string Of(Enclosure interval) => (interval.Lower, interval.Upper) switch
    {
        (double.NegativeInfinity, double.PositiveInfinity) => "everywhere",
        (double.NegativeInfinity, var upper) => $"for x < {ReportNumber.Of(upper)}",
        (var lower, double.PositiveInfinity) => $"for x > {ReportNumber.Of(lower)}",
        var (lower, upper) => $"between {ReportNumber.Of(lower)} and {ReportNumber.Of(upper)}",
    };
}
