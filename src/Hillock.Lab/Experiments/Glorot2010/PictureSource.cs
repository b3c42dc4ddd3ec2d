using Hillock.Networks;

namespace Hillock.Lab.Experiments.Glorot2010;

/// <summary>What a model is trained, watched and judged on.</summary>
/// <param name="sets">The pictures that stay.</param>
/// <param name="isChoosing">Whether a rate is chosen: then it is judged on other pictures than those of the result.</param>
internal abstract class PictureSource(PictureSets sets, bool isChoosing)
{
    /// <summary>The examples in which <see cref="Next"/> finds a batch.</summary>
    public abstract Examples Training { get; }

    /// <summary>The examples whose activations are watched.</summary>
    public Examples Watched => sets.Watched;

    /// <summary>The examples of the error curve.</summary>
    public Examples Tested => sets.Tested;

    /// <summary>The examples of the last error.</summary>
    public Examples Judged => isChoosing ? sets.Choice : sets.Judged;

    /// <summary>The places of the next batch in <see cref="Training"/>, until the one after it.</summary>
    public abstract ReadOnlySpan<int> Next();
}
