using Hillock.Analysis.MeanField;
using Hillock.Networks.RandomNetworks;

namespace Hillock.Networks.Tests;

public class RandomNetworkTests
{
    private const int Layers = 4;
    private const int Width = 400;
    private const int Networks = 6;

    // A mean square of n units and networks is off by √(κ/n), κ = E f⁴/(E f²)² − 1, and what layers are off by adds up:
    // for three layers of relu, κ = 5, by 8 % where all examples are alike, and by less where they differ.
    private const double Tolerance = 0.12;

    [Theory]
    [InlineData("relu", 2, 0)]
    [InlineData("tanh", 1, 0)]
    [InlineData("tanh", 2.25, 0.3)]
    [InlineData("gelu", 1.5, 0.2)]
    [InlineData("selu", 1, 0)]
    [InlineData("x^2/4", 1, 0.5)]
    [InlineData("sin(2*x)", 1, 0.1)]
    [InlineData("hard_tanh", 1.5, 0)]
    public void Wide_networks_do_what_theory_predicts(string f, double weightVariance, double biasDeviation)
    {
        var activation = Activation.Parse(f);
        var biasVariance = biasDeviation * biasDeviation;
        var predicted = SignalPropagation.Predict(
            activation.Kernel<double>(), weightVariance, biasVariance, weightVariance + biasVariance, Layers);
        var settings = new RandomNetworkSettings
        {
            Activation = activation,
            Layers = Layers,
            Width = Width,
            Weights = WeightInitialisation.Normal(Math.Sqrt(weightVariance)),
            BiasDeviation = biasDeviation,
        };
        var measured = Enumerable.Range(1, Networks).Select(s => RandomNetwork.Measure(settings, (ulong)s)).ToList();
        for (var l = 0; l < Layers; l++)
        {
            var deviation = Math.Sqrt(predicted[l].OutputVariance);
            Assert.Equal(1, Mean(layer => layer.PreActivationSquare, l) / predicted[l].Variance, Tolerance);
            Assert.Equal(predicted[l].Mean, Mean(layer => layer.Mean, l), Tolerance * deviation);
            Assert.Equal(1, Mean(layer => layer.Variance, l) / predicted[l].OutputVariance, 2 * Tolerance);
            if (l + 1 < Layers)
                Assert.Equal(
                    1, Mean(layer => layer.GradientSquare, l) / Mean(layer => layer.GradientSquare, l + 1)
                    / predicted[l].GradientFactor, Tolerance);
        }

        double Mean(Func<RandomLayer, double> quantity, int layer) => measured.Average(network => quantity(network[layer]));
    }

    [Fact]
    public void The_size_of_the_gradients_at_the_outputs_is_divided_out()
    {
        var settings = Small();
        var plain = RandomNetwork.Measure(settings, 3);
        var scaled = RandomNetwork.Measure(settings with { OutputGradient = 1024 }, 3);
        for (var l = 0; l < plain.Count; l++)
            Assert.Equal(1, scaled[l].GradientSquare / plain[l].GradientSquare, 1e-5);
    }

    [Fact]
    public void A_seed_gives_the_same_network_again_and_another_seed_another()
    {
        Assert.Equal(RandomNetwork.Measure(Small(), 5), RandomNetwork.Measure(Small(), 5));
        Assert.NotEqual(RandomNetwork.Measure(Small(), 5), RandomNetwork.Measure(Small(), 6));
    }

    private static RandomNetworkSettings Small() => new()
    {
        Activation = Activation.Parse("tanh"),
        Layers = 3,
        Width = 20,
        Weights = WeightInitialisation.LeCun,
    };
}
