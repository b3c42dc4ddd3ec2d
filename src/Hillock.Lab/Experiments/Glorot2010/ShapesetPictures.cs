using Hillock.Lab.Data.Shapeset;
using Hillock.Networks;

namespace Hillock.Lab.Experiments.Glorot2010;

/// <summary>Shapeset-3×2, drawn without end: no picture is seen twice.</summary>
/// <param name="seed">The seed of all pictures.</param>
/// <param name="isChoosing">Whether rates are chosen: then it is judged on other pictures than those of the result.</param>
internal sealed class ShapesetPictures(int seed, bool isChoosing) : PictureSource
{
    public const int CountTested = 2000;
    public const int CountJudged = 10_000;

    private const int StreamOfTraining = 2;
    private const int StreamOfWatched = 3;
    private const int StreamOfTested = 4;
    private const int StreamOfJudged = 6;
    private const int StreamOfChoice = 7;

    private readonly ShapesetBatch _batch = new(GlorotModel.Batch, new SeededRandom((ulong)seed, StreamOfTraining));
    private readonly int[] _places = [.. Enumerable.Range(0, GlorotModel.Batch)];

    /// <inheritdoc/>
    public override Examples Training => _batch.Examples;

    /// <inheritdoc/>
    public override Examples Watched { get; } = WatchedOf(seed);

    /// <inheritdoc/>
    public override Examples Tested { get; } = Draw(CountTested, seed, StreamOfTested);

    /// <inheritdoc/>
    public override Examples Judged { get; } = Draw(CountJudged, seed, isChoosing ? StreamOfChoice : StreamOfJudged);

    /// <summary>The pictures that are watched.</summary>
    public static Examples WatchedOf(int seed) => Draw(GlorotModel.Watched, seed, StreamOfWatched);

    /// <inheritdoc/>
    public override ReadOnlySpan<int> Next()
    {
        _batch.Renew();
        return _places;
    }

    private static Examples Draw(int count, int seed, int stream) =>
        new ShapesetBatch(count, new SeededRandom((ulong)seed, (ulong)stream)).Examples;
}
