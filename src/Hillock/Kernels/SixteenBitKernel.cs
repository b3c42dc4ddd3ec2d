using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Hillock.Expressions;
using Hillock.Kernels.Execution;

namespace Hillock.Kernels;

/// <summary>The kernels of one activation for 16-bit storage: <see cref="System.Half"/> and bfloat16.</summary>
/// <remarks>
/// Everything is computed in double precision and rounded once, to nearest: of the 65 536 possible inputs each gives the
/// correctly rounded result, NaN, ±∞ and subnormal numbers included. With the default parameters values and derivatives
/// come from a table of 128 KiB that is built on first use (about 2 ms) and kept; other parameters are computed.
/// Lengths, overlaps and special values follow the rules of <see cref="ActivationKernel{T}"/>. Thread-safe.
/// </remarks>
public sealed partial class SixteenBitKernel
{
    private const int Block = 256;
    private const int Patterns = 1 << 16;

    private readonly SixteenBitFormat _format;
    private readonly ActivationKernel<double> _wide;
    private readonly ConcurrentDictionary<int, Lazy<ushort[]>> _tables = new();

    internal SixteenBitKernel(Definition definition, SixteenBitFormat format)
    {
        _format = format;
        _wide = new ActivationKernel<double>(definition, VectorWidths.Best, KernelPrecision.Accurate);
    }

    /// <summary>y = f(x) on the bits of the format.</summary>
    /// <param name="x">n pre-activations.</param>
    /// <param name="y">Receives n values; may be <paramref name="x"/>.</param>
    /// <param name="parameters">Values of the parameters; empty for the defaults.</param>
    /// <exception cref="ArgumentException">As for <see cref="ActivationKernel{T}"/>.</exception>
    public void Value(ReadOnlySpan<ushort> x, Span<ushort> y, ReadOnlySpan<double> parameters = default) =>
        Derivative(0, x, y, parameters);

    /// <summary>y = f⁽ⁿ⁾(x) on the bits of the format, n = <paramref name="order"/> ≥ 0.</summary>
    /// <param name="order">n.</param>
    /// <param name="x">Pre-activations.</param>
    /// <param name="y">Receives the derivatives; may be <paramref name="x"/>.</param>
    /// <param name="parameters">Values of the parameters; empty for the defaults.</param>
    /// <exception cref="ArgumentException">As for <see cref="ActivationKernel{T}"/>.</exception>
    public void Derivative(
        int order, ReadOnlySpan<ushort> x, Span<ushort> y, ReadOnlySpan<double> parameters = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(order);
        Spans.CheckDestination<ushort>(x, y);
        if (parameters.IsEmpty) LookUp(Table(order), x, y);
        else Compute(order, x, y, parameters);
    }

    /// <summary>gradient = upstream · f′(x) on the bits of the format, rounded once.</summary>
    /// <param name="x">Pre-activations.</param>
    /// <param name="upstream">∂L/∂f(x), as many.</param>
    /// <param name="gradient">Receives ∂L/∂x; may be <paramref name="x"/> or <paramref name="upstream"/>.</param>
    /// <param name="parameters">Values of the parameters; empty for the defaults.</param>
    /// <exception cref="ArgumentException">As for <see cref="ActivationKernel{T}"/>.</exception>
    public void Backward(
        ReadOnlySpan<ushort> x,
        ReadOnlySpan<ushort> upstream,
        Span<ushort> gradient,
        ReadOnlySpan<double> parameters = default)
    {
        Spans.CheckBackward(x, upstream, gradient);
        Span<double> wideX = stackalloc double[Block], wideUpstream = stackalloc double[Block];
        for (var start = 0; start < x.Length; start += Block)
        {
            var length = Math.Min(Block, x.Length - start);
            Widen(x.Slice(start, length), wideX);
            Widen(upstream.Slice(start, length), wideUpstream);
            _wide.Backward(wideX[..length], wideUpstream[..length], wideX[..length], parameters);
            Narrow(wideX[..length], gradient[start..]);
        }
    }

    /// <summary>y = f(x) for <see cref="Half"/>.</summary>
    /// <inheritdoc cref="Value(ReadOnlySpan{ushort}, Span{ushort}, ReadOnlySpan{double})"/>
    public void Value(ReadOnlySpan<Half> x, Span<Half> y, ReadOnlySpan<double> parameters = default) =>
        Value(Bits(x), Bits(y), parameters);

    /// <summary>y = f⁽ⁿ⁾(x) for <see cref="Half"/>.</summary>
    /// <inheritdoc cref="Derivative(int, ReadOnlySpan{ushort}, Span{ushort}, ReadOnlySpan{double})"/>
    public void Derivative(int order, ReadOnlySpan<Half> x, Span<Half> y, ReadOnlySpan<double> parameters = default) =>
        Derivative(order, Bits(x), Bits(y), parameters);

    /// <summary>gradient = upstream · f′(x) for <see cref="Half"/>.</summary>
    /// <inheritdoc cref="Backward(ReadOnlySpan{ushort}, ReadOnlySpan{ushort}, Span{ushort}, ReadOnlySpan{double})"/>
    public void Backward(
        ReadOnlySpan<Half> x, ReadOnlySpan<Half> upstream, Span<Half> gradient, ReadOnlySpan<double> parameters = default) =>
        Backward(Bits(x), Bits(upstream), Bits(gradient), parameters);

    private ReadOnlySpan<ushort> Bits(ReadOnlySpan<Half> values)
    {
        RequireHalf();
        return MemoryMarshal.Cast<Half, ushort>(values);
    }

    private Span<ushort> Bits(Span<Half> values)
    {
        RequireHalf();
        return MemoryMarshal.Cast<Half, ushort>(values);
    }

    private void RequireHalf()
    {
        if (_format != SixteenBitFormat.Half)
            throw new InvalidOperationException("These are kernels for bfloat16; Half needs those for SixteenBitFormat.Half.");
    }

    private ushort[] Table(int order) => _tables.GetOrAdd(order, n => new Lazy<ushort[]>(() =>
    {
        var table = new ushort[Patterns];
        for (var i = 0; i < Patterns; i++) table[i] = (ushort)i;
        Compute(n, table, table, []);
        return table;
    })).Value;

    private static void LookUp(ushort[] table, ReadOnlySpan<ushort> x, Span<ushort> y)
    {
        for (var i = 0; i < x.Length; i++) y[i] = table[x[i]];
    }

    private void Compute(int order, ReadOnlySpan<ushort> x, Span<ushort> y, ReadOnlySpan<double> parameters)
    {
        Span<double> wide = stackalloc double[Block];
        for (var start = 0; start < x.Length; start += Block)
        {
            var length = Math.Min(Block, x.Length - start);
            Widen(x.Slice(start, length), wide);
            _wide.Derivative(order, wide[..length], wide[..length], parameters);
            Narrow(wide[..length], y[start..]);
        }
    }

    private void Widen(ReadOnlySpan<ushort> bits, Span<double> wide)
    {
        for (var i = 0; i < bits.Length; i++) wide[i] = SixteenBitConversion.Widen(_format, bits[i]);
    }

    private void Narrow(ReadOnlySpan<double> wide, Span<ushort> bits)
    {
        for (var i = 0; i < wide.Length; i++) bits[i] = SixteenBitConversion.Narrow(_format, wide[i]);
    }
}
