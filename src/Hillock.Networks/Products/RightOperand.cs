namespace Hillock.Networks.Products;

/// <summary>A block of B, some columns at some depth: read where it lies, or packed strip by strip, each as wide as a
/// register tile, so that a tile reads it in one stream.</summary>
/// <param name="Address">The first element.</param>
/// <param name="RowStride">Elements from one row to the next where it lies, or 0 where it is packed.</param>
internal readonly unsafe record struct RightOperand(nint Address, nint RowStride)
{
    /// <summary>Columns that are packed at a time: 256 rows of them, 64 KiB, stay in the second-level cache.</summary>
    public const int MostColumns = 64;

    /// <summary>Two of the widest vectors.</summary>
    public const int WidestStrip = RegisterTile.Vectors * 16;

    public const int MostPackedAtOnce = MostColumns * MatrixProduct.MostDepth;

    /// <summary>The first element of a strip, and the elements from one of its rows to the next.</summary>
    public (nint Address, nint Stride) Strip(int column, int width, int depth) => RowStride == 0
        ? (Address + (nint)column * depth * sizeof(float), width)
        : (Address + (nint)column * sizeof(float), RowStride);

    /// <summary>How many floats the packed block takes.</summary>
    public static int PackedLength<TVector, TLanes>(int depth, int columns)
        where TLanes : ILanes<TVector> =>
        (columns + TLanes.Count - 1) / TLanes.Count * TLanes.Count * depth;

    /// <summary>Packs a block; what is missing at its right edge becomes 0.</summary>
    public static RightOperand Pack<TVector, TLanes>(Strided b, int depth, int columns, float* packed)
        where TLanes : ILanes<TVector>
    {
        var wide = RegisterTile.Vectors * TLanes.Count;
        var column = columns / wide * wide;
        if (b.ColumnStride == 1)
            Panel.CopyStrips<TVector, TLanes>(b, depth, column / wide, packed);
        else
        {
            for (var first = 0; first < column; first += wide)
                Panel.Transpose(b with { Address = (nint)b.At(0, first) }, depth, wide, packed + first * depth, wide);
        }

        if (column < columns)
        {
            var width = columns - column > TLanes.Count ? wide : TLanes.Count;
            Panel.PackPart(
                b with { Address = (nint)b.At(0, column) }, depth, columns - column, packed + column * depth, width);
        }

        return new((nint)packed, 0);
    }
}
