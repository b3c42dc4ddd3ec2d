using System.Runtime.CompilerServices;

namespace Hillock.Networks.Products;

/// <summary>The innermost part of every product: six rows by two vectors of results, held in registers.</summary>
/// <remarks>
/// Twelve accumulators hide the latency of the multiply-adds and, with two vectors of B and one broadcast element of
/// A, still fit the sixteen registers of AVX2. Each result is one chain of fused multiply-adds in order of k, so
/// neither its place in a tile nor the vector width changes a bit of it.
/// </remarks>
internal static unsafe class RegisterTile
{
    public const int Rows = 6;
    public const int Vectors = 2;

    /// <summary>c = start + A·B for one tile.</summary>
    /// <param name="a">The tile's first row of A, at the first k.</param>
    /// <param name="rows">How many rows of A there are; rows beyond repeat the last one and hold no result.</param>
    /// <param name="depth">The number of products in each sum.</param>
    /// <param name="b">Rows of 2 vectors, <paramref name="bStride"/> apart.</param>
    /// <param name="bStride">Elements from one row of B to the next.</param>
    /// <param name="start">The values that the sums begin with.</param>
    /// <param name="startStride">Elements from one row of them to the next; 0 where all rows begin alike.</param>
    /// <param name="c">Where the results go; may be the memory of <paramref name="start"/>.</param>
    /// <param name="cStride">Elements from one row of results to the next.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Compute<TVector, TLanes>(
        Strided a, int rows, int depth, float* b, nint bStride, float* start, nint startStride, float* c, nint cStride)
        where TLanes : ILanes<TVector>
    {
        nint width = TLanes.Count;
        var last = rows - 1;
        var a0 = a.At(0, 0);
        var a1 = a.At(Math.Min(1, last), 0);
        var a2 = a.At(Math.Min(2, last), 0);
        var a3 = a.At(Math.Min(3, last), 0);
        var a4 = a.At(Math.Min(4, last), 0);
        var a5 = a.At(Math.Min(5, last), 0);

        var c00 = TLanes.Load(start);
        var c01 = TLanes.Load(start + width);
        start += startStride;
        var c10 = TLanes.Load(start);
        var c11 = TLanes.Load(start + width);
        start += startStride;
        var c20 = TLanes.Load(start);
        var c21 = TLanes.Load(start + width);
        start += startStride;
        var c30 = TLanes.Load(start);
        var c31 = TLanes.Load(start + width);
        start += startStride;
        var c40 = TLanes.Load(start);
        var c41 = TLanes.Load(start + width);
        start += startStride;
        var c50 = TLanes.Load(start);
        var c51 = TLanes.Load(start + width);

        nint offset = 0;
        var step = a.ColumnStride;
        for (var k = 0; k < depth; k++)
        {
            var b0 = TLanes.Load(b);
            var b1 = TLanes.Load(b + width);
            b += bStride;

            var x = TLanes.Broadcast(a0[offset]);
            c00 = TLanes.MultiplyAdd(x, b0, c00);
            c01 = TLanes.MultiplyAdd(x, b1, c01);
            x = TLanes.Broadcast(a1[offset]);
            c10 = TLanes.MultiplyAdd(x, b0, c10);
            c11 = TLanes.MultiplyAdd(x, b1, c11);
            x = TLanes.Broadcast(a2[offset]);
            c20 = TLanes.MultiplyAdd(x, b0, c20);
            c21 = TLanes.MultiplyAdd(x, b1, c21);
            x = TLanes.Broadcast(a3[offset]);
            c30 = TLanes.MultiplyAdd(x, b0, c30);
            c31 = TLanes.MultiplyAdd(x, b1, c31);
            x = TLanes.Broadcast(a4[offset]);
            c40 = TLanes.MultiplyAdd(x, b0, c40);
            c41 = TLanes.MultiplyAdd(x, b1, c41);
            x = TLanes.Broadcast(a5[offset]);
            c50 = TLanes.MultiplyAdd(x, b0, c50);
            c51 = TLanes.MultiplyAdd(x, b1, c51);
            offset += step;
        }

        TLanes.Store(c00, c);
        TLanes.Store(c01, c + width);
        c += cStride;
        TLanes.Store(c10, c);
        TLanes.Store(c11, c + width);
        c += cStride;
        TLanes.Store(c20, c);
        TLanes.Store(c21, c + width);
        c += cStride;
        TLanes.Store(c30, c);
        TLanes.Store(c31, c + width);
        c += cStride;
        TLanes.Store(c40, c);
        TLanes.Store(c41, c + width);
        c += cStride;
        TLanes.Store(c50, c);
        TLanes.Store(c51, c + width);
    }
}
