using Hillock.Lab.Experiments.EdgeOfChaos;
using Hillock.Lab.Laboratory.Results;

namespace Hillock.Lab.Tests.Experiments.EdgeOfChaos;

public class EdgeOfChaosTests
{
    [Fact]
    public void Theory_agrees_with_what_is_published_and_computed_elsewhere() =>
        Assert.All(Theory.Checks(), check => Assert.Equal((check.Statement, Outcome.Held), (check.Statement, check.Outcome)));

    // χ₁ of relu is σ_w²/2, whatever the variance.
    [Theory]
    [InlineData(1.0, 0.5)]
    [InlineData(1.2, 0.72)]
    public void The_fixed_point_of_relu_has_the_known_factor(double weights, double chi) =>
        Assert.Equal(chi, Theory.FixedPoint("relu", weights, 0.1).Chi, 9);

    [Fact]
    public void A_shallow_network_learns_and_the_same_seed_repeats_it()
    {
        var examples = TwoHalves.Of(300, seed: 2);
        var network = new DeepNetwork("tanh", 1.3, 0.2, 2);
        var curve = network.Train(examples, examples, width: 16, epochs: 60, seed: 1, TwoHalves.Silent);
        Assert.True(curve.Losses[^1] < curve.Losses[0]);
        Assert.True(curve.Final > 60);
        Assert.Equal(curve.Losses, network.Train(examples, examples, 16, 60, 1, TwoHalves.Silent).Losses);
    }
}
