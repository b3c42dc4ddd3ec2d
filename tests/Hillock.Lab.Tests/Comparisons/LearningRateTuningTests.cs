using Hillock.Lab.Comparisons;
using Hillock.Lab.Reports;
using Hillock.Lab.Runs;
using Hillock.Lab.Tests.Data;
using Hillock.Networks;

namespace Hillock.Lab.Tests.Comparisons;

public class LearningRateTuningTests
{
    [Theory]
    [InlineData(0.001, 1, new[] { 0.001 })]
    [InlineData(0.01, 2, new[] { 0.00562, 0.0178 })]
    [InlineData(0.001, 3, new[] { 0.000316, 0.001, 0.00316 })]
    [InlineData(0.01, 5, new[] { 0.001, 0.00316, 0.01, 0.0316, 0.1 })]
    public void Rates_lie_around_the_middle(double middle, int count, double[] expected) =>
        Assert.Equal(expected, LearningRateTuning.Grid(middle, count));

    [Fact]
    public void The_best_validation_score_wins_then_the_smaller_loss_and_never_a_diverged_run()
    {
        RunResult[] candidates =
        [
            Run(0.1, 0.9, 0.5), Run(0.2, 0.8, 0.1), Run(0.3, 0.9, 0.4), Run(0.4, 0.99, 0.1) with { DivergedAtEpoch = 1 },
        ];
        Assert.Equal(0.3, LearningRateTuning.Best(candidates, isClassification: true).LearningRate);
        Assert.Equal(0.2, LearningRateTuning.Best(candidates, isClassification: false).LearningRate);
        var diverged = candidates.Reverse().Select(run => run with { DivergedAtEpoch = 1, Validation = null });
        Assert.Equal(0.1, LearningRateTuning.Best(diverged, isClassification: true).LearningRate);
    }

    [Fact]
    public void Every_function_and_seed_tries_each_rate_and_reports_the_best_on_the_validation_part()
    {
        using var folder = new TemporaryFolder();
        using var store = RunStore.Open(folder.PathOf("runs.db"));
        var settings = new ComparisonSettings
        {
            Functions = ["relu", "sigmoid with learning-rate=0.01"], Data = "wine", Hidden = [8], Epochs = 4, Seeds = 3,
            Tune = 3,
        };
        var result = new Comparison(settings).Run(store, TestContext.Current.CancellationToken);

        var stored = store.List(RunFilter.All);
        Assert.Equal(2 * 3 * 3, stored.Count);
        Assert.Equal(18, result.FinishedRuns);
        foreach (var function in result.Functions)
        {
            Assert.Equal([1, 2, 3], function.Runs.Select(run => run.Seed));
            foreach (var run in function.Runs)
            {
                var candidates = stored.Where(other => other.Function == function.Name && other.Seed == run.Seed)
                    .Select(other => store.ResultOf(other.Id)).ToList();
                Assert.Equal(3, candidates.Select(other => other.LearningRate).Distinct().Count());
                Assert.Equal(candidates.Max(other => other.Validation!.Value.Score), run.Validation!.Value.Score);
            }

            Assert.Contains("seed", ChosenRates.Of(function, settings), StringComparison.Ordinal);
        }

        // What was tried is not tried again when there are more seeds.
        var more = new Comparison(settings with { Seeds = 4 }).Run(store, TestContext.Current.CancellationToken);
        Assert.Equal((24, 18), (more.FinishedRuns, more.ReusedRuns));
    }

    private static RunResult Run(double rate, double score, double loss) => new()
    {
        Seed = 1,
        Epochs = [new EpochRecord(0, 1, 1, 0.5, [])],
        TrainingTime = TimeSpan.FromSeconds(1),
        LearningRate = rate,
        Validation = new Evaluation(loss, score),
    };
}
