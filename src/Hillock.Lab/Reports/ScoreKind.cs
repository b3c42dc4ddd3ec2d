using Hillock.Lab.Comparisons;

namespace Hillock.Lab.Reports;

/// <summary>What a test score is: accuracy for classes, where more is better, or a root mean squared error.</summary>
internal sealed record ScoreKind(bool IsAccuracy)
{
    public static ScoreKind Of(ComparisonResult result) => new(result.Data.IsClassification);

    public string Name => IsAccuracy ? "test accuracy" : "test RMSE";

    public string Title => IsAccuracy ? "Test accuracy" : "Test RMSE";

    public bool IsBetter(double score, double other) => IsAccuracy ? score > other : score < other;

    /// <summary>Sorts the best score to the front.</summary>
    public double SortKey(double score) => IsAccuracy ? -score : score;

    public string Write(double score) => IsAccuracy ? Percent(score) + " %" : Numbers.Significant(score, 4);

    /// <summary>“96.1 to 97.3”, cut where no accuracy can be.</summary>
    public string WriteInterval(MeanWithInterval interval) => IsAccuracy
        ? $"{Percent(Math.Max(0, interval.Lower))} to {Percent(Math.Min(1, interval.Upper))} %"
        : $"{Numbers.Significant(interval.Lower, 4)} to {Numbers.Significant(interval.Upper, 4)}";

    /// <summary>A difference of scores, in percentage points for accuracies.</summary>
    public string WriteDifference(double difference) => IsAccuracy
        ? Percent(difference)
        : Numbers.Significant(difference, 3);

    public string DifferenceUnit => IsAccuracy ? "percentage points" : "units of the target";

    private static string Percent(double share) => Numbers.Fixed(100 * share, 2);
}
