namespace Hillock.Lab.Comparisons.Statistics;

/// <summary>The paired t-test.</summary>
public static class PairedTest
{
    // Scores are of the order of 1 and their differences carry rounding errors of about 1e-16;
    // a spread below this share of the largest score is rounding, not variation between seeds.
    private const double RoundingShare = 1e-12;

    /// <summary>
    /// The two-sided p-value for the hypothesis that the paired values have the same mean. Where every difference is
    /// zero it is 1. Where every difference is the same non-zero number it is NaN: without any spread the test has no
    /// yardstick, and calling such a difference certain would claim more than a few seeds can show.
    /// </summary>
    public static double PValue(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first.Count != second.Count || first.Count < 2)
            throw new ArgumentException("A paired test needs two or more pairs.", nameof(second));
        var differences = first.Zip(second, (a, b) => a - b).ToArray();
        var mean = differences.Average();
        if (!HasSpread(first, second))
            return Math.Abs(mean) <= Rounding(first, second) ? 1 : double.NaN;
        return StudentT.TwoSidedTail(mean / MeanInterval.StandardError(differences), differences.Length - 1);
    }

    /// <summary>Whether the paired differences differ by more than rounding.</summary>
    internal static bool HasSpread(IReadOnlyList<double> first, IReadOnlyList<double> second) =>
        MeanInterval.StandardError([.. first.Zip(second, (a, b) => a - b)]) > Rounding(first, second);

    private static double Rounding(IReadOnlyList<double> first, IReadOnlyList<double> second) =>
        RoundingShare * first.Concat(second).Max(Math.Abs);
}
