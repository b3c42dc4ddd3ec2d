namespace Hillock.Networks.Products;

/// <summary>A matrix in memory: element (i, j) is at i · <paramref name="RowStride"/>
/// + j · <paramref name="ColumnStride"/>. A transposed view is the same memory with the strides exchanged.</summary>
internal readonly unsafe record struct Strided(nint Address, nint RowStride, nint ColumnStride)
{
    public Strided(float* data, nint rowStride, nint columnStride)
        : this((nint)data, rowStride, columnStride)
    {
    }

    public float* At(nint row, nint column) => (float*)Address + row * RowStride + column * ColumnStride;
}
