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

    // scipy.stats.nct.cdf of SciPy 1.10.
    [Theory]
    [InlineData(2, 4, 1, 0.7645674538243243)]
    [InlineData(1.5, 10, 0.5, 0.8196538798602222)]
    [InlineData(-1, 5, 0.7, 0.05695804736578691)]
    [InlineData(3, 30, 2.5, 0.6709221372818337)]
    [InlineData(2.776, 4, 3, 0.3806222701078517)]
    [InlineData(0, 7, 1.2, 0.11506967022170833)]
    [InlineData(5, 2, 8, 0.08991856146220395)]
    [InlineData(-2.5, 3, -1, 0.1758162407995131)]
    [InlineData(12, 15, 9, 0.8809699204921831)]
    public void Noncentral_t_is_that_of_SciPy(double t, double degrees, double noncentrality, double expected) =>
        Assert.Equal(expected, NoncentralT.Distribution(t, degrees, noncentrality), 1e-11);

    [Theory]
    [InlineData(-3)]
    [InlineData(0.4)]
    [InlineData(7)]
    public void Noncentral_t_without_noncentrality_is_Students(double t) =>
        Assert.Equal(StudentT.Distribution(t, 6), NoncentralT.Distribution(t, 6, 0), 1e-13);

    // The least number with a power of 0.8 by scipy.stats.nct; 34 pairs for an effect of 0.5 is in many textbooks.
    [Theory]
    [InlineData(0.2, 0.05, 199)]
    [InlineData(0.5, 0.05, 34)]
    [InlineData(0.8, 0.05, 15)]
    [InlineData(1, 0.05, 10)]
    [InlineData(2, 0.05, 5)]
    [InlineData(0.3, 0.01, 134)]
    [InlineData(1, 0.005, 18)]
    [InlineData(-0.1, 0.05, 787)]
    public void Pairs_needed_are_those_of_the_tables(double effect, double level, int expected)
    {
        Assert.Equal(expected, PairedPower.PairsNeeded(effect, level));
        Assert.True(PairedPower.Of(effect, expected, level) >= 0.8);
        Assert.True(PairedPower.Of(effect, expected - 1, level) < 0.8);
    }

    // SciPy's noncentral t; the third by quadrature in 30 digits, for SciPy 1.10 is 3e-10 off there.
    [Theory]
    [InlineData(0.5, 20, 0.05, 0.564504418439038)]
    [InlineData(1.2, 5, 0.05, 0.5302212511402777)]
    [InlineData(0.3, 100, 0.01, 0.645739284186341)]
    [InlineData(0, 10, 0.05, 0.05)]
    public void Power_is_that_of_an_independent_computation(double effect, int pairs, double level, double expected) =>
        Assert.Equal(expected, PairedPower.Of(effect, pairs, level), 1e-10);

    [Fact]
    public void Effects_at_both_ends_have_an_answer()
    {
        Assert.Null(PairedPower.PairsNeeded(0, 0.05));
        Assert.Null(PairedPower.PairsNeeded(0.05, 0.05));
        Assert.Null(PairedPower.PairsNeeded(double.NaN, 0.05));
        Assert.InRange(PairedPower.PairsNeeded(1e9, 0.05 / 28)!.Value, 2, 3);
        Assert.InRange(PairedPower.PairsNeeded(50, 0.05)!.Value, 2, 3);
    }

    [Theory]
    [InlineData(0.975, 1.959963984540054)]
    [InlineData(0.5, 0)]
    [InlineData(1e-10, -6.361340902404056)]
    [InlineData(0.9, 1.2815515655446004)]
    public void Normal_quantiles_are_the_published_ones(double probability, double expected) =>
        Assert.Equal(expected, NormalDistribution.Quantile(probability), 1e-13);

    [Fact]
    public void Bootstrap_of_the_sleep_study_is_that_of_SciPy()
    {
        // scipy.stats.bootstrap, BCa, 999 999 resamples; 0.07 is five standard errors of 4 999 resamples.
        var interval = BootstrapInterval.Of([.. FirstDrug.Zip(SecondDrug, (a, b) => a - b)]);
        Assert.Equal(-2.64, interval.Lower, 0.07);
        Assert.Equal(-1.06, interval.Upper, 0.07);
        Assert.Equal(interval, BootstrapInterval.Of([.. FirstDrug.Zip(SecondDrug, (a, b) => a - b)]));
    }

    [Fact]
    public void Bootstrap_of_five_values_is_near_SciPys_and_moves_with_them()
    {
        double[] values = [0.902, 0.911, 0.905, 0.901, 0.95];
        var interval = BootstrapInterval.Of(values);
        Assert.Equal(0.9034, interval.Lower, 5e-4);
        Assert.Equal(0.941, interval.Upper, 1e-3);
        var mirrored = BootstrapInterval.Of([.. values.Select(value => -value)]);
        Assert.Equal(-interval.Lower, mirrored.Upper, 5e-4);
        Assert.Equal(new Interval(3, 3), BootstrapInterval.Of([3, 3, 3]));
    }

    [Fact]
    public void Effect_size_and_seeds_needed_are_those_of_the_pair()
    {
        var first = FunctionSummary.Of("first", [.. FirstDrug.Select((score, i) => Run(i, score))]);
        var second = FunctionSummary.Of("second", [.. SecondDrug.Select((score, i) => Run(i, score))]);
        var pair = Assert.Single(PairedDifferences.Of([first, second]));
        Assert.Equal(-1.2845575625910546, pair.EffectSize!.Value, 1e-12);
        Assert.True(pair.IsReal);
        Assert.Null(pair.SeedsNeeded);

        // Each look multiplies the p-value of 0.0028; with twenty it is no longer below 0.05.
        Assert.Equal(4 * pair.PValue, PairedDifferences.Of([first, second], looks: 4)[0].AdjustedPValue, 1e-15);
        var looked = PairedDifferences.Of([first, second], looks: 20)[0];
        Assert.False(looked.IsReal);
        Assert.Equal(PairedPower.PairsNeeded(pair.EffectSize.Value, 0.05 / 20), looked.SeedsNeeded);
        Assert.True(looked.SeedsNeeded > 10);
    }

    [Fact]
    public void Seeds_needed_take_the_correction_for_many_pairs_into_account()
    {
        var random = new Random(5);
        var functions = Enumerable.Range(0, 6).Select(index => FunctionSummary.Of(
            $"f{index}", [.. Enumerable.Range(1, 5).Select(seed => Run(seed, 0.9 + 0.01 * random.NextDouble()))])).ToList();
        var pairs = PairedDifferences.Of(functions);
        Assert.Equal(15, pairs.Count);
        var factors = HolmCorrection.Factors([.. pairs.Select(pair => pair.PValue)]);
        Assert.Equal(Enumerable.Range(1, 15).Select(k => (double)k), factors.Order());
        foreach (var (pair, factor) in pairs.Zip(factors).Where(item => item.First.SeedsNeeded is not null))
        {
            Assert.Equal(PairedPower.PairsNeeded(pair.EffectSize!.Value, 0.05 / factor), pair.SeedsNeeded);
            Assert.True(pair.SeedsNeeded > 5);
        }
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
