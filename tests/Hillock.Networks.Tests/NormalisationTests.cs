namespace Hillock.Networks.Tests;

public class NormalisationTests
{
    [Fact]
    public void Batch_statistics_run_towards_those_of_the_data()
    {
        var network = Network(NormalisationKind.Batch);
        // x = 0, 2, 4: mean 2, sample variance 4; the weight is 1.
        network.Forward([0, 2, 4], isTraining: true);
        Assert.Equal([0.2f, 0.9f + 0.1f * 4], network.State.ToArray(), (a, b) => Math.Abs(a - b) < 1e-6f);
        Assert.Equal([-1.2247f, 0, 1.2247f], network.Layers[0].PreActivations.ToArray(), (a, b) => Math.Abs(a - b) < 1e-3f);
        for (var i = 0; i < 200; i++)
            network.Forward([0, 2, 4], isTraining: true);
        Assert.Equal([2, 4], network.State.ToArray(), (a, b) => Math.Abs(a - b) < 1e-4f);
        var before = network.State.ToArray();
        network.Forward([0, 2, 4]);
        Assert.Equal(before, network.State);
        Assert.Equal([-1, 0, 1], network.Layers[0].PreActivations.ToArray(), (a, b) => Math.Abs(a - b) < 1e-3f);
    }

    [Fact]
    public void A_batch_of_one_gives_the_shift_and_leaves_the_variance()
    {
        var network = Network(NormalisationKind.Batch);
        Assert.Equal([0], network.Forward([7], isTraining: true).ToArray());
        Assert.Equal([0.7f, 1], network.State.ToArray());
    }

    [Fact]
    public void A_layer_is_normalised_over_its_units()
    {
        var network = new DenseNetwork(Settings(NormalisationKind.Layer, units: 3), 2);
        float[] weights = [1, 2, 3];
        weights.CopyTo(network.Layers[0].Weights);
        network.Forward([5, -2]);
        float[] expected = [-1.22474f, 0, 1.22474f, 1.22474f, 0, -1.22474f];
        Assert.Equal(expected, network.Layers[0].PreActivations.ToArray(), (a, b) => Math.Abs(a - b) < 1e-4f);
    }

    [Fact]
    public void Dropout_keeps_the_mean_and_alpha_dropout_the_variance_too()
    {
        foreach (var isAlpha in new[] { false, true })
        {
            const int count = 200_000;
            var random = new SeededRandom(1);
            float[] values = [.. Enumerable.Range(0, count).Select(_ => (float)(isAlpha ? random.NextNormal() : 2))];
            var dropout = new Dropout(0.25, isAlpha, count);
            dropout.Restart(new(2));
            dropout.Forward(values, isTraining: true);
            var mean = values.Average(value => (double)value);
            // Five standard errors of so many numbers.
            Assert.Equal(isAlpha ? 0 : 2, mean, 5 / Math.Sqrt(count) * (isAlpha ? 1 : 1.2));
            if (isAlpha)
                Assert.Equal(1, values.Average(value => (value - mean) * (value - mean)), 0.02);
            else
                Assert.Equal(0.25, values.Count(value => value == 0) / (double)count, 0.005);
        }
    }

    [Fact]
    public void Nothing_is_dropped_outside_training()
    {
        float[] values = [1, 2, 3];
        var dropout = new Dropout(0.9, isAlpha: true, 3);
        dropout.Forward(values, isTraining: false);
        dropout.Backward(values);
        Assert.Equal([1, 2, 3], values);
    }

    private static DenseNetwork Network(NormalisationKind kind)
    {
        var network = new DenseNetwork(Settings(kind, units: 1), 3);
        network.Layers[0].Weights[0] = 1;
        network.Layers[1].Weights[0] = 1;
        return network;
    }

    private static NetworkSettings Settings(NormalisationKind kind, int units) => new()
    {
        Inputs = 1,
        Outputs = 1,
        Hidden = [new(units, Activation.Parse("identity")) { Normalisation = kind }],
    };
}
