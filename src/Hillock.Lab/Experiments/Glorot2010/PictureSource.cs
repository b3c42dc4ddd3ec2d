using Hillock.Networks;

namespace Hillock.Lab.Experiments.Glorot2010;

/// <summary>What a model is trained, watched and judged on.</summary>
internal abstract class PictureSource
{
    /// <summary>The examples in which <see cref="Next"/> finds a batch.</summary>
    public abstract Examples Training { get; }

    /// <summary>The examples whose activations are watched.</summary>
    public abstract Examples Watched { get; }

    /// <summary>The examples of the error curve.</summary>
    public abstract Examples Tested { get; }

    /// <summary>The examples of the last error.</summary>
    public abstract Examples Judged { get; }

    /// <summary>The places of the next batch in <see cref="Training"/>, until the one after it.</summary>
    public abstract ReadOnlySpan<int> Next();
}
