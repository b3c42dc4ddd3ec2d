using System.Numerics;
using System.Runtime.Intrinsics;

namespace Hillock.Kernels;

/// <summary>The few loops over elements that are no expressions, in vectors.</summary>
internal static unsafe class Elements<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static int Lanes => Vector512<T>.Count;

    /// <summary>The largest element, NaN if there is one; −∞ for none.</summary>
    public static T Max(T* x, nint n)
    {
        var largest = T.NegativeInfinity;
        nint i = 0;
        if (n >= Lanes)
        {
            var lanes = Vector512.Load(x);
            for (i = Lanes; i <= n - Lanes; i += Lanes) lanes = Vector512.Max(lanes, Vector512.Load(x + i));
            for (var lane = 0; lane < Lanes; lane++) largest = T.Max(largest, lanes[lane]);
        }

        for (; i < n; i++) largest = T.Max(largest, x[i]);
        return largest;
    }

    /// <summary>x = value</summary>
    public static void Fill(T* x, nint n, T value)
    {
        for (nint i = 0; i < n; i += int.MaxValue) new Span<T>(x + i, (int)Math.Min(int.MaxValue, n - i)).Fill(value);
    }

    /// <summary>y += x</summary>
    public static void Add(T* x, T* y, nint n)
    {
        nint i = 0;
        for (; i <= n - Lanes; i += Lanes) (Vector512.Load(y + i) + Vector512.Load(x + i)).Store(y + i);
        for (; i < n; i++) y[i] += x[i];
    }

    /// <summary>z = x · y</summary>
    public static void Multiply(T* x, T* y, T* z, nint n)
    {
        nint i = 0;
        for (; i <= n - Lanes; i += Lanes) (Vector512.Load(x + i) * Vector512.Load(y + i)).Store(z + i);
        for (; i < n; i++) z[i] = x[i] * y[i];
    }

    /// <summary>x = x / divisor</summary>
    public static void Divide(T* x, nint n, double divisor)
    {
        var by = T.CreateTruncating(divisor);
        var all = Vector512.Create(by);
        nint i = 0;
        for (; i <= n - Lanes; i += Lanes) (Vector512.Load(x + i) / all).Store(x + i);
        for (; i < n; i++) x[i] /= by;
    }

    /// <summary>y = (x − subtrahend) / divisor</summary>
    public static void SubtractAndDivide(T* x, T* y, nint n, double subtrahend, double divisor)
    {
        var (less, by) = (T.CreateTruncating(subtrahend), T.CreateTruncating(divisor));
        var (allLess, all) = (Vector512.Create(less), Vector512.Create(by));
        nint i = 0;
        for (; i <= n - Lanes; i += Lanes) ((Vector512.Load(x + i) - allLess) / all).Store(y + i);
        for (; i < n; i++) y[i] = (x[i] - less) / by;
    }

    /// <summary>The first place of a value, or −1.</summary>
    public static nint IndexOf(T* x, nint n, T value)
    {
        for (nint i = 0; i < n; i++)
            if (x[i] == value)
                return i;
        return -1;
    }
}
