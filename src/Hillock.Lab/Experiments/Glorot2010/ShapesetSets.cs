using Hillock.Lab.Data.Shapeset;
using Hillock.Networks;

namespace Hillock.Lab.Experiments.Glorot2010;

/// <summary>Pictures that stay, drawn once for all models.</summary>
/// <param name="Watched">Those whose activations are watched.</param>
/// <param name="Tested">Those of the error curve.</param>
/// <param name="Judged">Those of the last error.</param>
internal sealed record ShapesetSets(Examples Watched, Examples Tested, Examples Judged)
{
    public const int CountTested = 2000;
    public const int CountJudged = 10_000;

    private const int StreamOfWatched = 3;
    private const int StreamOfTested = 4;
    private const int StreamOfJudged = 6;
    private const int StreamOfChoice = 7;

    /// <summary>Draws them.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="isChoosing">Whether rates are chosen: then models are judged on other pictures than those of the
    /// result.</param>
    public static ShapesetSets Of(int seed, bool isChoosing) => new(
        WatchedOf(seed), Draw(CountTested, seed, StreamOfTested),
        Draw(CountJudged, seed, isChoosing ? StreamOfChoice : StreamOfJudged));

    /// <summary>The pictures that are watched.</summary>
    public static Examples WatchedOf(int seed) => Draw(GlorotModel.Watched, seed, StreamOfWatched);

    private static Examples Draw(int count, int seed, int stream) =>
        new ShapesetBatch(count, new SeededRandom((ulong)seed, (ulong)stream)).Examples;
}
