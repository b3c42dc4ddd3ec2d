using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hillock.Kernels.Elementary;

/// <summary>Puts limits in the place of ∞ · 0 and ∞ − ∞. Vectors without a NaN cost one comparison.</summary>
internal static class Limits
{
    /// <summary>The vector form of <see cref="VectorOperation.Repair"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Repair<T>(Vector512<T> value, Vector512<T> x, Vector512<T> atPlus, Vector512<T> atMinus)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Vector512.EqualsAll(value, value) ? value : Lanes(value, x, atPlus, atMinus);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Repair<T>(Vector256<T> value, Vector256<T> x, Vector256<T> atPlus, Vector256<T> atMinus)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Vector256.EqualsAll(value, value)
            ? value
            : Lanes(Wide(value), Wide(x), Wide(atPlus), Wide(atMinus)).GetLower();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Repair<T>(Vector128<T> value, Vector128<T> x, Vector128<T> atPlus, Vector128<T> atMinus)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Vector128.EqualsAll(value, value)
            ? value
            : Lanes(Wide(value), Wide(x), Wide(atPlus), Wide(atMinus)).GetLower().GetLower();

    private static Vector512<T> Wide<T>(Vector256<T> a) => Vector512.Create(a, Vector256<T>.Zero);

    private static Vector512<T> Wide<T>(Vector128<T> a) => Wide(Vector256.Create(a, Vector128<T>.Zero));

    /// <summary>Whether an element is so large that a limit may be asked for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static unsafe bool MayBeNeeded<T>(T* x, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var huge = new Vector<T>(Huge<T>());
        var found = Vector<T>.Zero;
        var i = 0;
        for (; i <= count - Vector<T>.Count; i += Vector<T>.Count)
            found |= Vector.GreaterThan(Vector.Abs(Vector.Load(x + i)), huge);
        for (; i < count; i++)
            if (T.Abs(x[i]) > huge[0]) return true;
        return found != Vector<T>.Zero;
    }

    // Beyond this the third power overflows: as good as infinite.
    private static T Huge<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        T.CreateTruncating(Math.ScaleB(1, ElementFormat.Of<T>().ExponentBias / 3));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector512<T> Lanes<T>(Vector512<T> value, Vector512<T> x, Vector512<T> atPlus, Vector512<T> atMinus)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var huge = Huge<T>();
        var limit = Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512<T>.Zero), atMinus, atPlus);
        var needsLimit = Vector512.GreaterThan(Vector512.Abs(x), Vector512.Create(huge)) & ~Vector512.Equals(value, value);
        return Vector512.ConditionalSelect(needsLimit, limit, value);
    }
}
