using Hillock.Lab.Data.Shapeset;
using Hillock.Networks;

namespace Hillock.Lab.Experiments.Glorot2010;

/// <summary>Shapeset-3×2, drawn without end: no picture is seen twice.</summary>
/// <param name="sets">What is watched, tested and judged.</param>
/// <param name="seed">The seed of the pictures to train on.</param>
internal sealed class ShapesetPictures(ShapesetSets sets, int seed) : PictureSource
{
    private readonly ShapesetBatch _batch = new(GlorotModel.Batch, new SeededRandom((ulong)seed, 2));
    private readonly int[] _places = [.. Enumerable.Range(0, GlorotModel.Batch)];

    /// <inheritdoc/>
    public override Examples Training => _batch.Examples;

    /// <inheritdoc/>
    public override Examples Watched => sets.Watched;

    /// <inheritdoc/>
    public override Examples Tested => sets.Tested;

    /// <inheritdoc/>
    public override Examples Judged => sets.Judged;

    /// <inheritdoc/>
    public override ReadOnlySpan<int> Next()
    {
        _batch.Renew();
        return _places;
    }
}
