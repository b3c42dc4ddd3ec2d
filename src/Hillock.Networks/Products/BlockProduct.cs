using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Hillock.Networks.Products;

/// <summary>The product of one block of A and one of B, tile by tile down each strip of B.</summary>
internal static unsafe class BlockProduct
{
    /// <summary>C = bias + A·B, or C + A·B.</summary>
    /// <param name="a">rows × depth.</param>
    /// <param name="b">depth × columns.</param>
    /// <param name="rows">Rows of C.</param>
    /// <param name="depth">The number of products in each sum.</param>
    /// <param name="columns">Columns of C.</param>
    /// <param name="bias">What the sums begin with in each row, or null for 0.</param>
    /// <param name="isFirst">Whether sums begin here, or go on with what C holds.</param>
    /// <param name="c">The results.</param>
    /// <param name="cStride">Elements from one row of C to the next.</param>
    /// <param name="rate">What a descent takes of the sums.</param>
    /// <param name="ahead">What is needed next.</param>
    /// <param name="scratch">Memory for tiles that reach over the edge of C.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Compute<TVector, TLanes, TOutcome>(
        LeftOperand a, RightOperand b, int rows, int depth, int columns, float* bias, bool isFirst, float* c,
        nint cStride, float rate, ref Ahead ahead, Scratch scratch)
        where TLanes : ILanes<TVector>
        where TOutcome : IOutcome
    {
        var tiles = new Split(rows, RegisterTile.Rows);
        for (var column = 0; column < columns;)
        {
            var left = columns - column;
            var isWide = left > TLanes.Count;
            var width = isWide ? RegisterTile.Vectors * TLanes.Count : TLanes.Count;
            var taken = Math.Min(width, left);
            var (strip, stride) = b.Strip(column, width, depth);
            var start = isFirst ? StartOf(bias, column, taken, width, scratch) : null;
            for (int tile = 0, halves; tile < tiles.Parts; tile += halves)
            {
                var row = tiles.Start(tile);
                var height = tiles.Start(tile + 1) - row;
                // Two tiles of one height are the halves of one, if there are registers for it.
                var hasLower = (!isWide || TLanes.Count == Lanes512.Count) && taken == width && tile + 1 < tiles.Parts
                    && tiles.Start(tile + 2) - row == 2 * height;
                halves = hasLower ? 2 : 1;
                var below = hasLower ? a.StepToNextTile(height, depth) : 0;
                var target = c + row * cStride + column;
                var part = a.Tile(tile, row, depth);
                ahead.Next();
                if (hasLower) ahead.Next();
                Prefetch(target + halves * height * cStride, cStride);
                if (taken == width)
                {
                    RegisterTile.Compute<TVector, TLanes, TOutcome>(
                        part, height, below, isWide, depth, (float*)strip, stride, start != null ? start : target,
                        start != null ? 0 : cStride, target, cStride, rate);
                    continue;
                }

                // A tile that reaches over the edge of C is computed beside it.
                if (start == null)
                    Put<Kept>(target, cStride, scratch.Edge, width, height, taken, rate);
                RegisterTile.Compute<TVector, TLanes, Kept>(
                    part, height, 0, isWide, depth, (float*)strip, stride, start != null ? start : scratch.Edge,
                    start != null ? 0 : width, scratch.Edge, width, rate);
                Put<TOutcome>(scratch.Edge, width, target, cStride, height, taken, rate);
            }

            column += taken;
        }
    }

    /// <summary>How many tiles a product has.</summary>
    public static int Tiles<TVector, TLanes>(int rows, int columns)
        where TLanes : ILanes<TVector>
    {
        var width = RegisterTile.Vectors * TLanes.Count;
        return new Split(rows, RegisterTile.Rows).Parts * ((columns + width - 1) / width);
    }

    // The results of the next tile come while this one is computed.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Prefetch(float* c, nint cStride)
    {
        if (!Sse.IsSupported)
            return;
        for (var row = 0; row < RegisterTile.Rows; row++)
            Sse.Prefetch0(c + row * cStride);
    }

    // A tile reads whole vectors, and there may be nothing behind the last element.
    private static float* StartOf(float* bias, int column, int taken, int width, Scratch scratch)
    {
        if (bias == null)
            return scratch.Zeros;
        if (taken == width)
            return bias + column;
        for (var i = 0; i < width; i++)
            scratch.Row[i] = i < taken ? bias[column + i] : 0;
        return scratch.Row;
    }

    private static void Put<TOutcome>(
        float* source, nint sourceStride, float* target, nint targetStride, int rows, int columns, float rate)
        where TOutcome : IOutcome
    {
        for (var row = 0; row < rows; row++, source += sourceStride, target += targetStride)
        {
            for (var column = 0; column < columns; column++)
                TOutcome.Put(source[column], target + column, rate);
        }
    }
}
