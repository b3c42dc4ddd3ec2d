using Hillock.Lab.Comparisons;
using Hillock.Lab.Comparisons.Statistics;
using Hillock.Lab.Reports;

namespace Hillock.Lab.Tests.Reports;

public class VerdictTests
{
    private static readonly double[] Low = [0.801, 0.812, 0.806, 0.799, 0.803];
    private static readonly double[] High = [0.902, 0.911, 0.905, 0.901, 0.906];
    private static readonly double[] HighToo = [0.904, 0.909, 0.907, 0.899, 0.908];

    [Fact]
    public void Two_alike_are_not_told_apart() => Assert.Equal(
        "relu and gelu are not told apart by 5 seeds; about 240 would be needed.", Verdict.Of(Result(("relu", High), ("gelu", HighToo))));

    [Fact]
    public void Of_many_alike_the_nearest_pair_is_named() => Assert.Equal(
        // 10 by SciPy: effect 1.32 at a level of 0.05 / 3.
        "No two of the 3 functions are told apart by 5 seeds; relu and elu would need about 10, other pairs more.",
        Verdict.Of(Result(("relu", High), ("gelu", HighToo), ("elu", [0.906, 0.912, 0.905, 0.905, 0.909]))));

    [Fact]
    public void Two_that_never_differ_need_no_number_of_seeds() => Assert.Equal(
        "relu and gelu are not told apart by 5 seeds.", Verdict.Of(Result(("relu", High), ("gelu", High))));

    [Fact]
    public void Two_unlike_are_told_apart_with_the_size() => Assert.Equal(
        "gelu is better than relu by 10.08 percentage points, over 5 seeds.",
        Verdict.Of(Result(("relu", Low), ("gelu", High))));

    [Fact]
    public void The_best_of_many_is_told_apart_from_some() => Assert.Equal(
        "silu has the best mean test accuracy; 5 seeds tell it apart from tanh, but not from gelu.",
        Verdict.Of(Result(("tanh", Low), ("gelu", High), ("silu", HighToo))));

    [Fact]
    public void Pairs_on_fewer_seeds_are_counted_as_such() => Assert.Equal(
        "silu has the best mean test accuracy; 5 seeds tell it apart from tanh, but not from gelu; not all pairs share all seeds.",
        Verdict.Of(Result(("tanh", Low), ("gelu", [0.902, 0.906]), ("silu", HighToo))));

    [Fact]
    public void A_range_of_seeds_is_named_where_all_are_told_apart() => Assert.Equal(
        "silu has the best mean test accuracy; it is told apart from all 2 others by 4 to 5 seeds.",
        Verdict.Of(Result(("tanh", Low), ("gelu", Low[..4]), ("silu", HighToo))));

    [Fact]
    public void The_best_may_share_too_few_seeds_to_be_compared() => Assert.Equal(
        "silu has the best mean test accuracy; it finished on too few of the others' seeds to be compared with them.",
        Verdict.Of(Result(("tanh", Low), ("gelu", High), ("silu", [0.99]))));

    [Fact]
    public void One_seed_tells_nothing_apart() => Assert.StartsWith(
        "gelu has the best test accuracy, 90.00 %, but nothing is told apart", Verdict.Of(Result(("tanh", [0.5]), ("gelu", [0.9]))), StringComparison.Ordinal);

    private static ComparisonResult Result(params (string Name, double[] Scores)[] functions)
    {
        var results = functions.Select(function => FunctionSummary.Of(function.Name, [.. function.Scores.Select(Run)])).ToArray();
        return new ComparisonResult
        {
            Settings = new ComparisonSettings { Functions = [.. functions.Select(function => function.Name)] },
            Data = new DataSummary("made up", 4, 100, 50, ["a", "b"]),
            Functions = results,
            Differences = PairedDifferences.Of(results),
        };
    }

    private static RunResult Run(double score, int index) => new()
    {
        Seed = index + 1,
        Epochs = [new EpochRecord(0, 1, 1, score, [])],
        TrainingTime = TimeSpan.FromSeconds(1),
    };
}
