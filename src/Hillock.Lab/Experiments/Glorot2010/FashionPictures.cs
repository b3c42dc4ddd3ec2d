using Hillock.Lab.Experiments.Shared;
using Hillock.Networks;

namespace Hillock.Lab.Experiments.Glorot2010;

/// <summary>Fashion-MNIST, parted as the paper parts MNIST: 50 000 examples to train on, 10 000 to choose by, 10 000 to judge
/// by.</summary>
/// <param name="data">What to train on, and what to judge by.</param>
/// <param name="seed">The seed of the batches.</param>
internal sealed class FashionPictures(FashionExamples data, int seed) : PictureSource
{
    private const int CountTraining = 50_000;
    private const int CountJudged = 10_000;

    private readonly SeededRandom _random = new((ulong)seed, 2);
    private readonly int[] _batch = new int[GlorotModel.Batch];

    /// <inheritdoc/>
    public override Examples Training => data.Training;

    /// <inheritdoc/>
    public override Examples Watched { get; } = First(data.Test, GlorotModel.Watched);

    /// <inheritdoc/>
    public override Examples Tested { get; } = First(data.Test, ShapesetSets.CountTested);

    /// <inheritdoc/>
    public override Examples Judged => data.Test;

    /// <summary>The examples for choosing rates, or for the result.</summary>
    public static FashionExamples Load(bool isChoosing) => isChoosing
        ? FashionExamples.LoadForChoice(CountTraining, CountJudged)
        : FashionExamples.Load(CountTraining, CountJudged);

    /// <inheritdoc/>
    public override ReadOnlySpan<int> Next()
    {
        // Drawn with replacement, as from pictures without end.
        foreach (ref var place in _batch.AsSpan())
            place = _random.NextBelow(Training.Count);
        return _batch;
    }

    private static Examples First(Examples examples, int count) => Examples.OfClasses(
        examples.Inputs[..(count * examples.Features)], examples.Features, examples.Classes[..count].ToArray(),
        examples.Outputs);
}
