using Hillock.Networks.Products;

namespace Hillock.Networks;

/// <summary>How W is cut into blocks of some rows, few enough that they and their gradients stay in the second-level
/// cache, and which of them are whose where threads share them.</summary>
/// <param name="inputs">Rows of W.</param>
/// <param name="outputs">Columns of W.</param>
/// <param name="examples">The rows of a batch.</param>
internal readonly struct WeightBlocks(int inputs, int outputs, int examples)
{
    private const int Elements = 36 * 1024;

    // Whole tiles of both kinds.
    private const int Step = 2 * RegisterTile.Rows;

    /// <summary>Rows of W in a block; the last one may have fewer.</summary>
    public int Rows { get; } = Math.Clamp(
        Elements / Math.Max(outputs, examples) / Step * Step, RegisterTile.Rows, Math.Max(RegisterTile.Rows, inputs));

    /// <summary>How many there are.</summary>
    public int Count => (inputs + Rows - 1) / Rows;

    /// <summary>The first row of a thread's own blocks; behind the last thread the number of rows.</summary>
    public int FirstRowOf(int thread, int threads) => Math.Min(inputs, (int)((long)Count * thread / threads) * Rows);
}
