namespace Hillock.Networks.Tests;

/// <summary>A step is the same whichever way it is computed.</summary>
public class TrainingStepTests
{
    private const int Batch = 32;

    // Descent without momentum, which products do by themselves.
    private const string Plain = "plain";

    public static TheoryData<string, double, NormalisationKind, bool> Steps()
    {
        var data = new TheoryData<string, double, NormalisationKind, bool>();
        foreach (var optimizer in Optimizer.Names.Append(Plain))
        {
            data.Add(optimizer, 0, NormalisationKind.None, false);
            data.Add(optimizer, 0.01, NormalisationKind.Batch, true);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void Moving_weights_in_the_backward_pass_gives_the_bits_of_moving_them_after_it(
        string optimizer, double decay, NormalisationKind normalisation, bool isResidual)
    {
        var settings = new TrainingSettings
        {
            Hidden = [70, 70, 9], Normalisation = normalisation, Residual = isResidual, Dropout = 0.1,
        };
        // A limit that no gradient reaches makes the trainer wait for the whole gradient.
        Assert.Equal(
            Trained(settings, optimizer, decay, 1, largestNorm: 1e30),
            Trained(settings, optimizer, decay, 1, largestNorm: double.PositiveInfinity));
    }

    [Theory]
    [InlineData("plain", 2)]
    [InlineData("sgd", 2)]
    [InlineData("sgd", 5)]
    [InlineData("adam", 3)]
    public void Any_number_of_threads_gives_the_same_bits(string optimizer, int threads)
    {
        // Wide enough to be shared.
        var settings = new TrainingSettings { Hidden = [301, 300, 300], Residual = true };
        var alone = Trained(settings, optimizer, 0.01, 1, double.PositiveInfinity);
        Assert.Equal(alone, Trained(settings, optimizer, 0.01, threads, double.PositiveInfinity));
        Assert.Equal(alone, Trained(settings, optimizer, 0.01, threads, largestNorm: 1e30));
    }

    [Fact]
    public void A_step_of_several_threads_allocates_nothing()
    {
        var (trainer, network) = Make(new() { Hidden = [300, 300] }, "adam", 0.01, double.PositiveInfinity);
        network.Threads = 2;
        int[] batch = [.. Enumerable.Range(0, Batch)];
        for (var i = 0; i < 5; i++)
            trainer.Step(batch);
        var allocated = Enumerable.Range(0, 3).Min(_ =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            trainer.Step(batch);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        });
        Assert.Equal(0, allocated);
    }

    [Fact]
    public void A_step_keeps_no_gradients_of_weights()
    {
        var (trainer, network) = Make(new() { Hidden = [300, 300] }, "sgd", 0.01, double.PositiveInfinity);
        var before = network.MemoryBytes;
        trainer.Step([0, 1, 2]);
        Assert.Equal(before, network.MemoryBytes);
        Assert.Throws<InvalidOperationException>(() => network.Layers[0].WeightGradients.Length);

        network.Forward(new float[2]);
        network.Backward(new float[2], new float[2]);
        Assert.Equal(before + sizeof(float) * network.Parameters.Length, network.MemoryBytes);
        Assert.Equal(2 * 300, network.Layers[0].WeightGradients.Length);
    }

    [Fact]
    public void A_trainer_refuses_an_optimiser_of_another_network()
    {
        var network = new DenseNetwork([2, 3, 2], Activation.Parse("relu"), 4);
        var mistake = Assert.Throws<ArgumentException>(
            () => new Trainer(network, Optimizer.Create("sgd", 16, 0.1), ToyData.Moons(10, 1), 4));
        Assert.Contains("made for 16 parameters, and the network has 17", mistake.Message, StringComparison.Ordinal);
    }

    private static float[] Trained(
        TrainingSettings settings, string optimizer, double decay, int threads, double largestNorm)
    {
        var (trainer, network) = Make(settings, optimizer, decay, largestNorm);
        network.Threads = threads;
        for (var step = 0; step < 3; step++)
            trainer.Step([.. Enumerable.Range(step * Batch, Batch - step)]);
        return network.Parameters.ToArray();
    }

    private static (Trainer Trainer, DenseNetwork Network) Make(
        TrainingSettings settings, string optimizer, double decay, double largestNorm)
    {
        var network = new DenseNetwork(settings.NetworkFor(Activation.Parse("prelu"), 2, 2), Batch);
        network.Initialise(WeightInitialisation.He, new(1));
        var rule = optimizer == Plain
            ? new StochasticGradientDescent(network.Parameters.Length, 0.01, momentum: 0)
            : Optimizer.Create(optimizer, network.Parameters.Length, 0.01);
        return (
            new(network, rule, ToyData.Moons(100, 1), Batch) { WeightDecay = decay, LargestGradientNorm = largestNorm },
            network);
    }
}
