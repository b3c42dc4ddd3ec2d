using System.Runtime.CompilerServices;

namespace Hillock.Networks.Products;

/// <summary>A block of A, some rows at some depth: read where it lies, or packed so that a tile reads it in one stream:
/// of each tile its elements of the first k, then of the second …</summary>
/// <param name="Matrix">The first element, with strides, or the packed tiles.</param>
/// <param name="IsPacked">Whether it is packed.</param>
internal readonly unsafe record struct LeftOperand(Strided Matrix, bool IsPacked)
{
    /// <summary>Rows that are computed at a time. A packed block, 264 × 256, takes half of a second-level cache of
    /// 512 KiB.</summary>
    public const int MostRows = 264;

    public const int MostPackedAtOnce = (MostRows + RegisterTile.Rows) * MatrixProduct.MostDepth;

    /// <summary>The elements of one tile.</summary>
    public Strided Tile(int tile, int firstRow, int depth) => IsPacked
        ? new((float*)Matrix.Address + (nint)tile * RegisterTile.Rows * depth, 1, RegisterTile.Rows)
        : Matrix with { Address = (nint)Matrix.At(firstRow, 0) };

    /// <summary>Elements from a row of a tile to the same row of the next one, if both are as high.</summary>
    public nint StepToNextTile(int height, int depth) =>
        IsPacked ? (nint)RegisterTile.Rows * depth : height * Matrix.RowStride;

    /// <summary>Packs a block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static LeftOperand Pack(Strided a, int rows, int depth, float* packed)
    {
        var tiles = new Split(rows, RegisterTile.Rows);
        for (var tile = 0; tile < tiles.Parts; tile++)
        {
            var first = tiles.Start(tile);
            PackTile(
                a with { Address = (nint)a.At(first, 0) }, tiles.Start(tile + 1) - first, depth,
                packed + (nint)tile * RegisterTile.Rows * depth);
        }

        return new(new(packed, 0, 0), true);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void PackTile(Strided a, int rows, int depth, float* packed)
    {
        if (rows < RegisterTile.Rows)
        {
            for (var k = 0; k < depth; k++, packed += RegisterTile.Rows)
            {
                for (var row = 0; row < rows; row++)
                    packed[row] = *a.At(row, k);
            }

            return;
        }

        float* a0 = a.At(0, 0), a1 = a.At(1, 0), a2 = a.At(2, 0), a3 = a.At(3, 0), a4 = a.At(4, 0), a5 = a.At(5, 0);
        nint offset = 0;
        for (var k = 0; k < depth; k++, packed += RegisterTile.Rows, offset += a.ColumnStride)
        {
            packed[0] = a0[offset];
            packed[1] = a1[offset];
            packed[2] = a2[offset];
            packed[3] = a3[offset];
            packed[4] = a4[offset];
            packed[5] = a5[offset];
        }
    }
}
