using Hillock.Networks;

namespace Hillock.Benchmarks.Training;

/// <summary>The examples of one network (a normal cloud for each class), some batches of them, and its first weights:
/// the same for ours and the peer.</summary>
internal sealed class TrainingProblem
{
    /// <summary>The usual one.</summary>
    public const double LearningRate = 0.01;

    /// <summary>Batches that take turns.</summary>
    public const int Batches = 8;

    private const ulong Seed = 2010;

    public TrainingProblem(NetworkShape shape)
    {
        Shape = shape;
        var random = new SeededRandom(Seed);
        var count = Batches * shape.Batch;
        var centres = new float[shape.Classes * shape.Inputs];
        foreach (ref var centre in centres.AsSpan()) centre = (float)random.NextNormal();
        int[] classes = [.. Enumerable.Range(0, count).Select(_ => random.NextBelow(shape.Classes))];
        var inputs = new float[count * shape.Inputs];
        for (var i = 0; i < inputs.Length; i++)
        {
            var (example, feature) = (i / shape.Inputs, i % shape.Inputs);
            inputs[i] = centres[classes[example] * shape.Inputs + feature] + (float)random.NextNormal();
        }

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
