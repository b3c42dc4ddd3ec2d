using System.Runtime.CompilerServices;

namespace Hillock.Networks.Products;

/// <summary>The innermost part of every product: up to six rows, or two times six, by one or two vectors of results,
/// held in registers.</summary>
/// <remarks>
/// Twelve accumulators hide the latency of the multiply-adds and, with two vectors of B and one broadcast element of
/// A, still fit the sixteen registers of AVX2; the thirty-two of AVX-512 hold twice as many, for which B is read once.
/// Each result is one chain of fused multiply-adds in order of k, so
/// neither its place in a tile nor the vector width changes a bit of it.
/// </remarks>
internal static unsafe class RegisterTile
{
    /// <summary>The most rows of a tile, or of each half of one that has two.</summary>
    public const int Rows = 6;

    /// <summary>Vectors in a row of a wide tile.</summary>
    public const int Vectors = 2;

    /// <summary>start + A·B for one tile, which becomes c or what else the outcome says.</summary>
    /// <param name="a">The tile's first row of A, at the first k.</param>
    /// <param name="rows">Rows of the tile, or of its upper half, 1 to <see cref="Rows"/>.</param>
    /// <param name="below">Elements of A from a row of the upper half to one of the lower half, or 0 where there is
    /// none.</param>
    /// <param name="isWide">Whether a row is two vectors wide, or one.</param>
    /// <param name="depth">The number of products in each sum.</param>
    /// <param name="b">Rows of one or two vectors, <paramref name="bStride"/> apart.</param>
    /// <param name="bStride">Elements from one row of B to the next.</param>
    /// <param name="start">The values that the sums begin with.</param>
    /// <param name="startStride">Elements from one row of them to the next; 0 where all rows begin alike.</param>
    /// <param name="c">Where the results go; may be the memory of <paramref name="start"/>.</param>
    /// <param name="cStride">Elements from one row of results to the next.</param>
    /// <param name="rate">What a descent takes of them.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Compute<TVector, TLanes, TOutcome>(
        Strided a, int rows, nint below, bool isWide, int depth, float* b, nint bStride, float* start, nint startStride,
        float* c, nint cStride, float rate)
        where TLanes : ILanes<TVector>
        where TOutcome : IOutcome
    {
        if (isWide && below != 0)
            Compute<TVector, TLanes, TOutcome, Large>(
                a, rows, below, depth, b, bStride, start, startStride, c, cStride, rate);
        else if (isWide)
            Compute<TVector, TLanes, TOutcome, Wide>(
                a, rows, 0, depth, b, bStride, start, startStride, c, cStride, rate);
        else if (below != 0)
            Compute<TVector, TLanes, TOutcome, Tall>(
                a, rows, below, depth, b, bStride, start, startStride, c, cStride, rate);
        else
            Compute<TVector, TLanes, TOutcome, Narrow>(
                a, rows, 0, depth, b, bStride, start, startStride, c, cStride, rate);
    }

    private static void Compute<TVector, TLanes, TOutcome, TShape>(
        Strided a, int rows, nint below, int depth, float* b, nint bStride, float* start, nint startStride, float* c,
        nint cStride, float rate)
        where TLanes : ILanes<TVector>
        where TOutcome : IOutcome
        where TShape : ITileShape
    {
        switch (rows)
        {
            case 1:
                Compute<TVector, TLanes, TOutcome, TShape, One>(
                    a, below, depth, b, bStride, start, startStride, c, cStride, rate);
                break;
            case 2:
                Compute<TVector, TLanes, TOutcome, TShape, Two>(
                    a, below, depth, b, bStride, start, startStride, c, cStride, rate);
                break;
            case 3:
                Compute<TVector, TLanes, TOutcome, TShape, Three>(
                    a, below, depth, b, bStride, start, startStride, c, cStride, rate);
                break;
            case 4:
                Compute<TVector, TLanes, TOutcome, TShape, Four>(
                    a, below, depth, b, bStride, start, startStride, c, cStride, rate);
                break;
            case 5:
                Compute<TVector, TLanes, TOutcome, TShape, Five>(
                    a, below, depth, b, bStride, start, startStride, c, cStride, rate);
                break;
            default:
                Compute<TVector, TLanes, TOutcome, TShape, Six>(
                    a, below, depth, b, bStride, start, startStride, c, cStride, rate);
                break;
        }
    }

    // The conditions are constants of the compiled tile: what a low or narrow one has not is not there.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Compute<TVector, TLanes, TOutcome, TShape, TRows>(
        Strided a, nint below, int depth, float* b, nint bStride, float* start, nint startStride, float* c, nint cStride,
        float rate)
        where TLanes : ILanes<TVector>
        where TOutcome : IOutcome
        where TShape : ITileShape
        where TRows : ITileCount
    {
        nint width = TLanes.Count;
        // From a vector of the upper half to the one below it.
        var (belowStart, belowResult) = (TRows.Count * startStride, TRows.Count * cStride);
        // Those of the upper half are c, those of the lower half d.
        TVector c00 = default!, c01 = default!, c10 = default!, c11 = default!, c20 = default!, c21 = default!;
        TVector c30 = default!, c31 = default!, c40 = default!, c41 = default!, c50 = default!, c51 = default!;
        TVector d00 = default!, d01 = default!, d10 = default!, d11 = default!, d20 = default!, d21 = default!;
        TVector d30 = default!, d31 = default!, d40 = default!, d41 = default!, d50 = default!, d51 = default!;

        c00 = TLanes.Load(start);
        if (TShape.IsWide) c01 = TLanes.Load(start + width);
        if (TShape.IsTall) d00 = TLanes.Load(start + belowStart);
        if (TShape.IsWide && TShape.IsTall) d01 = TLanes.Load(start + belowStart + width);
        if (TRows.Count > 1)
        {
            start += startStride;
            c10 = TLanes.Load(start);
            if (TShape.IsWide) c11 = TLanes.Load(start + width);
            if (TShape.IsTall) d10 = TLanes.Load(start + belowStart);
            if (TShape.IsWide && TShape.IsTall) d11 = TLanes.Load(start + belowStart + width);
        }

        if (TRows.Count > 2)
        {
            start += startStride;
            c20 = TLanes.Load(start);
            if (TShape.IsWide) c21 = TLanes.Load(start + width);
            if (TShape.IsTall) d20 = TLanes.Load(start + belowStart);
            if (TShape.IsWide && TShape.IsTall) d21 = TLanes.Load(start + belowStart + width);
        }

        if (TRows.Count > 3)
        {
            start += startStride;
            c30 = TLanes.Load(start);
            if (TShape.IsWide) c31 = TLanes.Load(start + width);
            if (TShape.IsTall) d30 = TLanes.Load(start + belowStart);
            if (TShape.IsWide && TShape.IsTall) d31 = TLanes.Load(start + belowStart + width);
        }

        if (TRows.Count > 4)
        {
            start += startStride;
            c40 = TLanes.Load(start);
            if (TShape.IsWide) c41 = TLanes.Load(start + width);
            if (TShape.IsTall) d40 = TLanes.Load(start + belowStart);
            if (TShape.IsWide && TShape.IsTall) d41 = TLanes.Load(start + belowStart + width);
        }

        if (TRows.Count > 5)
        {
            start += startStride;
            c50 = TLanes.Load(start);
            if (TShape.IsWide) c51 = TLanes.Load(start + width);
            if (TShape.IsTall) d50 = TLanes.Load(start + belowStart);
            if (TShape.IsWide && TShape.IsTall) d51 = TLanes.Load(start + belowStart + width);
        }

        float* a0 = a.At(0, 0), a1 = a.At(1, 0), a2 = a.At(2, 0), a3 = a.At(3, 0), a4 = a.At(4, 0), a5 = a.At(5, 0);
        nint offset = 0;
        var step = a.ColumnStride;
        for (var k = 0; k < depth; k++)
        {
            TVector b0 = TLanes.Load(b), b1 = default!;
            if (TShape.IsWide) b1 = TLanes.Load(b + width);
            b += bStride;

            var x = TLanes.Broadcast(a0[offset]);
            c00 = TLanes.MultiplyAdd(x, b0, c00);
            if (TShape.IsWide) c01 = TLanes.MultiplyAdd(x, b1, c01);
            if (TShape.IsTall)
            {
                x = TLanes.Broadcast(a0[offset + below]);
                d00 = TLanes.MultiplyAdd(x, b0, d00);
                if (TShape.IsWide) d01 = TLanes.MultiplyAdd(x, b1, d01);
            }

            if (TRows.Count > 1)
            {
                x = TLanes.Broadcast(a1[offset]);
                c10 = TLanes.MultiplyAdd(x, b0, c10);
                if (TShape.IsWide) c11 = TLanes.MultiplyAdd(x, b1, c11);
                if (TShape.IsTall)
                {
                    x = TLanes.Broadcast(a1[offset + below]);
                    d10 = TLanes.MultiplyAdd(x, b0, d10);
                    if (TShape.IsWide) d11 = TLanes.MultiplyAdd(x, b1, d11);
                }

            }

            if (TRows.Count > 2)
            {
                x = TLanes.Broadcast(a2[offset]);
                c20 = TLanes.MultiplyAdd(x, b0, c20);
                if (TShape.IsWide) c21 = TLanes.MultiplyAdd(x, b1, c21);
                if (TShape.IsTall)
                {
                    x = TLanes.Broadcast(a2[offset + below]);
                    d20 = TLanes.MultiplyAdd(x, b0, d20);
                    if (TShape.IsWide) d21 = TLanes.MultiplyAdd(x, b1, d21);
                }

            }

            if (TRows.Count > 3)
            {
                x = TLanes.Broadcast(a3[offset]);
                c30 = TLanes.MultiplyAdd(x, b0, c30);
                if (TShape.IsWide) c31 = TLanes.MultiplyAdd(x, b1, c31);
                if (TShape.IsTall)
                {
                    x = TLanes.Broadcast(a3[offset + below]);
                    d30 = TLanes.MultiplyAdd(x, b0, d30);
                    if (TShape.IsWide) d31 = TLanes.MultiplyAdd(x, b1, d31);
                }

            }

            if (TRows.Count > 4)
            {
                x = TLanes.Broadcast(a4[offset]);
                c40 = TLanes.MultiplyAdd(x, b0, c40);
                if (TShape.IsWide) c41 = TLanes.MultiplyAdd(x, b1, c41);
                if (TShape.IsTall)
                {
                    x = TLanes.Broadcast(a4[offset + below]);
                    d40 = TLanes.MultiplyAdd(x, b0, d40);
                    if (TShape.IsWide) d41 = TLanes.MultiplyAdd(x, b1, d41);
                }

            }

            if (TRows.Count > 5)
            {
                x = TLanes.Broadcast(a5[offset]);
                c50 = TLanes.MultiplyAdd(x, b0, c50);
                if (TShape.IsWide) c51 = TLanes.MultiplyAdd(x, b1, c51);
                if (TShape.IsTall)
                {
                    x = TLanes.Broadcast(a5[offset + below]);
                    d50 = TLanes.MultiplyAdd(x, b0, d50);
                    if (TShape.IsWide) d51 = TLanes.MultiplyAdd(x, b1, d51);
                }

            }

            offset += step;
        }

        TOutcome.Put<TVector, TLanes>(c00, c, rate);
        if (TShape.IsWide) TOutcome.Put<TVector, TLanes>(c01, c + width, rate);
        if (TShape.IsTall) TOutcome.Put<TVector, TLanes>(d00, c + belowResult, rate);
        if (TShape.IsWide && TShape.IsTall) TOutcome.Put<TVector, TLanes>(d01, c + belowResult + width, rate);
        if (TRows.Count > 1)
        {
            c += cStride;
            TOutcome.Put<TVector, TLanes>(c10, c, rate);
            if (TShape.IsWide) TOutcome.Put<TVector, TLanes>(c11, c + width, rate);
            if (TShape.IsTall) TOutcome.Put<TVector, TLanes>(d10, c + belowResult, rate);
            if (TShape.IsWide && TShape.IsTall) TOutcome.Put<TVector, TLanes>(d11, c + belowResult + width, rate);
        }

        if (TRows.Count > 2)
        {
            c += cStride;
            TOutcome.Put<TVector, TLanes>(c20, c, rate);
            if (TShape.IsWide) TOutcome.Put<TVector, TLanes>(c21, c + width, rate);
            if (TShape.IsTall) TOutcome.Put<TVector, TLanes>(d20, c + belowResult, rate);
            if (TShape.IsWide && TShape.IsTall) TOutcome.Put<TVector, TLanes>(d21, c + belowResult + width, rate);
        }

        if (TRows.Count > 3)
        {
            c += cStride;
            TOutcome.Put<TVector, TLanes>(c30, c, rate);
            if (TShape.IsWide) TOutcome.Put<TVector, TLanes>(c31, c + width, rate);
            if (TShape.IsTall) TOutcome.Put<TVector, TLanes>(d30, c + belowResult, rate);
            if (TShape.IsWide && TShape.IsTall) TOutcome.Put<TVector, TLanes>(d31, c + belowResult + width, rate);
        }

        if (TRows.Count > 4)
        {
            c += cStride;
            TOutcome.Put<TVector, TLanes>(c40, c, rate);
            if (TShape.IsWide) TOutcome.Put<TVector, TLanes>(c41, c + width, rate);
            if (TShape.IsTall) TOutcome.Put<TVector, TLanes>(d40, c + belowResult, rate);
            if (TShape.IsWide && TShape.IsTall) TOutcome.Put<TVector, TLanes>(d41, c + belowResult + width, rate);
        }

        if (TRows.Count > 5)
        {
            c += cStride;
            TOutcome.Put<TVector, TLanes>(c50, c, rate);
            if (TShape.IsWide) TOutcome.Put<TVector, TLanes>(c51, c + width, rate);
            if (TShape.IsTall) TOutcome.Put<TVector, TLanes>(d50, c + belowResult, rate);
            if (TShape.IsWide && TShape.IsTall) TOutcome.Put<TVector, TLanes>(d51, c + belowResult + width, rate);
        }
    }
}
