using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hillock.Networks.Products;

/// <summary>Products of matrices so small that laying them out for tiles would take longer than multiplying them: row
/// by row, where they lie. Each element is the same chain of fused multiply-adds as in <see cref="MatrixProduct"/>.
/// </summary>
internal static unsafe class SmallProduct
{
    // Multiply-adds; some hundred nanoseconds.
    private const long Largest = 4096;

    /// <summary>Whether a product is worth being computed here.</summary>
    public static bool Pays(int rows, int depth, int columns) => (long)rows * depth * columns <= Largest;

    /// <summary>C = A·B + bias.</summary>
    /// <param name="a">rows × depth.</param>
    /// <param name="b">depth × columns, its rows <paramref name="bStride"/> apart.</param>
    /// <param name="bStride">Elements from one row of B to the next.</param>
    /// <param name="bias">A row, or null for 0.</param>
    /// <param name="c">rows × columns, side by side.</param>
    /// <param name="rows">Rows of A and C.</param>
    /// <param name="depth">Columns of A, rows of B.</param>
    /// <param name="columns">Columns of B and C.</param>
    public static void Compute(
        Strided a, float* b, nint bStride, float* bias, float* c, int rows, int depth, int columns)
    {
        if (Vector256.IsHardwareAccelerated)
            Compute<Vector256<float>, Lanes256>(a, b, bStride, bias, c, rows, depth, columns);
        else
            Compute<Vector128<float>, Lanes128>(a, b, bStride, bias, c, rows, depth, columns);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Compute<TVector, TLanes>(
        Strided a, float* b, nint bStride, float* bias, float* c, int rows, int depth, int columns)
        where TLanes : ILanes<TVector>
    {
        var whole = columns / TLanes.Count * TLanes.Count;
        for (var row = 0; row < rows; row++, c += columns)
        {
            var left = a.At(row, 0);
            for (var column = 0; column < whole; column += TLanes.Count)
            {
                var sum = bias == null ? TLanes.Broadcast(0) : TLanes.Load(bias + column);
                float* x = left, y = b + column;
                for (var k = 0; k < depth; k++, x += a.ColumnStride, y += bStride)
                    sum = TLanes.MultiplyAdd(TLanes.Broadcast(*x), TLanes.Load(y), sum);
                TLanes.Store(sum, c + column);
            }

            for (var column = whole; column < columns; column++)
            {
                var sum = bias == null ? 0 : bias[column];
                float* x = left, y = b + column;
                for (var k = 0; k < depth; k++, x += a.ColumnStride, y += bStride)
                    sum = float.MultiplyAddEstimate(*x, *y, sum);
                c[column] = sum;
            }
        }
    }
}
