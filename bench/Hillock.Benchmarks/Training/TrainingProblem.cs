using Hillock.Networks;

namespace Hillock.Benchmarks.Training;

/// <summary>The examples of one network, some batches of them, and its first weights: the same for ours and the
/// peer.</summary>
internal sealed class TrainingProblem
{
    /// <summary>Small enough that a network trained for 100 steps depends smoothly on its rounding errors.</summary>
    public const double LearningRate = 0.01;

    /// <summary>Batches that take turns.</summary>
    public const int Batches = 8;

    private const ulong Seed = 2010;

    public TrainingProblem(NetworkShape shape)
    {
        Shape = shape;
        var random = new SeededRandom(Seed);
        var count = Batches * shape.Batch;
        var inputs = new float[count * shape.Inputs];
        foreach (ref var input in inputs.AsSpan()) input = (float)random.NextNormal();
        int[] classes = [.. Enumerable.Range(0, count).Select(_ => random.NextBelow(shape.Classes))];
        Examples = Examples.OfClasses(inputs, shape.Inputs, classes, shape.Classes);
        Places = [.. Enumerable.Range(0, Batches).Select(BatchPlaces)];
    }

    public NetworkShape Shape { get; }

    public Examples Examples { get; }

    /// <summary>Of each batch the places of its examples.</summary>
    public IReadOnlyList<int[]> Places { get; }

    /// <summary>A new network with the first weights of seed <paramref name="seed"/>.</summary>
    public DenseNetwork NewNetwork(ulong seed = Seed)
    {
        var network = new DenseNetwork(Shape.Sizes, Activation.Parse("relu"), Shape.Batch);
        network.Initialise(WeightInitialisation.He, new SeededRandom(seed));
        return network;
    }

    private int[] BatchPlaces(int batch) => [.. Enumerable.Range(batch * Shape.Batch, Shape.Batch)];
}
