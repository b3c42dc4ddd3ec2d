using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Hillock.Networks.Products;

/// <summary>Copies narrow strips of a matrix, k rows by one tile's width, to where a tile reads them in one stream.
/// </summary>
internal static unsafe class Panel
{
    /// <summary>Some whole strips side by side: row by row, because that is how they lie.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void CopyStrips<TVector, TLanes>(Strided b, int depth, int strips, float* panels)
        where TLanes : ILanes<TVector>
    {
        nint lanes = TLanes.Count;
        var panelLength = depth * RegisterTile.Vectors * lanes;
        for (var k = 0; k < depth; k++)
        {
            var source = b.At(k, 0);
            var panel = panels + k * RegisterTile.Vectors * lanes;
            for (var strip = 0; strip < strips; strip++, panel += panelLength, source += RegisterTile.Vectors * lanes)
            {
                TLanes.Store(TLanes.Load(source), panel);
                TLanes.Store(TLanes.Load(source + lanes), panel + lanes);
            }
        }
    }

    /// <summary>A strip that is not whole; the columns that it lacks become 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void PackPart(Strided b, int depth, int columns, float* panel, int width)
    {
        if (columns < width)
            NativeMemory.Clear(panel, (nuint)(depth * width * sizeof(float)));
        if (b.ColumnStride != 1)
        {
            Transpose(b, depth, columns, panel, width);
            return;
        }

        for (var k = 0; k < depth; k++)
        {
            float* source = b.At(k, 0), target = panel + k * width;
            for (var column = 0; column < columns; column++)
                target[column] = source[column];
        }
    }

    /// <summary>target(k, j) = source(k, j), where the rows of the target lie side by side and the columns of the
    /// source do.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Transpose(Strided source, int rows, int columns, float* target, nint targetStride)
    {
        var wholeColumns = Sse.IsSupported && source.RowStride == 1 ? columns & ~3 : 0;
        var wholeRows = rows & ~3;
        for (var j = 0; j < wholeColumns; j += 4)
        {
            for (var k = 0; k < wholeRows; k += 4)
                TransposeFourByFour(source.At(k, j), source.ColumnStride, target + k * targetStride + j, targetStride);
            TransposeElements(source, wholeRows, rows, j, j + 4, target, targetStride);
        }

        TransposeElements(source, 0, rows, wholeColumns, columns, target, targetStride);
    }

    private static void TransposeElements(
        Strided source, int firstRow, int endRow, int firstColumn, int endColumn, float* target, nint targetStride)
    {
        for (var j = firstColumn; j < endColumn; j++)
        {
            for (var k = firstRow; k < endRow; k++)
                target[k * targetStride + j] = *source.At(k, j);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TransposeFourByFour(float* source, nint stride, float* target, nint targetStride)
    {
        var row0 = Vector128.Load(source);
        var row1 = Vector128.Load(source + stride);
        var row2 = Vector128.Load(source + 2 * stride);
        var row3 = Vector128.Load(source + 3 * stride);
        var low01 = Sse.UnpackLow(row0, row1);
        var low23 = Sse.UnpackLow(row2, row3);
        var high01 = Sse.UnpackHigh(row0, row1);
        var high23 = Sse.UnpackHigh(row2, row3);
        Sse.MoveLowToHigh(low01, low23).Store(target);
        Sse.MoveHighToLow(low23, low01).Store(target + targetStride);
        Sse.MoveLowToHigh(high01, high23).Store(target + 2 * targetStride);
        Sse.MoveHighToLow(high23, high01).Store(target + 3 * targetStride);
    }
}
