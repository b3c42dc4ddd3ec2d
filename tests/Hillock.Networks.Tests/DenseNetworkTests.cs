namespace Hillock.Networks.Tests;

public class DenseNetworkTests
{
    [Fact]
    public void A_prediction_does_not_depend_on_its_batch()
    {
        var network = new DenseNetwork([2, 33, 17, 3], Activation.Parse("tanh"), 64);
        network.Initialise(WeightInitialisation.Glorot, new(1));
        var inputs = ToyData.Moons(150, 1).Inputs;
        var outputs = new float[150 * 3];
        network.Predict(inputs, outputs);
        for (var i = 0; i < 150; i++)
            Assert.Equal(outputs.AsSpan(3 * i, 3), network.Forward(inputs.AsSpan(2 * i, 2)));
    }

    // Batches of up to twelve examples go from thread to thread, larger ones are cut by units.
    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(12)]
    [InlineData(13)]
    public void Any_number_of_threads_gives_the_same_outputs(int examples)
    {
        var network = new DenseNetwork([1500, 701, 900, 5], Activation.Parse("gelu"), examples);
        network.Initialise(WeightInitialisation.He, new(1));
        float[] inputs = [.. Enumerable.Range(0, examples * 1500).Select(i => MathF.Sin(i * i))];
        var alone = network.Forward(inputs).ToArray();
        for (var repetition = 0; repetition < 20; repetition++)
        {
            network.Threads = 2 + (repetition % 4);
            Assert.Equal(alone, network.Forward(inputs));
        }
    }

    [Fact]
    public void Shapes_that_make_no_network_are_refused()
    {
        var tanh = Activation.Parse("tanh");
        Assert.Throws<ArgumentException>(() => new DenseNetwork([3], tanh, 1));
        Assert.Throws<ArgumentException>(() => new DenseNetwork([3, 0, 1], tanh, 1));
        Assert.Throws<ArgumentException>(() => new DenseNetwork([3, 2, 1], [tanh, tanh], 1));
        var network = new DenseNetwork([3, 2, 1], tanh, 4);
        Assert.Throws<ArgumentException>(() => network.Forward(new float[5]));
        Assert.Throws<ArgumentException>(() => network.Forward(new float[15]));
        Assert.Throws<ArgumentException>(() => network.Forward([]));
    }

    [Fact]
    public void A_network_without_hidden_layers_is_linear()
    {
        var network = new DenseNetwork([2, 1], Activation.Parse("tanh"), 1);
        float[] values = [2, 3, 4];
        values.CopyTo(network.Parameters);
        Assert.Equal([2 * 5 + 3 * 6 + 4], network.Forward([5, 6]).ToArray());
    }
}
