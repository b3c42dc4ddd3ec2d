using Hillock.Lab.Comparisons;
using Hillock.Networks;

namespace Hillock.Lab.Tests.Comparisons;

public class ComparisonTests
{
    private static readonly ComparisonSettings Small = new()
    {
        Functions = ["relu", "tanh"], Data = "iris", Hidden = [8, 8], Epochs = 3, Seeds = 3,
    };

    [Fact]
    public void Networks_trained_side_by_side_are_those_trained_alone()
    {
        var result = Run(Small with { Data = "digits", Functions = ["relu", "prelu", "gelu", "tanh"] });
        foreach (var function in result.Functions)
        {
            foreach (var run in function.Runs)
            {
                var alone = Run(Small with
                {
                    Data = "digits", Functions = [function.Name], FirstSeed = run.Seed, Seeds = 1,
                });
                Assert.Equal(Curve(run), Curve(alone.Functions[0].Runs[0]));
            }
        }
    }

    [Fact]
    public void A_function_may_have_settings_of_its_own()
    {
        var together = Run(Small with
        {
            Functions = ["relu", "relu with batch-norm", "relu with init=lecun, learning-rate=0.01, residual"],
        });
        var plain = Run(Small with { Functions = ["relu"] });
        var normalised = Run(Small with { Functions = ["relu"], Normalisation = NormalisationKind.Batch });
        var other = Run(Small with
        {
            Functions = ["relu"], Initialisation = "lecun", LearningRate = 0.01, Residual = true,
        });
        foreach (var (function, alone) in together.Functions.Zip([plain, normalised, other]))
            Assert.Equal(function.Runs.Select(Curve), alone.Functions[0].Runs.Select(Curve));
        Assert.Equal(3, together.Functions.Select(function => Curve(function.Runs[0])).Distinct().Count());
    }

    [Fact]
    public void Early_stopping_reports_the_network_of_the_best_epoch()
    {
        var result = Run(Small with { Epochs = 300, Patience = 5, LearningRate = 0.02 });
        Assert.Equal((96, 24, 30), (result.Data.TrainingExamples, result.Data.ValidationExamples, result.Data.TestExamples));
        foreach (var run in result.Functions.SelectMany(function => function.Runs))
        {
            Assert.Equal(run.BestEpoch + 5, run.Epochs[^1].Epoch);
            Assert.Equal(run.Epochs[run.BestEpoch!.Value].TestScore, run.FinalScore);
        }
    }

    [Fact]
    public void An_autoencoder_is_scored_by_its_error()
    {
        var result = Run(Small with { Autoencoder = true, Epochs = 60, LearningRate = 0.01 });
        Assert.False(result.Data.IsClassification);
        Assert.All(result.Functions, function => Assert.InRange(function.Score!.Mean, 0, 0.9));
    }

    [Fact]
    public void More_seeds_go_where_the_answer_is_open()
    {
        // Steps of 1e-9 learn nothing, so that this function is told apart at once. The other two never are: a layer
        // with fewer units than inputs is not residual.
        var settings = Small with
        {
            Functions = ["relu", "relu with residual", "relu with learning-rate=1e-9"], Data = "digits", Hidden = [16],
            Seeds = 4, UntilDecided = 12, LearningRate = 0.01,
        };
        Assert.Equal([4, 8, 12], settings.Looks);
        var result = Run(settings);
        Assert.Equal([12, 12, 4], result.Functions.Select(function => function.Runs.Count));
        Assert.False(result.Interrupted);
        var apart = result.Differences.Where(pair => pair.Second.EndsWith("1e-9", StringComparison.Ordinal));
        Assert.All(apart, pair =>
        {
            Assert.True(pair.IsReal);
            // Holm's factor of at least 2 and the three looks.
            Assert.True(pair.AdjustedPValue >= 6 * pair.PValue);
        });

        var plain = Run(settings with { Seeds = 12, UntilDecided = null });
        Assert.Equal(plain.Functions[0].Runs.Select(Curve), result.Functions[0].Runs.Select(Curve));
    }

    private static string Curve(RunResult run) =>
        string.Join(' ', run.Epochs.Select(epoch => $"{epoch.TrainingLoss:R} {epoch.TestLoss:R} {epoch.TestScore:R}"));

    private static ComparisonResult Run(ComparisonSettings settings) =>
        new Comparison(settings).Run(null, TestContext.Current.CancellationToken);
}
