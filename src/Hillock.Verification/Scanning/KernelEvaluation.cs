using System.Numerics;
using Hillock.Kernels;

namespace Hillock.Verification;

/// <summary>Kernels of every element type as functions over doubles, which hold the numbers of all types exactly.</summary>
internal static class KernelEvaluation
{
    /// <summary>The kernel of a quantity, or null where there is none for the type. Exact kernels exist for floats.</summary>
    public static Evaluation? Of(Quantity quantity, ElementType type, KernelPrecision precision) => type switch
    {
        { Bits: 64 } => (x, y) => Run(quantity, quantity.Activation.Kernel<double>(precision), x, y),
        { Bits: 32 } => OverFloats(quantity, precision),
        _ => quantity is { Parameter: null, InPair: false } ? OverPatterns(quantity, type) : null,
    };

    private static void Run<T>(Quantity quantity, ActivationKernel<T> kernel, ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (quantity.Parameter is { } p) kernel.ParameterDerivative(p, x, y);
        else if (quantity.InPair) RunPair(kernel, x, y, quantity.Order);
        else kernel.Derivative(quantity.Order, x, y);
    }

    private static void RunPair<T>(ActivationKernel<T> kernel, ReadOnlySpan<T> x, Span<T> y, int order)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Span<T> other = stackalloc T[x.Length];
        if (order == 0) kernel.ValueAndDerivative(x, y, other);
        else kernel.ValueAndDerivative(x, other, y);
    }

    private static Evaluation OverFloats(Quantity quantity, KernelPrecision precision)
    {
        var kernel = quantity.Activation.Kernel<float>(precision);
        return (x, y) =>
        {
            Span<float> narrow = stackalloc float[StratumScan.BlockLength];
            narrow = narrow[..x.Length];
            Narrow(x, narrow);
            Run<float>(quantity, kernel, narrow, narrow);
            Widen(narrow, y);
        };
    }

    private static Evaluation OverPatterns(Quantity quantity, ElementType type)
    {
        var kernel = quantity.Activation.Kernel(type.SixteenBitFormat);
        return (x, y) =>
        {
            Span<ushort> patterns = stackalloc ushort[StratumScan.BlockLength];
            patterns = patterns[..x.Length];
            for (var i = 0; i < x.Length; i++) patterns[i] = (ushort)type.ToPattern(x[i]);
            kernel.Derivative(quantity.Order, patterns, patterns);
            for (var i = 0; i < x.Length; i++) y[i] = type.ToDouble(patterns[i]);
        };
    }

    private static void Narrow(ReadOnlySpan<double> wide, Span<float> narrow)
    {
        var i = 0;
        for (; i <= wide.Length - Vector<float>.Count; i += Vector<float>.Count)
            Vector.Narrow(new Vector<double>(wide[i..]), new Vector<double>(wide[(i + Vector<double>.Count)..])).CopyTo(narrow[i..]);
        for (; i < wide.Length; i++) narrow[i] = (float)wide[i];
    }

    private static void Widen(ReadOnlySpan<float> narrow, Span<double> wide)
    {
        var i = 0;
        for (; i <= narrow.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            Vector.Widen(new Vector<float>(narrow[i..]), out var low, out var high);
            low.CopyTo(wide[i..]);
            high.CopyTo(wide[(i + Vector<double>.Count)..]);
        }

        for (; i < narrow.Length; i++) wide[i] = narrow[i];
    }
}
