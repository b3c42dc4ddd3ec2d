using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hillock.Networks.Products;

/// <summary>Products of row-major matrices and of their transposes, on one thread.</summary>
/// <remarks>
/// A block of A is packed to stay in the second-level cache, a strip of B as wide as a register tile stays in the
/// first, and tiles of C are computed down the strip (Goto and van de Geijn 2008, "Anatomy of high-performance matrix
/// multiplication"). Each element of C is a single chain of fused multiply-adds in order of k; it depends on its row of
/// A and its column of B only, and is the same on every machine that has that instruction.
/// </remarks>
internal static unsafe class MatrixProduct
{
    /// <summary>Rows of B at a time: 256 of 16 floats are 16 KiB, half of a first-level cache.</summary>
    public const int MostDepth = 256;

    /// <summary>Rows of B at a time where they are read in place: all of each, and so B from its beginning to its
    /// end.</summary>
    private const int MostDepthInPlace = 64;

    /// <summary>Up to so many rows, reading B in place is cheaper than packing it first.</summary>
    public const int RowsInPlace = 2 * RegisterTile.Rows;

    // Below these A is read from a near cache, or not often enough. One that lies column by column takes a cache line
    // for each k.
    private const int ElementsWithoutPackingA = 16 * 1024;
    private const int ElementsOfColumnsWithoutPackingA = 1024;
    private const int ColumnsWithoutPackingA = 64;

    /// <summary>C = A·B + bias for matrices anywhere in memory; the bias is a row, or null for 0. Where the sums do not
    /// begin here, C + A·B.</summary>
    public static void Multiply(
        Strided a, Strided b, float* bias, float* c, nint cStride, int rows, int depth, int columns, bool isFirst = true)
    {
        if (Vector512.IsHardwareAccelerated)
            Compute<Vector512<float>, Lanes512>(a, b, bias, c, cStride, rows, depth, columns, isFirst);
        else if (Vector256.IsHardwareAccelerated)
            Compute<Vector256<float>, Lanes256>(a, b, bias, c, cStride, rows, depth, columns, isFirst);
        else
            Compute<Vector128<float>, Lanes128>(a, b, bias, c, cStride, rows, depth, columns, isFirst);
    }

    /// <summary>How much memory a packed B takes, in floats.</summary>
    public static int PackedLength(int depth, int columns) =>
        depth * ((columns + Lanes512.Count - 1) / Lanes512.Count * Lanes512.Count);

    /// <summary>How many columns a packed B has that is made whole vectors by columns of 0: products with all of them need
    /// no room beside C.</summary>
    public static int WholeColumns(int columns)
    {
        var lanes = Vector512.IsHardwareAccelerated ? Lanes512.Count
            : Vector256.IsHardwareAccelerated ? Lanes256.Count
            : Lanes128.Count;
        return (columns + lanes - 1) / lanes * lanes;
    }

    /// <summary>Packs B, depth × columns, for products with many matrices.</summary>
    public static void Pack(Strided b, int depth, int columns, float* packed)
    {
        if (Vector512.IsHardwareAccelerated)
            Pack<Vector512<float>, Lanes512>(b, depth, columns, packed);
        else if (Vector256.IsHardwareAccelerated)
            Pack<Vector256<float>, Lanes256>(b, depth, columns, packed);
        else
            Pack<Vector128<float>, Lanes128>(b, depth, columns, packed);
    }

    /// <summary>C = A·B with a packed B.</summary>
    /// <param name="a">rows × depth.</param>
    /// <param name="packed">B.</param>
    /// <param name="c">rows × columns.</param>
    /// <param name="cStride">Elements from one row of C to the next.</param>
    /// <param name="rows">Rows of A and C.</param>
    /// <param name="depth">Columns of A, rows of B.</param>
    /// <param name="columns">Columns of B and C.</param>
    /// <param name="next">What will be needed after the product, or null.</param>
    /// <param name="nextLength">How many elements of it.</param>
    public static void MultiplyPacked(
        Strided a, float* packed, float* c, nint cStride, int rows, int depth, int columns, float* next = null,
        int nextLength = 0)
    {
        var ahead = (Address: (nint)next, nextLength);
        if (Vector512.IsHardwareAccelerated)
            ComputePacked<Vector512<float>, Lanes512, Kept>(a, packed, c, cStride, rows, depth, columns, 0, ahead);
        else if (Vector256.IsHardwareAccelerated)
            ComputePacked<Vector256<float>, Lanes256, Kept>(a, packed, c, cStride, rows, depth, columns, 0, ahead);
        else
            ComputePacked<Vector128<float>, Lanes128, Kept>(a, packed, c, cStride, rows, depth, columns, 0, ahead);
    }

    /// <summary>C = C − rate · A·B with a packed B, of at most <see cref="MostDepth"/> rows: a gradient moves weights
    /// without ever being stored.</summary>
    /// <param name="a">rows × depth.</param>
    /// <param name="packed">B.</param>
    /// <param name="c">rows × columns.</param>
    /// <param name="cStride">Elements from one row of C to the next.</param>
    /// <param name="rows">Rows of A and C.</param>
    /// <param name="depth">Columns of A, rows of B.</param>
    /// <param name="columns">Columns of B and C.</param>
    /// <param name="rate">How far it moves.</param>
    /// <param name="next">What will be needed after the product, or null.</param>
    /// <param name="nextLength">How many elements of it.</param>
    public static void DescendPacked(
        Strided a, float* packed, float* c, nint cStride, int rows, int depth, int columns, float rate, float* next,
        int nextLength)
    {
        var ahead = (Address: (nint)next, nextLength);
        if (Vector512.IsHardwareAccelerated)
            ComputePacked<Vector512<float>, Lanes512, Descent>(a, packed, c, cStride, rows, depth, columns, rate, ahead);
        else if (Vector256.IsHardwareAccelerated)
            ComputePacked<Vector256<float>, Lanes256, Descent>(a, packed, c, cStride, rows, depth, columns, rate, ahead);
        else
            ComputePacked<Vector128<float>, Lanes128, Descent>(a, packed, c, cStride, rows, depth, columns, rate, ahead);
    }

    /// <summary>The product with vectors of 4, 8 or 16 floats, whatever the machine prefers; for tests.</summary>
    public static void MultiplyWithWidth(
        int lanes, Strided a, Strided b, float* bias, float* c, nint cStride, int rows, int depth, int columns)
    {
        if (lanes == Lanes512.Count)
            Compute<Vector512<float>, Lanes512>(a, b, bias, c, cStride, rows, depth, columns);
        else if (lanes == Lanes256.Count)
            Compute<Vector256<float>, Lanes256>(a, b, bias, c, cStride, rows, depth, columns);
        else
            Compute<Vector128<float>, Lanes128>(a, b, bias, c, cStride, rows, depth, columns);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Compute<TVector, TLanes>(
        Strided a, Strided b, float* bias, float* c, nint cStride, int rows, int depth, int columns,
        bool isFirst = true)
        where TLanes : ILanes<TVector>
    {
        var scratch = Scratch.OfThread;
        var heights = new Split(rows, LeftOperand.MostRows);
        var depths = new Split(depth, IsInPlace(b, rows) ? MostDepthInPlace : MostDepth);
        for (var height = 0; height < heights.Parts; height++)
        {
            var row = heights.Start(height);
            var blockRows = heights.Start(height + 1) - row;
            for (var part = 0; part < depths.Parts; part++)
            {
                var k = depths.Start(part);
                var blockDepth = depths.Start(part + 1) - k;
                ComputeRows<TVector, TLanes>(
                    Left(a with { Address = (nint)a.At(row, k) }, blockRows, blockDepth, columns, scratch),
                    b with { Address = (nint)b.At(k, 0) }, bias, isFirst && k == 0, part == depths.Parts - 1,
                    c + row * cStride, cStride, blockRows, blockDepth, columns, scratch);
            }
        }
    }

    /// <summary>All columns of C for one block of A.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ComputeRows<TVector, TLanes>(
        LeftOperand a, Strided b, float* bias, bool isFirst, bool isLast, float* c, nint cStride, int rows, int depth,
        int columns, Scratch scratch)
        where TLanes : ILanes<TVector>
    {
        var inPlace = IsInPlace(b, rows) ? columns / TLanes.Count * TLanes.Count : 0;
        for (var column = 0; column < columns;)
        {
            // In place only whole vectors can be read; the rest is packed.
            var isInPlace = column < inPlace;
            var taken = isInPlace ? inPlace : Math.Min(RightOperand.MostColumns, columns - column);
            var block = b with { Address = (nint)b.At(0, column) };
            var right = isInPlace
                ? new(block.Address, block.RowStride)
                : RightOperand.Pack<TVector, TLanes>(block, depth, taken, scratch.Right);
            var next = column + taken < columns ? b.At(0, column + taken) : isLast ? null : b.At(depth, 0);
            var ahead = next == null || b.ColumnStride != 1
                ? default
                : new Ahead(
                    next, b.RowStride, depth, isInPlace ? columns : Math.Min(columns, RightOperand.MostColumns),
                    BlockProduct.Tiles<TVector, TLanes>(rows, taken));
            BlockProduct.Compute<TVector, TLanes, Kept>(
                a, right, rows, depth, taken, bias == null ? null : bias + column, isFirst, c + column, cStride, 0,
                ref ahead, scratch);
            column += taken;
        }
    }

    private static void Pack<TVector, TLanes>(Strided b, int depth, int columns, float* packed)
        where TLanes : ILanes<TVector>
    {
        var parts = new Split(depth, MostDepth);
        for (var part = 0; part < parts.Parts; part++)
        {
            var k = parts.Start(part);
            RightOperand.Pack<TVector, TLanes>(
                b with { Address = (nint)b.At(k, 0) }, parts.Start(part + 1) - k, columns,
                packed + RightOperand.PackedLength<TVector, TLanes>(k, columns));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ComputePacked<TVector, TLanes, TOutcome>(
        Strided a, float* packed, float* c, nint cStride, int rows, int depth, int columns, float rate,
        (nint Address, int Length) next)
        where TLanes : ILanes<TVector>
        where TOutcome : IOutcome
    {
        var scratch = Scratch.OfThread;
        var ahead = new Ahead(
            (float*)next.Address, next.Length, next.Length > 0 ? 1 : 0, next.Length,
            BlockProduct.Tiles<TVector, TLanes>(rows, columns));
        var (heights, depths) = (new Split(rows, LeftOperand.MostRows), new Split(depth, MostDepth));
        for (var height = 0; height < heights.Parts; height++)
        {
            var row = heights.Start(height);
            var blockRows = heights.Start(height + 1) - row;
            for (var part = 0; part < depths.Parts; part++)
            {
                var k = depths.Start(part);
                var blockDepth = depths.Start(part + 1) - k;
                var right = packed + RightOperand.PackedLength<TVector, TLanes>(k, columns);
                BlockProduct.Compute<TVector, TLanes, TOutcome>(
                    Left(a with { Address = (nint)a.At(row, k) }, blockRows, blockDepth, columns, scratch),
                    new((nint)right, 0), blockRows, blockDepth, columns, null, k == 0, c + row * cStride, cStride, rate,
                    ref ahead, scratch);
            }
        }
    }

    private static LeftOperand Left(Strided a, int rows, int depth, int columns, Scratch scratch) =>
        columns > ColumnsWithoutPackingA
            && rows * depth > (a.ColumnStride == 1 ? ElementsWithoutPackingA : ElementsOfColumnsWithoutPackingA)
            ? LeftOperand.Pack(a, rows, depth, scratch.Left)
            : new(a, false);

    private static bool IsInPlace(Strided b, int rows) => rows <= RowsInPlace && b.ColumnStride == 1;
}
