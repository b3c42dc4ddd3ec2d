using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Hillock.Networks.Products;

/// <summary>Copies a narrow strip of B, k rows by one tile's width, to where the tile reads it in one stream.</summary>
internal static unsafe class Panel
{
    /// <summary>Fills <paramref name="panel"/>, rows of one tile's width, with the block of
    /// <paramref name="depth"/> rows and <paramref name="columns"/> columns of B; missing columns become 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Pack<TVector, TLanes>(Strided b, int depth, int columns, float* panel)
        where TLanes : ILanes<TVector>
    {
        var width = RegisterTile.Vectors * TLanes.Count;
        if (columns < width)
            NativeMemory.Clear(panel, (nuint)(depth * width * sizeof(float)));
        if (columns == width && b.ColumnStride == 1)
            CopyWholeRows<TVector, TLanes>(b, depth, panel);
        else if (b.ColumnStride == 1)
            CopyRows(b, depth, columns, panel, width);
        else
            Transpose(b, depth, columns, panel, width);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CopyWholeRows<TVector, TLanes>(Strided b, int depth, float* panel)
        where TLanes : ILanes<TVector>
    {
        for (var k = 0; k < depth; k++)
        {
            for (var vector = 0; vector < RegisterTile.Vectors; vector++)
            {
                TLanes.Store(TLanes.Load(b.At(k, vector * TLanes.Count)), panel);
                panel += TLanes.Count;
            }
        }
    }

    private static void CopyRows(Strided b, int depth, int columns, float* panel, int width)
    {
        var bytes = columns * sizeof(float);
        for (var k = 0; k < depth; k++)
            Buffer.MemoryCopy(b.At(k, 0), panel + k * width, bytes, bytes);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Transpose(Strided b, int depth, int columns, float* panel, int width)
    {
        var wholeColumns = Sse.IsSupported && b.RowStride == 1 ? columns & ~3 : 0;
        var wholeDepth = depth & ~3;
        for (var j = 0; j < wholeColumns; j += 4)
        {
            for (var k = 0; k < wholeDepth; k += 4)
                TransposeFourByFour(b.At(k, j), b.ColumnStride, panel + k * width + j, width);
            TransposeElements(b, wholeDepth, depth, j, j + 4, panel, width);
        }
        TransposeElements(b, 0, depth, wholeColumns, columns, panel, width);
    }

    private static void TransposeElements(
        Strided b, int firstRow, int endRow, int firstColumn, int endColumn, float* panel, int width)
    {
        for (var j = firstColumn; j < endColumn; j++)
        {
            for (var k = firstRow; k < endRow; k++)
                panel[k * width + j] = *b.At(k, j);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TransposeFourByFour(float* source, nint stride, float* destination, int width)
    {
        var row0 = Vector128.Load(source);
        var row1 = Vector128.Load(source + stride);
        var row2 = Vector128.Load(source + 2 * stride);
        var row3 = Vector128.Load(source + 3 * stride);
        var low01 = Sse.UnpackLow(row0, row1);
        var low23 = Sse.UnpackLow(row2, row3);
        var high01 = Sse.UnpackHigh(row0, row1);
        var high23 = Sse.UnpackHigh(row2, row3);
        Sse.MoveLowToHigh(low01, low23).Store(destination);
        Sse.MoveHighToLow(low23, low01).Store(destination + width);
        Sse.MoveLowToHigh(high01, high23).Store(destination + 2 * width);
        Sse.MoveHighToLow(high23, high01).Store(destination + 3 * width);
    }
}
