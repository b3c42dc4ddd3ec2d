namespace Hillock.Lab.Comparisons.Statistics;

/// <summary>Sums up the runs of one function.</summary>
public static class FunctionSummary
{
    /// <summary>Mean score with interval, and mean time, over the runs that did not diverge.</summary>
    public static FunctionResult Of(string name, IReadOnlyList<RunResult> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        var finished = runs.Where(run => run.FinalScore is not null).ToArray();
        return new FunctionResult
        {
            Name = name,
            Runs = [.. runs.OrderBy(run => run.Seed)],
            Score = finished.Length == 0
                ? null
                : MeanInterval.WithBootstrap([.. finished.Select(run => run.FinalScore!.Value)]),
            MeanTrainingTime = finished.Length == 0
                ? TimeSpan.Zero
                : TimeSpan.FromTicks((long)finished.Average(run => run.TrainingTime.Ticks)),
        };
    }

    /// <summary>The score of each seed that did not diverge.</summary>
    internal static Dictionary<int, double> FinalScores(this FunctionResult function) =>
        function.Runs.Where(run => run.FinalScore is not null)
            .ToDictionary(run => run.Seed, run => run.FinalScore!.Value);
}
