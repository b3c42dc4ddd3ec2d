using Hillock.Lab.Experiments.Shared;
using Hillock.Networks;

namespace Hillock.Lab.Experiments.Glorot2010;

/// <summary>Fashion-MNIST, parted as the paper parts MNIST: 50 000 examples to train on, 10 000 to choose by, 10 000 to judge
/// by.</summary>
/// <param name="training">What to train on.</param>
/// <param name="sets">The pictures that stay.</param>
/// <param name="isChoosing">Whether a rate is chosen.</param>
/// <param name="seed">The seed of the batches.</param>
internal sealed class FashionPictures(Examples training, PictureSets sets, bool isChoosing, int seed)
    : PictureSource(sets, isChoosing)
{
    private const int CountTraining = 50_000;

    private readonly SeededRandom _random = new((ulong)seed, 2);
    private readonly int[] _batch = new int[GlorotModel.Batch];

    /// <inheritdoc/>
    public override Examples Training => training;

    /// <summary>Loads all parts.</summary>
    public static (Examples Training, PictureSets Sets) Load()
    {
        var (data, choice) = FashionExamples.LoadWithChoice(CountTraining, PictureSets.CountJudged);
        return (data.Training, new(
            First(data.Test, GlorotModel.Watched), First(data.Test, PictureSets.CountTested), data.Test, choice));
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<int> Next()
    {
        // Drawn with replacement, as from pictures without end.
        foreach (ref var place in _batch.AsSpan())
            place = _random.NextBelow(training.Count);
        return _batch;
    }

    private static Examples First(Examples examples, int count) => Examples.OfClasses(
        examples.Inputs[..(count * examples.Features)], examples.Features, examples.Classes[..count].ToArray(),
        examples.Outputs);
}
