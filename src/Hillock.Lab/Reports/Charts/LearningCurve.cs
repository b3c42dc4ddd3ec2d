using Hillock.Lab.Comparisons;
using Hillock.Lab.Comparisons.Statistics;

namespace Hillock.Lab.Reports.Charts;

/// <summary>A quantity over the epochs: its mean over the seeds with the 95 % interval.</summary>
internal sealed record LearningCurve(IReadOnlyList<double> Epochs, IReadOnlyList<MeanWithInterval> Values)
{
    /// <summary>The curve of the runs that did not diverge; empty where none is left.</summary>
    public static LearningCurve Of(FunctionResult function, Func<EpochRecord, double> quantity) =>
        Of(function.Runs.Where(run => run.DivergedAtEpoch is null), quantity);

    public static LearningCurve Of(IEnumerable<RunResult> runs, Func<EpochRecord, double> quantity)
    {
        var byEpoch = runs.SelectMany(run => run.Epochs)
            .Select(record => (record.Epoch, Value: quantity(record)))
            .Where(point => double.IsFinite(point.Value))
            .GroupBy(point => point.Epoch, point => point.Value)
            .OrderBy(group => group.Key)
            .ToArray();
        return new LearningCurve(
            [.. byEpoch.Select(group => (double)group.Key)],
            [.. byEpoch.Select(group => MeanInterval.Of([.. group]))]);
    }

    /// <summary>Whether an interval helps to read the curve; that of two seeds is wider than most pictures.</summary>
    public bool HasBand => Values.Any(value => value.Count > 2);

    public IEnumerable<double> Means => Values.Select(value => value.Mean);

    public IEnumerable<double> Lower => Values.Select(value => value.Lower);

    public IEnumerable<double> Upper => Values.Select(value => value.Upper);
}
