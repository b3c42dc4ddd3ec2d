using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hillock.Networks.Products;

/// <summary>The three matrix products of a dense layer, on row-major matrices, on one thread.</summary>
/// <remarks>
/// All three are one algorithm: a strip of B as wide as a register tile is packed so that it stays in the first-level
/// cache, and tiles of C are computed down the strip. Each element of C is a single chain of fused multiply-adds in
/// order of k; it depends on its row of A and its column of B only, and is the same on every machine that has that
/// instruction.
/// </remarks>
internal static unsafe class MatrixProduct
{
    /// <summary>Rows of B packed at a time: 256 rows of 32 floats, 32 KiB, fit the first-level cache.</summary>
    private const int LargestDepth = 256;
    private const int LargestWidth = 2 * 16;
    private const int Alignment = 64;

    /// <summary>Up to so many rows, reading B in place is cheaper than packing it first.</summary>
    private const int RowsWithoutPacking = 2 * RegisterTile.Rows;

    /// <summary>C = A·B + bias; A is rows × depth, B depth × columns, the bias one row (or empty, for 0).</summary>
    public static void Multiply(
        ReadOnlySpan<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> bias, Span<float> c,
        int rows, int depth, int columns)
    {
        CheckLengths(a, b, c, rows, depth, columns);
        if (bias.Length != 0 && bias.Length != columns)
            throw new ArgumentException("A bias has one element for each column.", nameof(bias));
        fixed (float* pa = a, pb = b, pBias = bias, pc = c)
            Dispatch(new(pa, depth, 1), new(pb, columns, 1), pBias, pc, rows, depth, columns);
    }

    /// <summary>C = A·Bᵀ; A is rows × depth, B columns × depth.</summary>
    public static void MultiplyByTransposed(
        ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> c, int rows, int depth, int columns)
    {
        CheckLengths(a, b, c, rows, depth, columns);
        fixed (float* pa = a, pb = b, pc = c)
            Dispatch(new(pa, depth, 1), new(pb, 1, depth), null, pc, rows, depth, columns);
    }

    /// <summary>C = Aᵀ·B; A is depth × rows, B depth × columns.</summary>
    public static void MultiplyTransposed(
        ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> c, int rows, int depth, int columns)
    {
        CheckLengths(a, b, c, rows, depth, columns);
        fixed (float* pa = a, pb = b, pc = c)
            Dispatch(new(pa, 1, rows), new(pb, columns, 1), null, pc, rows, depth, columns);
    }

    /// <summary>The product with vectors of 4, 8 or 16 floats, whatever the machine prefers; for tests.</summary>
    public static void MultiplyWithWidth(
        int lanes, ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> c, int rows, int depth, int columns)
    {
        CheckLengths(a, b, c, rows, depth, columns);
        fixed (float* pa = a, pb = b, pc = c)
        {
            Strided left = new(pa, depth, 1), right = new(pb, columns, 1);
            if (lanes == Lanes512.Count)
                Compute<Vector512<float>, Lanes512>(left, right, null, pc, rows, depth, columns);
            else if (lanes == Lanes256.Count)
                Compute<Vector256<float>, Lanes256>(left, right, null, pc, rows, depth, columns);
            else
                Compute<Vector128<float>, Lanes128>(left, right, null, pc, rows, depth, columns);
        }
    }

    private static void Dispatch(Strided a, Strided b, float* bias, float* c, int rows, int depth, int columns)
    {
        if (Vector512.IsHardwareAccelerated)
            Compute<Vector512<float>, Lanes512>(a, b, bias, c, rows, depth, columns);
        else if (Vector256.IsHardwareAccelerated)
            Compute<Vector256<float>, Lanes256>(a, b, bias, c, rows, depth, columns);
        else
            Compute<Vector128<float>, Lanes128>(a, b, bias, c, rows, depth, columns);
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Compute<TVector, TLanes>(
        Strided a, Strided b, float* bias, float* c, int rows, int depth, int columns)
        where TLanes : ILanes<TVector>
    {
        var width = RegisterTile.Vectors * TLanes.Count;
        var memory = stackalloc byte[LargestDepth * LargestWidth * sizeof(float) + Alignment];
        var panel = (float*)(((nint)memory + Alignment - 1) & -Alignment);
        var start = stackalloc float[LargestWidth];

        // Blocks of equal depth: 784 becomes 4 × 196, not 3 × 256 and a useless 16.
        var blocks = (depth + LargestDepth - 1) / LargestDepth;
        var blockDepth = (depth + blocks - 1) / blocks;

        for (var column = 0; column < columns; column += width)
        {
            var taken = Math.Min(width, columns - column);
            new Span<float>(start, width).Clear();
            if (bias != null)
                new ReadOnlySpan<float>(bias + column, taken).CopyTo(new(start, width));

            for (var k = 0; k < depth; k += blockDepth)
            {
                var part = Math.Min(blockDepth, depth - k);
                var strip = b with { Address = (nint)b.At(k, column) };
                var inPlace = rows <= RowsWithoutPacking && taken == width && b.ColumnStride == 1;
                if (!inPlace)
                    Panel.Pack<TVector, TLanes>(strip, part, taken, panel);
                ComputeStrip<TVector, TLanes>(
                    a with { Address = (nint)a.At(0, k) }, rows, part,
                    inPlace ? strip.At(0, 0) : panel, inPlace ? b.RowStride : width,
                    k == 0 ? start : null, c + column, columns, taken);
            }
        }
    }

    /// <summary>All rows of one strip of C. It begins with the row <paramref name="start"/>, or with what C holds
    /// where that is null.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ComputeStrip<TVector, TLanes>(
        Strided a, int rows, int depth, float* b, nint bStride, float* start, float* c, int cStride, int taken)
        where TLanes : ILanes<TVector>
    {
        var width = RegisterTile.Vectors * TLanes.Count;
        var edge = stackalloc float[RegisterTile.Rows * LargestWidth];
        for (var row = 0; row < rows; row += RegisterTile.Rows)
        {
            var height = Math.Min(RegisterTile.Rows, rows - row);
            var tile = a with { Address = (nint)a.At(row, 0) };
            var target = c + (nint)row * cStride;
            if (height == RegisterTile.Rows && taken == width)
            {
                RegisterTile.Compute<TVector, TLanes>(
                    tile, height, depth, b, bStride, start != null ? start : target, start != null ? 0 : cStride,
                    target, cStride);
                continue;
            }

            // A tile that reaches over the edge of C is computed beside it.
            if (start == null)
                CopyBlock(target, cStride, edge, width, height, taken);
            RegisterTile.Compute<TVector, TLanes>(
                tile, height, depth, b, bStride, start != null ? start : edge, start != null ? 0 : width, edge, width);
            CopyBlock(edge, width, target, cStride, height, taken);
        }
    }

    private static void CopyBlock(
        float* source, int sourceStride, float* target, int targetStride, int rows, int columns)
    {
        for (var row = 0; row < rows; row++)
        {
            new ReadOnlySpan<float>(source + (nint)row * sourceStride, columns)
                .CopyTo(new(target + (nint)row * targetStride, columns));
        }
    }

    private static void CheckLengths(
        ReadOnlySpan<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> c, int rows, int depth, int columns)
    {
        if (rows < 1 || depth < 1 || columns < 1)
            throw new ArgumentException("A matrix has at least one row and one column.");
        if (a.Length != rows * depth || b.Length != depth * columns || c.Length != rows * columns)
            throw new ArgumentException("The length of a span does not fit the shape of its matrix.");
    }
}
