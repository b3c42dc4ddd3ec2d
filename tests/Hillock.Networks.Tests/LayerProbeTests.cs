namespace Hillock.Networks.Tests;

public class LayerProbeTests
{
    [Theory]
    [InlineData("relu")]
    [InlineData("sigmoid")]
    [InlineData("prelu")]
    public void Statistics_agree_with_a_naive_computation(string f)
    {
        var examples = ToyData.Moons(50, 3);
        var network = new DenseNetwork([2, 7, 5, 2], Activation.Parse(f), 50);
        // Weights so large that some units saturate.
        network.Initialise(WeightInitialisation.He, new(4));
        foreach (ref var weight in network.Layers[0].Weights)
            weight *= 5;

        var statistics = new LayerProbe(examples).Measure(network);
        Assert.Equal([1, 2], statistics.Select(layer => layer.Layer));

        var gradient = new float[100];
        SoftmaxCrossEntropy.LossAndGradient(network.Forward(examples.Inputs), examples.Classes, 2, gradient);
        network.Backward(examples.Inputs, [.. gradient.Select(element => 50 * element)]);
        foreach (var layer in statistics)
        {
            var measured = network.Layers[layer.Layer - 1];
            AssertStatistics(measured.PreActivations, layer.PreActivation);
            AssertStatistics(measured.Activations, layer.Activation);
            AssertStatistics(measured.Gradients, layer.Gradient);

            float[] u = measured.PreActivations.ToArray(), slopes = new float[u.Length];
            Activation.Parse(f).Kernel<float>().Derivative(1, u, slopes);
            var largest = f == "sigmoid" ? 0.25f : 1;
            Assert.Equal(u.Count(x => f == "relu" && x <= 0) / (double)u.Length, layer.ShareAtZero);
            Assert.Equal(slopes.Count(slope => slope < largest / 100) / (double)u.Length, layer.ShareSaturated);
        }
        if (f != "prelu")
            Assert.True(statistics[0].ShareSaturated > 0);
    }

    [Fact]
    public void At_most_300_examples_are_looked_at()
    {
        var network = new DenseNetwork([2, 3, 2], Activation.Parse("tanh"), 300);
        network.Initialise(WeightInitialisation.Glorot, new(4));
        new LayerProbe(ToyData.Moons(1000, 3)).Measure(network);
        Assert.Equal(300 * 3, network.Layers[0].Activations.Length);
    }

    private static void AssertStatistics(ReadOnlySpan<float> elements, TensorStatistics actual)
    {
        double[] all = [.. elements.ToArray().Select(element => (double)element)];
        var deviation = Math.Sqrt(all.Average(element => Math.Pow(element - all.Average(), 2)));
        Assert.Equal(all.Average(), actual.Mean, 1e-6 * (1 + deviation));
        Assert.Equal(deviation, actual.StandardDeviation, 1e-6 * (1 + deviation));
    }
}
