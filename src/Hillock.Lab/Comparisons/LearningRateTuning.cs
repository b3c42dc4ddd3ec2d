using System.Globalization;

namespace Hillock.Lab.Comparisons;

/// <summary>Chooses learning rates on validation data: as many rates for every function, for each seed anew.</summary>
public static class LearningRateTuning
{
    private const int RatesPerDecade = 2;

    /// <summary>Rates around a middle, each √10 times the one before, rounded to three digits so that they are the same
    /// on every machine.</summary>
    /// <param name="middle">The middle of the grid, above 0.</param>
    /// <param name="count">How many rates, at least 1; a single one is the middle itself.</param>
    public static IReadOnlyList<double> Grid(double middle, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return count == 1 ? [middle] :
        [
            .. Enumerable.Range(0, count)
                .Select(i => Rounded(middle * Math.Pow(10, (i - (count - 1) / 2.0) / RatesPerDecade))),
        ];
    }

    /// <summary>The run with the best validation score, and of several the one with the smallest validation loss; one
    /// that diverged only where all did, and then that with the smallest rate.</summary>
    /// <param name="candidates">The runs of one function and seed.</param>
    /// <param name="isClassification">Whether more is better, as for accuracies, or less, as for errors.</param>
    public static RunResult Best(IEnumerable<RunResult> candidates, bool isClassification) => candidates
        .OrderBy(run => run.DivergedAtEpoch is not null)
        .ThenBy(run => run.DivergedAtEpoch is null ? (isClassification ? -1 : 1) * run.Validation!.Value.Score : 0)
        .ThenBy(run => run.DivergedAtEpoch is null ? run.Validation!.Value.Loss : 0)
        .ThenBy(run => run.LearningRate)
        .First();

    private static double Rounded(double rate) => double.Parse(
        rate.ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
