using Hillock.Lab.Experiments.Gelu2016;
using Hillock.Lab.Experiments.Shared;
using Hillock.Lab.Laboratory;
using Hillock.Lab.Laboratory.Results;

namespace Hillock.Lab.Tests.Experiments.Shared;

public class PairedCheckTests
{
    private static readonly Workbench Bench = new(new Gelu2016Experiment(), new());

    [Theory]
    [InlineData(Outcome.Held, 1.0, 2.0, 2.0, 3.0, 3.0, 4.0)]
    [InlineData(Outcome.Held, 1.0, 1.0, 2.0, 2.0, 3.0, 3.0)]
    [InlineData(Outcome.DidNotHold, 2.0, 1.0, 3.0, 2.01, 4.0, 3.0)]
    [InlineData(Outcome.NotDecided, 2.0, 1.0, 1.0, 2.1, 4.0, 1.5)]
    public void No_higher_is_refuted_by_what_is_told_apart_only(Outcome expected, params double[] pairs)
    {
        double[] less = [.. pairs.Where((_, i) => i % 2 == 0)], more = [.. pairs.Where((_, i) => i % 2 == 1)];
        Assert.Equal(expected, PairedCheck.NoHigher(Bench, "", values => values.Average(), less, more, value => $"{value}").Outcome);
    }
}
