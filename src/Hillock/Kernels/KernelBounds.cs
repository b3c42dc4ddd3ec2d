namespace Hillock.Kernels;

/// <summary>The largest errors that the kernels of float promise, in ULP.</summary>
public static class KernelBounds
{
    /// <summary>Next to a change of sign of a derivative, between half of it and three halves, no relative error can be
    /// kept: there a unit is not smaller than 2⁻²⁵, so that two are an absolute error of 2⁻²⁴.</summary>
    public static double SmallestUnitNearZero { get; } = Math.ScaleB(1, -25);

    /// <summary>The bound in ULP of the element type.</summary>
    /// <param name="precision">The precision.</param>
    /// <param name="isDerivative">Whether it is asked for a derivative rather than a value.</param>
    public static double Of(KernelPrecision precision, bool isDerivative) => precision switch
    {
        KernelPrecision.Exact => 0.501,
        KernelPrecision.Fast => 4,
        _ => isDerivative ? 2 : 1,
    };
}
