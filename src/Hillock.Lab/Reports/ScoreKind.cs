using Hillock.Lab.Comparisons;

namespace Hillock.Lab.Reports;

/// <summary>What a test score is: accuracy for classes, where more is better, or a root mean squared error.</summary>
/// <param name="IsAccuracy">Whether it is an accuracy.</param>
/// <param name="Decimals">How many digits behind the point a score is written with.</param>
internal sealed record ScoreKind(bool IsAccuracy, int Decimals)
{
    public static ScoreKind Of(ComparisonResult result) => result.Data.IsClassification
        ? new ScoreKind(IsAccuracy: true, Decimals: 2)
        : new ScoreKind(IsAccuracy: false, DecimalsFor(result))
        {
            ErrorUnit = result.Settings.Autoencoder ? "standard deviations of the inputs" : "units of the target",
        };

    /// <summary>As many decimals as give the smallest error four digits that count.</summary>
    private static int DecimalsFor(ComparisonResult result)
    {
        var smallest = result.Functions.Select(function => function.Score?.Mean ?? 0).Where(score => score > 0)
            .DefaultIfEmpty(1).Min();
        return (int)Math.Clamp(3 - Math.Floor(Math.Log10(smallest)), 0, 12);
    }

    public string Name => IsAccuracy ? "test accuracy" : "test RMSE";

    public string Title => IsAccuracy ? "Test accuracy" : "Test RMSE";

    public bool IsBetter(double score, double other) => IsAccuracy ? score > other : score < other;

    /// <summary>Sorts the best score to the front.</summary>
    public double SortKey(double score) => IsAccuracy ? -score : score;

    public string Write(double score) => Bare(score) + (IsAccuracy ? " %" : "");

    /// <summary>“96.1 to 97.3”, cut where no score can be.</summary>
    public string WriteInterval(MeanWithInterval interval) => IsAccuracy
        ? $"{Bare(Math.Max(0, interval.Lower))} to {Bare(Math.Min(1, interval.Upper))} %"
        : $"{Bare(Math.Max(0, interval.Lower))} to {Bare(interval.Upper)}";

    /// <summary>A difference of scores, in percentage points for accuracies.</summary>
    public string WriteDifference(double difference) => Bare(difference);

    public string DifferenceUnit => IsAccuracy ? "percentage points" : ErrorUnit;

    /// <summary>What an error is measured in.</summary>
    public string ErrorUnit { get; private init; } = "";

    private string Bare(double score) => Numbers.Fixed(IsAccuracy ? 100 * score : score, Decimals);
}
