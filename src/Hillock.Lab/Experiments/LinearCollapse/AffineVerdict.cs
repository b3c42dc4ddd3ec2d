using Hillock.Analysis.Properties;
using Hillock.Catalogue;

namespace Hillock.Lab.Experiments.LinearCollapse;

/// <summary>Whether a function is affine, by proof and by trial.</summary>
/// <param name="Function">The function.</param>
/// <param name="Proved">Whether it is proved to be affine; null where that is not decided.</param>
/// <param name="Because">The condition that decides.</param>
/// <param name="LargestSecondDifference">The largest |f(x − h) − 2f(x) + f(x + h)|, over the largest |f|; NaN where f is
/// undefined somewhere.</param>
internal sealed record AffineVerdict(string Function, bool? Proved, string Because, double LargestSecondDifference)
{
    // Second differences of an affine function are rounding of numbers of the size of f.
    private const double Rounding = 1e-12;

    private const double Step = 0.375;
    private const double Farthest = 60;

    /// <summary>Whether it passes for affine where it was tried.</summary>
    public bool Tried => LargestSecondDifference <= Rounding;

    /// <summary>Whether proof and trial agree; a proof that is not decided agrees with nothing.</summary>
    public bool Agrees => Proved == Tried;

    /// <summary>The verdicts on catalogue entries.</summary>
    public static IReadOnlyList<AffineVerdict> OfAll(IEnumerable<CatalogueEntry> entries) =>
        [.. entries.Select(entry => Of(entry.Id, Activation.Of(entry)))];

    /// <summary>The verdict on one function.</summary>
    public static AffineVerdict Of(string name, Activation f)
    {
        var report = f.Properties();
        var straight = report.PiecewiseLinear;
        if (straight.Value is false)
            return new(name, false, straight.Because, SecondDifference(f));
        // The theorem of Kidger and Lyons asks for a continuous function that is not affine; one with a jump or a hole is
        // not affine either.
        var theorem = report.UniversalApproximation.Value!.Single(
            verdict => verdict.Theorem.StartsWith("Kidger", StringComparison.Ordinal));
        bool? isAffine = theorem.Applies switch
        {
            true => false,
            false => theorem.Condition.Contains("f is affine", StringComparison.Ordinal),
            null => null,
        };
        return isAffine is null && report.Convexity is { Value: Curvature.Affine, Status: Certainty.Proved } convexity
            ? new(name, true, convexity.Because, SecondDifference(f))
            : new(name, isAffine, theorem.Condition, SecondDifference(f));
    }

    private static double SecondDifference(Activation f)
    {
        double[] values =
        [
            .. Enumerable.Range(0, (int)(2 * Farthest / Step) + 1).Select(i => f.Value(-Farthest + (i * Step))),
        ];
        // What overflows says nothing; what is undefined says enough.
        double[] finite = [.. values.Where(double.IsFinite)];
        if (values.Any(double.IsNaN) || finite.Length < 3)
            return double.NaN;
        var largest = Enumerable.Range(1, values.Length - 2)
            .Select(i => Math.Abs(values[i - 1] - (2 * values[i]) + values[i + 1])).Where(double.IsFinite).Max();
        return largest == 0 ? 0 : largest / finite.Max(Math.Abs);
    }
}
