using Hillock.Lab.Comparisons;
using Hillock.Lab.Comparisons.Statistics;

namespace Hillock.Lab.Tests.Comparisons;

public class StatisticsTests
{
    // The values of printed tables, carried on to all digits with the closed forms for whole degrees of freedom
    // (Abramowitz and Stegun 26.7.3 and 26.7.4), which share no code or formula with the incomplete beta function.
    [Theory]
    [InlineData(0.975, 1, 12.706204736174698)]
    [InlineData(0.975, 2, 4.302652729749464)]
    [InlineData(0.975, 3, 3.182446305283706)]
    [InlineData(0.975, 4, 2.776445105197793)]
    [InlineData(0.975, 9, 2.262157162798204)]
    [InlineData(0.975, 30, 2.0422724563012373)]
    [InlineData(0.995, 10, 3.1692726726169465)]
    [InlineData(0.95, 5, 2.015048373333022)]
    [InlineData(0.9, 7, 1.4149239276505081)]
    [InlineData(0.975, 1000, 1.962339080826423)]
    [InlineData(0.9995, 4, 8.610301581378872)]
    public void Quantile_of_t_is_the_published_value(double probability, double degrees, double expected)
    {
        Assert.Equal(expected, StudentT.Quantile(probability, degrees), 1e-10 * expected);
        Assert.Equal(-expected, StudentT.Quantile(1 - probability, degrees), 1e-10 * expected);
        Assert.Equal(probability, StudentT.Distribution(expected, degrees), 1e-12);
    }

    [Theory]
    [InlineData(-3)]
    [InlineData(-1e-9)]
    [InlineData(0)]
    [InlineData(0.7)]
    [InlineData(40)]
    public void Distribution_of_t_has_the_closed_forms_of_one_and_two_degrees(double t)
    {
        Assert.Equal(0.5 + Math.Atan(t) / Math.PI, StudentT.Distribution(t, 1), 1e-13);
        Assert.Equal(0.5 + t / (2 * Math.Sqrt(2 + t * t)), StudentT.Distribution(t, 2), 1e-13);
    }

    [Fact]
    public void Ends_of_the_distribution_are_reached()
    {
        Assert.Equal(0.5, StudentT.Distribution(0, 5), 1e-15);
        Assert.Equal(1, StudentT.Distribution(double.PositiveInfinity, 5));
        Assert.Equal(0, StudentT.Distribution(double.NegativeInfinity, 5));
        Assert.Equal(double.PositiveInfinity, StudentT.Quantile(1, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.Quantile(1.5, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.Quantile(0.5, 0));
    }

    // Student's own data (1908): extra sleep from two drugs, ten patients; R's sleep, t = −4.0621, p = 0.002833.
    private static readonly double[] FirstDrug = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
    private static readonly double[] SecondDrug = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

    [Fact]
    public void Paired_test_repeats_the_sleep_study()
    {
        Assert.Equal(0.00283289, PairedTest.PValue(FirstDrug, SecondDrug), 1e-8);
        var difference = MeanInterval.Of([.. FirstDrug.Zip(SecondDrug, (a, b) => a - b)]);
        Assert.Equal(-1.58, difference.Mean, 1e-12);
        Assert.Equal(-2.4598858, difference.Lower, 1e-6);
        Assert.Equal(-0.7001142, difference.Upper, 1e-6);
        Assert.Equal(10, difference.Count);
    }

    [Fact]
    public void A_single_value_has_an_interval_without_width() =>
        Assert.Equal(new MeanWithInterval(0.5, 0.5, 0.5, 1), MeanInterval.Of([0.5]));

    [Fact]
    public void Differences_without_spread_are_never_called_real()
    {
        Assert.Equal(1, PairedTest.PValue([0.9, 0.8], [0.9, 0.8]));
        // 0.98 − 0.97 and 0.96 − 0.95 differ by rounding alone.
        Assert.True(double.IsNaN(PairedTest.PValue([0.98, 0.96], [0.97, 0.95])));
    }

    [Fact]
    public void Holm_repeats_the_worked_example_of_R()
    {
        // p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm")
        Assert.Equal([0.03, 0.06, 0.06, 0.02], HolmCorrection.Adjust([0.01, 0.04, 0.03, 0.005]), Near);
        Assert.Equal([1.0, 1.0], HolmCorrection.Adjust([0.6, 0.7]), Near);
        Assert.Empty(HolmCorrection.Adjust([]));
    }

    [Fact]
    public void Holm_leaves_undefined_values_out()
    {
        var adjusted = HolmCorrection.Adjust([double.NaN, 0.01, 0.02]);
        Assert.True(double.IsNaN(adjusted[0]));
        Assert.Equal([0.02, 0.02], adjusted.Skip(1), Near);
    }

    [Fact]
    public void Pairs_use_common_seeds_that_finished()
    {
        var a = FunctionSummary.Of("a", [Run(1, 0.90), Run(2, 0.91), Run(3, 0.95), Diverged(4)]);
        var b = FunctionSummary.Of("b", [Run(2, 0.81), Run(3, 0.84), Run(4, 0.83), Run(5, 0.99)]);
        var c = FunctionSummary.Of("c", [Run(1, 0.5), Diverged(2), Diverged(3)]);

        var only = Assert.Single(PairedDifferences.Of([a, b, c]));

        Assert.Equal(("a", "b"), (only.First, only.Second));
        Assert.Equal(2, only.Difference.Count);
        Assert.Equal(0.105, only.Difference.Mean, 1e-12);
        Assert.Equal(only.PValue, only.AdjustedPValue);
    }

    [Fact]
    public void A_clear_difference_is_real_and_none_is_not()
    {
        var low = FunctionSummary.Of("low", [Run(1, 0.801), Run(2, 0.812), Run(3, 0.806), Run(4, 0.799)]);
        var high = FunctionSummary.Of("high", [Run(1, 0.902), Run(2, 0.911), Run(3, 0.905), Run(4, 0.901)]);
        var same = FunctionSummary.Of("same", [Run(1, 0.902), Run(2, 0.911), Run(3, 0.905), Run(4, 0.901)]);

        var pairs = PairedDifferences.Of([low, high, same]);

        Assert.Equal([true, true, false], pairs.Select(pair => pair.IsReal));
        Assert.Equal(1, pairs[2].AdjustedPValue);
    }

    [Fact]
    public void Summary_leaves_diverged_runs_out_of_score_and_time()
    {
        var summary = FunctionSummary.Of("a", [Run(2, 0.92), Run(1, 0.90), Diverged(3)]);
        Assert.Equal(0.91, summary.Score!.Mean, 1e-12);
        Assert.Equal(2, summary.Score.Count);
        Assert.Equal(TimeSpan.FromSeconds(2), summary.MeanTrainingTime);
        Assert.Equal([1, 2, 3], summary.Runs.Select(run => run.Seed));
        Assert.Null(FunctionSummary.Of("none", [Diverged(1)]).Score);
    }

    private static bool Near(double a, double b) => Math.Abs(a - b) < 1e-12;

    private static RunResult Run(int seed, double score) => new()
    {
        Seed = seed,
        Epochs = [new EpochRecord(0, 1, 1, score, [])],
        TrainingTime = TimeSpan.FromSeconds(2),
    };

    private static RunResult Diverged(int seed) => Run(seed, 0.1) with
    {
        DivergedAtEpoch = 1,
        TrainingTime = TimeSpan.FromSeconds(9),
    };
}
