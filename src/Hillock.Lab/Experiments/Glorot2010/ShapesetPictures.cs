using Hillock.Lab.Data.Shapeset;
using Hillock.Networks;

namespace Hillock.Lab.Experiments.Glorot2010;

/// <summary>Shapeset-3×2, drawn without end: no picture is seen twice.</summary>
/// <param name="sets">The pictures that stay.</param>
/// <param name="isChoosing">Whether a rate is chosen.</param>
/// <param name="seed">The seed of the pictures to train on.</param>
internal sealed class ShapesetPictures(PictureSets sets, bool isChoosing, int seed) : PictureSource(sets, isChoosing)
{
    private const int StreamOfTraining = 2;
    private const int StreamOfWatched = 3;
    private const int StreamOfTested = 4;
    private const int StreamOfJudged = 6;
    private const int StreamOfChoice = 7;

    private readonly ShapesetBatch _batch = new(GlorotModel.Batch, new SeededRandom((ulong)seed, StreamOfTraining));
    private readonly int[] _places = [.. Enumerable.Range(0, GlorotModel.Batch)];

    /// <inheritdoc/>
    public override Examples Training => _batch.Examples;

    /// <summary>Draws the pictures that stay.</summary>
    public static PictureSets Draw(int seed) => new(
        DrawWatched(seed), Draw(PictureSets.CountTested, seed, StreamOfTested),
        Draw(PictureSets.CountJudged, seed, StreamOfJudged), Draw(PictureSets.CountJudged, seed, StreamOfChoice));

    /// <summary>Draws those that are watched.</summary>
    public static Examples DrawWatched(int seed) => Draw(GlorotModel.Watched, seed, StreamOfWatched);

    /// <inheritdoc/>
    public override ReadOnlySpan<int> Next()
    {
        _batch.Renew();
        return _places;
    }

    private static Examples Draw(int count, int seed, int stream) =>
        new ShapesetBatch(count, new SeededRandom((ulong)seed, (ulong)stream)).Examples;
}
