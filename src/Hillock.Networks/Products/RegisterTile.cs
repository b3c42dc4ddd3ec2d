using System.Runtime.CompilerServices;

namespace Hillock.Networks.Products;

/// <summary>The innermost part of every product: up to six rows by one or two vectors of results, or twelve rows by one,
/// held in registers.</summary>
/// <remarks>
/// Twelve accumulators hide the latency of the multiply-adds and, with two vectors of B and one broadcast element of
/// A, still fit the sixteen registers of AVX2. Each result is one chain of fused multiply-adds in order of k, so
/// neither its place in a tile nor the vector width changes a bit of it.
/// </remarks>
internal static unsafe class RegisterTile
{
    /// <summary>The height of a wide tile; a narrow one may be twice as high.</summary>
    public const int Rows = 6;

    /// <summary>Vectors in a row of a wide tile.</summary>
    public const int Vectors = 2;

    /// <summary>start + A·B for one tile, which becomes c or what else the outcome says.</summary>
    /// <param name="a">The tile's first row of A, at the first k.</param>
    /// <param name="rows">The height of the tile, 1 to <see cref="Rows"/>, or twice that where it is not wide.</param>
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
        Strided a, int rows, bool isWide, int depth, float* b, nint bStride, float* start, nint startStride, float* c,
        nint cStride, float rate)
        where TLanes : ILanes<TVector>
        where TOutcome : IOutcome
    {
        if (isWide)
            Compute<TVector, TLanes, TOutcome, Wide>(a, rows, depth, b, bStride, start, startStride, c, cStride, rate);
        else if (rows == 2 * Rows)
            Compute<TVector, TLanes, TOutcome, Tall, Six>(a, depth, b, bStride, start, startStride, c, cStride, rate);
        else
            Compute<TVector, TLanes, TOutcome, Narrow>(a, rows, depth, b, bStride, start, startStride, c, cStride, rate);
    }

    private static void Compute<TVector, TLanes, TOutcome, TShape>(
        Strided a, int rows, int depth, float* b, nint bStride, float* start, nint startStride, float* c, nint cStride,
        float rate)
        where TLanes : ILanes<TVector>
        where TOutcome : IOutcome
        where TShape : ITileShape
    {
        switch (rows)
        {
            case 1:
                Compute<TVector, TLanes, TOutcome, TShape, One>(a, depth, b, bStride, start, startStride, c, cStride, rate);
                break;
            case 2:
                Compute<TVector, TLanes, TOutcome, TShape, Two>(a, depth, b, bStride, start, startStride, c, cStride, rate);
                break;
            case 3:
                Compute<TVector, TLanes, TOutcome, TShape, Three>(a, depth, b, bStride, start, startStride, c, cStride, rate);
                break;
            case 4:
                Compute<TVector, TLanes, TOutcome, TShape, Four>(a, depth, b, bStride, start, startStride, c, cStride, rate);
                break;
            case 5:
                Compute<TVector, TLanes, TOutcome, TShape, Five>(a, depth, b, bStride, start, startStride, c, cStride, rate);
                break;
            default:
                Compute<TVector, TLanes, TOutcome, TShape, Six>(a, depth, b, bStride, start, startStride, c, cStride, rate);
                break;
        }
    }

    // The conditions are constants of the compiled tile: what a low or narrow one has not is not there.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Compute<TVector, TLanes, TOutcome, TShape, TRows>(
        Strided a, int depth, float* b, nint bStride, float* start, nint startStride, float* c, nint cStride,
        float rate)
        where TLanes : ILanes<TVector>
        where TOutcome : IOutcome
        where TShape : ITileShape
        where TRows : ITileCount
    {
        nint width = TLanes.Count;
        var hasSecond = TShape.IsWide || TShape.IsTall;
        // From a vector of the first half to its neighbour on the right, or six rows further down.
        var secondStart = TShape.IsWide ? width : Rows * startStride;
        var secondResult = TShape.IsWide ? width : Rows * cStride;
        var secondLeft = Rows * a.RowStride;
        TVector c00 = default!, c01 = default!, c10 = default!, c11 = default!, c20 = default!, c21 = default!;
        TVector c30 = default!, c31 = default!, c40 = default!, c41 = default!, c50 = default!, c51 = default!;

        c00 = TLanes.Load(start);
        if (hasSecond) c01 = TLanes.Load(start + secondStart);
        if (TRows.Count > 1)
        {
            start += startStride;
            c10 = TLanes.Load(start);
            if (hasSecond) c11 = TLanes.Load(start + secondStart);
        }

        if (TRows.Count > 2)
        {
            start += startStride;
            c20 = TLanes.Load(start);
            if (hasSecond) c21 = TLanes.Load(start + secondStart);
        }

        if (TRows.Count > 3)
        {
            start += startStride;
            c30 = TLanes.Load(start);
            if (hasSecond) c31 = TLanes.Load(start + secondStart);
        }

        if (TRows.Count > 4)
        {
            start += startStride;
            c40 = TLanes.Load(start);
            if (hasSecond) c41 = TLanes.Load(start + secondStart);
        }

        if (TRows.Count > 5)
        {
            start += startStride;
            c50 = TLanes.Load(start);
            if (hasSecond) c51 = TLanes.Load(start + secondStart);
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
            if (TShape.IsTall) c01 = TLanes.MultiplyAdd(TLanes.Broadcast(a0[offset + secondLeft]), b0, c01);
            if (TRows.Count > 1)
            {
                x = TLanes.Broadcast(a1[offset]);
                c10 = TLanes.MultiplyAdd(x, b0, c10);
                if (TShape.IsWide) c11 = TLanes.MultiplyAdd(x, b1, c11);
                if (TShape.IsTall) c11 = TLanes.MultiplyAdd(TLanes.Broadcast(a1[offset + secondLeft]), b0, c11);
            }

            if (TRows.Count > 2)
            {
                x = TLanes.Broadcast(a2[offset]);
                c20 = TLanes.MultiplyAdd(x, b0, c20);
                if (TShape.IsWide) c21 = TLanes.MultiplyAdd(x, b1, c21);
                if (TShape.IsTall) c21 = TLanes.MultiplyAdd(TLanes.Broadcast(a2[offset + secondLeft]), b0, c21);
            }

            if (TRows.Count > 3)
            {
                x = TLanes.Broadcast(a3[offset]);
                c30 = TLanes.MultiplyAdd(x, b0, c30);
                if (TShape.IsWide) c31 = TLanes.MultiplyAdd(x, b1, c31);
                if (TShape.IsTall) c31 = TLanes.MultiplyAdd(TLanes.Broadcast(a3[offset + secondLeft]), b0, c31);
            }

            if (TRows.Count > 4)
            {
                x = TLanes.Broadcast(a4[offset]);
                c40 = TLanes.MultiplyAdd(x, b0, c40);
                if (TShape.IsWide) c41 = TLanes.MultiplyAdd(x, b1, c41);
                if (TShape.IsTall) c41 = TLanes.MultiplyAdd(TLanes.Broadcast(a4[offset + secondLeft]), b0, c41);
            }

            if (TRows.Count > 5)
            {
                x = TLanes.Broadcast(a5[offset]);
                c50 = TLanes.MultiplyAdd(x, b0, c50);
                if (TShape.IsWide) c51 = TLanes.MultiplyAdd(x, b1, c51);
                if (TShape.IsTall) c51 = TLanes.MultiplyAdd(TLanes.Broadcast(a5[offset + secondLeft]), b0, c51);
            }

            offset += step;
        }

        TOutcome.Put<TVector, TLanes>(c00, c, rate);
        if (hasSecond) TOutcome.Put<TVector, TLanes>(c01, c + secondResult, rate);
        if (TRows.Count > 1)
        {
            c += cStride;
            TOutcome.Put<TVector, TLanes>(c10, c, rate);
            if (hasSecond) TOutcome.Put<TVector, TLanes>(c11, c + secondResult, rate);
        }

        if (TRows.Count > 2)
        {
            c += cStride;
            TOutcome.Put<TVector, TLanes>(c20, c, rate);
            if (hasSecond) TOutcome.Put<TVector, TLanes>(c21, c + secondResult, rate);
        }

        if (TRows.Count > 3)
        {
            c += cStride;
            TOutcome.Put<TVector, TLanes>(c30, c, rate);
            if (hasSecond) TOutcome.Put<TVector, TLanes>(c31, c + secondResult, rate);
        }

        if (TRows.Count > 4)
        {
            c += cStride;
            TOutcome.Put<TVector, TLanes>(c40, c, rate);
            if (hasSecond) TOutcome.Put<TVector, TLanes>(c41, c + secondResult, rate);
        }

        if (TRows.Count > 5)
        {
            c += cStride;
            TOutcome.Put<TVector, TLanes>(c50, c, rate);
            if (hasSecond) TOutcome.Put<TVector, TLanes>(c51, c + secondResult, rate);
        }
    }
}
