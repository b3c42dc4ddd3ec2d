using System.Numerics;
using System.Runtime.CompilerServices;

namespace Hillock.Kernels;

/// <summary>Kernels over a matrix to which a bias a column is added on the way.</summary>
/// <remarks>Works in tiles that stay in the first-level cache: as many whole rows as fit, or a part of a row where rows
/// are longer. The biases of a tile are laid out as often as it has rows, so that rows of any length are added by whole
/// vectors, and so are the sums of columns.</remarks>
internal readonly unsafe struct BiasedPass<T>(Kernel<T> kernel, nint count, nint columns)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int LargestTile = 2048;

    private bool RowsAreLong => columns > LargestTile;

    private int RowsOfTile => (int)Math.Min(LargestTile / columns, count / columns);

    /// <summary>y = f(x + b).</summary>
    public void Value(T* x, T* bias, T* y, ReadOnlySpan<double> parameters)
    {
        var uniforms = stackalloc double[kernel.UniformCount];
        kernel.Bind(parameters, uniforms);
        var laid = stackalloc T[LargestTile];
        if (RowsAreLong) laid = bias;
        else Lay(bias, laid);
        int length;
        for (nint start = 0; start < count; start += length)
        {
            length = LengthOfTile(start);
            var output = y + start;
            Add(x + start, laid + (start % columns), output, length);
            kernel.Run(output, null, &output, 0, length, uniforms);
        }
    }

    /// <summary>gradient = upstream · f′(x + b); sums += the sums of its columns.</summary>
    public void Backward(T* x, T* bias, T* upstream, T* gradient, T* sums, ReadOnlySpan<double> parameters)
    {
        var uniforms = stackalloc double[kernel.UniformCount];
        kernel.Bind(parameters, uniforms);
        T* laid = stackalloc T[LargestTile], u = stackalloc T[LargestTile], total = stackalloc T[LargestTile];
        new Span<T>(total, LargestTile).Clear();
        if (RowsAreLong)
        {
            laid = bias;
            total = sums;
        }
        else
        {
            Lay(bias, laid);
        }

        int length;
        for (nint start = 0; start < count; start += length)
        {
            length = LengthOfTile(start);
            var output = gradient + start;
            Add(x + start, laid + (start % columns), u, length);
            kernel.Run(u, upstream + start, &output, 0, length, uniforms);
            Add(total + (start % columns), output, total + (start % columns), length);
        }

        if (!RowsAreLong) AddRows(total, sums);
    }

    private int LengthOfTile(nint start) => (int)(RowsAreLong
        ? Math.Min(LargestTile, columns - (start % columns))
        : Math.Min(RowsOfTile * columns, count - start));

    // Each copy doubles what is laid out.
    private void Lay(T* bias, T* tile)
    {
        var all = RowsOfTile * columns;
        Copy(bias, tile, columns);
        for (var laid = columns; laid < all; laid *= 2) Copy(tile, tile + laid, Math.Min(laid, all - laid));
    }

    private static void Copy(T* source, T* destination, nint length) =>
        new ReadOnlySpan<T>(source, (int)length).CopyTo(new Span<T>(destination, (int)length));

    // Each addition halves the rows that are left.
    private void AddRows(T* rows, T* sums)
    {
        int half;
        for (var left = RowsOfTile; left > 1; left = half)
        {
            half = (left + 1) / 2;
            Add(rows, rows + (half * columns), rows, (int)((left - half) * columns));
        }

        Add(sums, rows, sums, (int)columns);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(T* a, T* b, T* sum, int length)
    {
        var i = 0;
        for (; i <= length - Vector<T>.Count; i += Vector<T>.Count)
            (Vector.Load(a + i) + Vector.Load(b + i)).Store(sum + i);
        for (; i < length; i++) sum[i] = a[i] + b[i];
    }
}
