namespace Hillock.Benchmarks;

/// <summary>What a contestant computes.</summary>
internal enum Pass
{
    /// <summary>f(x).</summary>
    Forward,

    /// <summary>upstream · f′(x).</summary>
    Backward,

    /// <summary>f(x) and the slope; peers without such a kernel run their forward, then their backward.</summary>
    Both,
}
