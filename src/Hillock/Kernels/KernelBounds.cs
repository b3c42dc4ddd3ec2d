namespace Hillock.Kernels;

/// <summary>The largest errors that the kernels of float promise, in ULP.</summary>
public static class KernelBounds
{
    /// <summary>Next to a change of sign no relative error can be kept: there an absolute error of 2⁻²⁴ counts as none.</summary>
    public static double NearZero { get; } = Math.ScaleB(1, -24);

    /// <summary>The bound in ULP of the element type.</summary>
    /// <param name="precision">The precision.</param>
    /// <param name="isDerivative">Whether it is asked for a derivative rather than a value.</param>
    public static double Of(KernelPrecision precision, bool isDerivative) => precision switch
    {
        KernelPrecision.Exact => 0.501,
        KernelPrecision.Fast => 4,
        _ => isDerivative ? 2 : 1,
    };

    // Among the neighbours in a sorted sample.
    internal static bool ChangesSign(ReadOnlySpan<double> values, int index)
    {
        const int reach = 8;
        var (first, last) = (Math.Max(0, index - reach), Math.Min(values.Length - 1, index + reach));
        var (hasNegative, hasPositive) = (false, false);
        for (var i = first; i <= last; i++)
        {
            hasNegative |= values[i] < 0;
            hasPositive |= values[i] > 0;
        }

        return hasNegative && hasPositive;
    }
}
