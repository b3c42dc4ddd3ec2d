using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hillock.Kernels.Elementary;

/// <summary>Reduces the rare angles that are too large for a four-part π/2, lane by lane.</summary>
/// <remarks>System.Math reduces any double exactly; the angle is recovered from its sine and cosine.</remarks>
internal static class LargeAngles
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Reduce<T>(Vector512<T> angle)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Vector512.GreaterThanAny(Vector512.Abs(angle), Vector512.Create(Limit<T>())) ? ReduceLanes(angle) : angle;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Reduce<T>(Vector256<T> angle)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Vector256.GreaterThanAny(Vector256.Abs(angle), Vector256.Create(Limit<T>()))
            ? ReduceLanes(Vector512.Create(angle, Vector256<T>.Zero)).GetLower()
            : angle;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Reduce<T>(Vector128<T> angle)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Vector128.GreaterThanAny(Vector128.Abs(angle), Vector128.Create(Limit<T>()))
            ? ReduceLanes(Vector512.Create(Vector256.Create(angle, Vector128<T>.Zero), Vector256<T>.Zero))
                .GetLower().GetLower()
            : angle;

    private static T Limit<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        T.CreateTruncating(Trigonometry.FastReductionLimit(ElementFormat.Of<T>()));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector512<T> ReduceLanes<T>(Vector512<T> angle)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var limit = Limit<T>();
        for (var i = 0; i < Vector512<T>.Count; i++)
        {
            if (!(T.Abs(angle[i]) > limit)) continue;
            var (sin, cos) = Math.SinCos(double.CreateTruncating(angle[i]));
            angle = angle.WithElement(i, T.CreateTruncating(Math.Atan2(sin, cos)));
        }

        return angle;
    }
}
