using Hillock.Networks.Products;

namespace Hillock.Networks;

/// <summary>Memory for the ∂L/∂u of one layer after the other, in the orders that products read it.</summary>
/// <param name="largestBatch">The most examples.</param>
/// <param name="units">The units of each layer.</param>
internal sealed class PackedDeltas(int largestBatch, IReadOnlyList<int> units)
{
    /// <summary>For products with it.</summary>
    public Memory<float> Rows { get; } = AlignedMemory.Take(
        units.Max(count => MatrixProduct.PackedLength(largestBatch, count)));

    /// <summary>For products with its transpose, of which the first layer has none.</summary>
    public Memory<float> Columns { get; } = AlignedMemory.Take(
        units.Skip(1).Select(count => MatrixProduct.PackedLength(count, largestBatch)).DefaultIfEmpty(0).Max());

    public long Length => Rows.Length + (long)Columns.Length;
}
