using Hillock.Benchmarks.Racing;
using Hillock.Networks;
using TorchSharp;

namespace Hillock.Benchmarks.Training;

/// <summary>A forward pass of one linear layer with 1024 examples, inputs and units, which is a product of 1024³
/// multiply-adds, beside as many multiply-adds without any memory, and beside libtorch's addmm.</summary>
internal static class ProductRace
{
    private const int Size = 1024;

    public static IEnumerable<TrainingMeasurement> Run(bool quick)
    {
        LibtorchTraining.UseThreads(1);
        var network = new DenseNetwork([Size, Size], [], Size);
        network.Initialise(WeightInitialisation.He, new SeededRandom(1));
        var inputs = new float[Size * Size];
        var random = new SeededRandom(2);
        foreach (ref var input in inputs.AsSpan()) input = (float)random.NextNormal();

        using var withoutGradients = torch.no_grad();
        using var x = torch.tensor(inputs, Size, Size);
        using var weights = torch.tensor(network.Layers[0].Weights.ToArray(), Size, Size);
        using var biases = torch.zeros(Size);
        var timings = StepRace.Run(
            [
                new("ours", () => network.Forward(inputs), null),
                new("peak", () => MultiplyAddPeak.Run((long)Size * Size * Size), null),
                new(TrainingRaces.Libtorch, () => torch.addmm(biases, x, weights, beta: 1, alpha: 1).Dispose(), null),
            ],
            quick);
        return timings.Skip(1).Select(peer => new TrainingMeasurement(
            $"product {Size}³", Size, 1, peer.Name, timings[0].Minimum / 1000,
            peer.Minimum / timings[0].Minimum, peer.Median / timings[0].Median));
    }
}
