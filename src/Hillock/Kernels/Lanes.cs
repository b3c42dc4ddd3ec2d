using System.Numerics;

namespace Hillock.Kernels;

/// <summary>In which format a kernel computes.</summary>
internal static class Lanes
{
    /// <exception cref="NotSupportedException">The type has no kernels.</exception>
    /// <exception cref="ArgumentException">The type has no kernels of this precision.</exception>
    public static void Check<T>(KernelPrecision precision)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var format = ElementFormat.Of<T>();
        if (precision == KernelPrecision.Exact && !format.IsSingle)
            throw new ArgumentException(
                $"There are no exact kernels for {typeof(T).Name}: they need lanes of twice the width.", nameof(precision));
    }

    public static ElementFormat Choose<T>(KernelPrecision precision)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        precision == KernelPrecision.Exact ? ElementFormat.Double : ElementFormat.Of<T>();
}
