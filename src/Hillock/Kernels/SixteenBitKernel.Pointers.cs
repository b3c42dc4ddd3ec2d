namespace Hillock.Kernels;

/// <summary>The same passes over native memory, for arrays beyond <see cref="int.MaxValue"/> elements.</summary>
public sealed unsafe partial class SixteenBitKernel
{
    // Spans count in 32 bits.
    private const int LongestSpan = 1 << 30;

    /// <summary>y = f(x) on the bits of the format, over native memory.</summary>
    /// <param name="x">n pre-activations.</param>
    /// <param name="y">Receives n values; may be <paramref name="x"/>.</param>
    /// <param name="count">n ≥ 0.</param>
    /// <param name="parameters">Values of the parameters; empty for the defaults.</param>
    /// <exception cref="ArgumentException">A pointer is null and n is not 0, n is negative, the arrays overlap in part, or
    /// a parameter is missing or outside its domain.</exception>
    public void Value(ushort* x, ushort* y, nint count, ReadOnlySpan<double> parameters = default) =>
        Derivative(0, x, y, count, parameters);

    /// <summary>y = f⁽ⁿ⁾(x) on the bits of the format, over native memory, n = <paramref name="order"/> ≥ 0.</summary>
    /// <param name="order">The order of the derivative.</param>
    /// <param name="x">Pre-activations.</param>
    /// <param name="y">Receives the derivatives; may be <paramref name="x"/>.</param>
    /// <param name="count">The number of elements.</param>
    /// <param name="parameters">Values of the parameters; empty for the defaults.</param>
    /// <exception cref="ArgumentException">As for <c>Value</c>, or the
    /// order is negative.</exception>
    public void Derivative(
        int order, ushort* x, ushort* y, nint count, ReadOnlySpan<double> parameters = default)
    {
        Pointers.CheckArray(x, count);
        Pointers.CheckArray(y, count);
        Pointers.CheckDestination(x, y, count);
        for (nint start = 0; start < count; start += LongestSpan)
        {
            var length = (int)Math.Min(LongestSpan, count - start);
            Derivative(order, new ReadOnlySpan<ushort>(x + start, length), new(y + start, length), parameters);
        }
    }

    /// <summary>gradient = upstream · f′(x) on the bits of the format, rounded once, over native memory.</summary>
    /// <param name="x">Pre-activations.</param>
    /// <param name="upstream">∂L/∂f(x), as many.</param>
    /// <param name="gradient">Receives ∂L/∂x; may be <paramref name="x"/> or <paramref name="upstream"/>.</param>
    /// <param name="count">The number of elements.</param>
    /// <param name="parameters">Values of the parameters; empty for the defaults.</param>
    /// <exception cref="ArgumentException">As for <c>Value</c>.
    /// </exception>
    public void Backward(
        ushort* x, ushort* upstream, ushort* gradient, nint count, ReadOnlySpan<double> parameters = default)
    {
        Pointers.CheckBackward(x, upstream, gradient, count);
        for (nint start = 0; start < count; start += LongestSpan)
        {
            var length = (int)Math.Min(LongestSpan, count - start);
            Backward(
                new ReadOnlySpan<ushort>(x + start, length), new(upstream + start, length), new(gradient + start, length),
                parameters);
        }
    }
}
