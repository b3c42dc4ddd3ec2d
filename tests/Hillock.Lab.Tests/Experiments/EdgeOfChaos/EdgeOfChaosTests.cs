using Hillock.Lab.Experiments.EdgeOfChaos;
using Hillock.Lab.Laboratory;
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

    // E[erf(u₁) erf(u₂)] = (2/π) asin(2qc/(1 + 2q)), in closed form.
    [Theory]
    [InlineData(1.2, 0.2, 0.7, 0.3)]
    [InlineData(2.0, 0.1, 1.9, 0.95)]
    public void The_map_of_correlations_is_the_known_one_for_erf(double weights, double bias, double q, double c)
    {
        var map = new CorrelationMap(Activation.Parse("erf(x)").Kernel<double>(), weights, bias, q);
        double Known(double at) => ((bias * bias) + (weights * weights * 2 / Math.PI * Math.Asin(2 * q * at / (1 + (2 * q))))) / q;
        Assert.Equal(Known(c), map.Next(c), 10);
        Assert.Equal((Known(c + 1e-5) - Known(c - 1e-5)) / 2e-5, map.Slope(c), 6);
    }

    [Fact]
    public void Below_the_edge_inputs_become_alike_and_the_depth_is_that_of_gradients()
    {
        Assert.Equal(1, Theory.Correlation("tanh", 1, 0.2), 6);
        Assert.Equal(Theory.FixedPoint("tanh", 1, 0.2).CorrelationDepth, Theory.CorrelationDepth("tanh", 1, 0.2), 4);
        Assert.InRange(Theory.Correlation("tanh", 2, 0.2), 0, 0.9);
    }

    [Fact]
    public void The_depth_that_trains_lies_between_those_that_do_and_do_not()
    {
        Assert.Equal(Math.Sqrt(1000), EdgeOfChaosExperiment.TrainableDepth([(10, 80), (100, 20)]), 9);
        Assert.Equal(double.PositiveInfinity, EdgeOfChaosExperiment.TrainableDepth([(10, 80), (100, 60)]));
        Assert.Equal(0, EdgeOfChaosExperiment.TrainableDepth([(10, 30), (100, 10)]));
    }

    [Fact]
    public void A_depth_that_does_not_grow_with_the_correlation_length_is_caught()
    {
        var bench = new Workbench(new EdgeOfChaosExperiment(), new());
        Assert.Equal(Outcome.Held, EdgeOfChaosExperiment.DepthFollows(bench, [(false, 2, 20), (false, 8, 60), (false, 4, 30)]).Outcome);
        Assert.Equal(Outcome.DidNotHold, EdgeOfChaosExperiment.DepthFollows(bench, [(false, 2, 20), (false, 8, 30), (false, 4, 60)]).Outcome);
        Assert.Equal(Outcome.DidNotHold, EdgeOfChaosExperiment.DepthFollows(bench, [(false, 2, 20), (false, 8, 20), (false, 4, 20)]).Outcome);
        var byPhase = EdgeOfChaosExperiment.DepthFollows(bench, [(false, 2, 20), (false, 8, 60), (true, 3, 30), (true, 10, 50)]);
        Assert.Equal(Outcome.DidNotHold, byPhase.Outcome);
        Assert.StartsWith("it does in each phase", byPhase.Remark, StringComparison.Ordinal);
    }
}
