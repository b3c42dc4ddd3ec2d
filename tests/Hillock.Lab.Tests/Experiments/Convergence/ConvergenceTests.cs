using Hillock.Lab.Experiments.Convergence;

namespace Hillock.Lab.Tests.Experiments.Convergence;

public class ConvergenceTests
{
    [Theory]
    [InlineData(null, 0.9, 0.5, 0.2)]
    [InlineData(0.0, 0.04)]
    [InlineData(100.0, 0.9, 0.05)]
    [InlineData(150.0, 0.9, 0.06, 0.04)]
    [InlineData(250.0, 0.9, 0.5, 0.1, 0.0)]
    public void Steps_are_read_between_epochs(double? expected, params double[] errors)
    {
        var steps = ConvergenceRun.StepsTo(errors, stepsOfEpoch: 100);
        Assert.Equal(expected is null, steps is null);
        if (expected is { } number) Assert.Equal(number, steps!.Value, 9);
    }

    [Fact]
    public void The_best_rate_is_the_soonest_at_which_all_seeds_arrive()
    {
        (ConvergenceRun, TimeToError)[] all =
        [
            Of(0.1, 1, 100), Of(0.1, 2, null),
            Of(0.3, 1, 200), Of(0.3, 2, 240),
            Of(1, 1, 300), Of(1, 2, 310),
        ];
        var best = BestRate.Of("relu", all);
        Assert.Equal((0.3, 220.0), (best.Rate, best.Steps));
        Assert.Null(BestRate.Of("relu", all[..2]).Steps);

        static (ConvergenceRun, TimeToError) Of(double rate, int seed, double? steps) =>
            (new("relu", rate, seed), new([0.9, 0.1], steps));
    }
}
