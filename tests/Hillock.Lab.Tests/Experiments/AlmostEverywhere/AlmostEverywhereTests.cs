using Hillock.Lab.Experiments.AlmostEverywhere;
using Hillock.Lab.Laboratory;
using Hillock.Lab.Laboratory.Results;
using Hillock.Networks;

namespace Hillock.Lab.Tests.Experiments.AlmostEverywhere;

public class AlmostEverywhereTests
{
    private static readonly StepProgress Nobody = new(_ => { }, CancellationToken.None);

    [Fact]
    public void The_chance_of_one_is_density_times_width() =>
        // φ(1)·(2⁻²⁴ + 2⁻²³)/2: floats lie twice as densely below 1 as above it.
        Assert.Equal(0.24197072451914337 * 0.75 * Math.ScaleB(1, -23), FloatDensity.ChanceUnderNormal(1), 1e-15);

    [Fact]
    public void Coarse_numbers_are_met_as_often_as_their_spacing_says()
    {
        // Evenly on [−0.5, 0.5]: the density is 1, so that 10⁶ values expect 10⁶·2⁻²⁴ at 0.
        float[] values = [.. Enumerable.Range(1, 1_000_000).Select(i => (i / 1_000_001f) - 0.5f)];
        Assert.Equal(1e6 * Math.ScaleB(1, -24), FloatDensity.ExpectedMeetings(values, 0), 1e-3);
    }

    [Fact]
    public void Slopes_at_the_kink_make_no_difference_where_it_is_not_met()
    {
        var zero = KinkMeetings.Train("where(x > 0, x, 0)", isRounded: false, 20, 1, Nobody);
        var one = KinkMeetings.Train("where(x >= 0, x, 0)", isRounded: false, 20, 1, Nobody);
        Assert.Equal(20 * 64 * 128, zero.Seen);
        Assert.Equal(0, zero.Met);
        Assert.Equal(zero.Loss, one.Loss);
        Assert.Equal(1, zero.BlankBefore);
        Assert.InRange(zero.BlankAfter, 0, 0.1);
    }

    [Fact]
    public void Rounded_numbers_meet_the_kink_and_use_its_slope()
    {
        var zero = KinkMeetings.Train("where(x > 0, x, 0)", isRounded: true, 20, 1, Nobody);
        var one = KinkMeetings.Train("where(x >= 0, x, 0)", isRounded: true, 20, 1, Nobody);
        Assert.True(zero.Met > 100 * 1e-6 * zero.Seen, $"{zero.Met}");
        Assert.NotEqual(zero.Loss, one.Loss);
        Assert.Equal(Outcome.Held, KinkChecks.OftenMet([zero], 1e-6).Outcome);
        Assert.Equal(Outcome.DidNotHold, KinkChecks.OftenMet([zero with { Met = 1 }], 1e-6).Outcome);
    }

    [Fact]
    public void A_rounded_layer_carries_on_what_it_rounds_away()
    {
        var network = new DenseNetwork([1, 1], Activation.Parse("relu"), 1);
        network.Layers[0].Weights[0] = 0.25f;
        var rounded = new RoundedLayer(network.Layers[0], 4);
        for (var step = 0; step < 10; step++)
        {
            network.Layers[0].Weights[0] += 0.05f;
            rounded.Renew();
        }

        Assert.Equal(0.75f, network.Layers[0].Weights[0]);
    }

    [Fact]
    public void Wrong_results_are_caught()
    {
        Assert.Equal(Outcome.DidNotHold, KinkChecks.AsDenseAsFloats(40, 10).Outcome);
        Assert.Equal(Outcome.DidNotHold, KinkChecks.AsDenseAsFloats(0, 10).Outcome);
        Assert.Equal(Outcome.Held, KinkChecks.AsDenseAsFloats(12, 10).Outcome);
        KinkRun Run(double accuracy) => new("relu", false, 1, 5, 1000, 0, accuracy, accuracy);
        Assert.Equal(Outcome.DidNotHold, KinkChecks.SeldomMet([Run(1)], 1e-6).Outcome);
        Assert.Equal(Outcome.DidNotHold, KinkChecks.BlankMeets([Run(1)]).Outcome);
        var bench = new Workbench(new AlmostEverywhereExperiment(), new());
        Assert.Equal(
            Outcome.DidNotHold,
            KinkChecks.Same(bench, [Run(0.9), Run(0.91), Run(0.92)], [Run(0.8), Run(0.811), Run(0.819)], "1").Outcome);
    }
}
