using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hillock.Kernels.Elementary;

/// <summary>Sine and cosine of the rare angles that are too large for a four-part π/2, lane by lane.</summary>
/// <remarks>System.Math reduces any double exactly. Vectors without such an angle cost one comparison.</remarks>
internal static class LargeAngles
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Sin<T>(Vector512<T> angle, Vector512<T> rest)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Vector512.GreaterThanAny(Vector512.Abs(angle), Vector512.Create(Limit<T>())) ? Lanes(angle, rest, 0) : angle;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Cos<T>(Vector512<T> angle, Vector512<T> rest)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Vector512.GreaterThanAny(Vector512.Abs(angle), Vector512.Create(Limit<T>())) ? Lanes(angle, rest, 1) : angle;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Sin<T>(Vector256<T> angle, Vector256<T> rest)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Sin(Widened(angle), Widened(rest)).GetLower();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Cos<T>(Vector256<T> angle, Vector256<T> rest)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Cos(Widened(angle), Widened(rest)).GetLower();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Sin<T>(Vector128<T> angle, Vector128<T> rest)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Sin(Widened(angle), Widened(rest)).GetLower();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Cos<T>(Vector128<T> angle, Vector128<T> rest)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Cos(Widened(angle), Widened(rest)).GetLower();

    private static Vector512<T> Widened<T>(Vector256<T> a) => Vector512.Create(a, Vector256<T>.Zero);

    private static Vector256<T> Widened<T>(Vector128<T> a) => Vector256.Create(a, Vector128<T>.Zero);

    private static T Limit<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        T.CreateTruncating(Trigonometry.FastReductionLimit(ElementFormat.Of<T>()));

    // The sine is of quarter 0, the cosine of quarter 1. sin(a + r) = sin a + r cos a for the tiny rest r.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector512<T> Lanes<T>(Vector512<T> angle, Vector512<T> rest, int quarter)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (var i = 0; i < Vector512<T>.Count; i++)
        {
            var (sin, cos) = Math.SinCos(double.CreateTruncating(angle[i]));
            var r = double.CreateTruncating(rest[i]);
            angle = angle.WithElement(i, T.CreateTruncating(quarter == 0 ? sin + (r * cos) : cos - (r * sin)));
        }

        return angle;
    }
}
