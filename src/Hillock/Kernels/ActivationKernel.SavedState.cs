using System.Runtime.InteropServices;
using Hillock.Expressions;
using Hillock.Kernels.SavedStates;

namespace Hillock.Kernels;

/// <summary>Backward passes from less than the input.</summary>
public sealed unsafe partial class ActivationKernel<T>
{
    private KnownState? _knownState;

    /// <summary>What the backward pass needs, for given values of the parameters; derived on first use and kept for the
    /// values that were used last.</summary>
    /// <param name="parameters">Values of the parameters; empty for the defaults.</param>
    /// <exception cref="ArgumentException">A parameter is missing or outside its domain.</exception>
    public SavedState SavedState(ReadOnlySpan<double> parameters = default)
    {
        parameters = Checked(parameters);
        var known = Volatile.Read(ref _knownState);
        if (known is not null && parameters.SequenceEqual(known.Parameters)) return known.State;
        var state = SavedStateAnalysis.Of(_definition, parameters);
        Volatile.Write(ref _knownState, new KnownState(parameters.ToArray(), state));
        return state;
    }

    /// <summary>gradient = upstream · f′, where f′ is found from the output y = f(x).</summary>
    /// <param name="y">n outputs.</param>
    /// <param name="upstream">∂L/∂y, as many.</param>
    /// <param name="gradient">Receives ∂L/∂x; may be <paramref name="y"/> or <paramref name="upstream"/>.</param>
    /// <param name="parameters">Values of the parameters; empty for the defaults.</param>
    /// <remarks>The absolute error of f′ is a few units in the last place of its largest value; where y has rounded to
    /// its limit, f′ is that of the limit, and an input so near to a kink that y has rounded to the value at the kink gets
    /// the slope of the kink.</remarks>
    /// <exception cref="ArgumentException">As for <c>Backward</c>.</exception>
    /// <exception cref="InvalidOperationException">The output does not suffice; the message says why.</exception>
    public void BackwardFromOutput(
        ReadOnlySpan<T> y, ReadOnlySpan<T> upstream, Span<T> gradient, ReadOnlySpan<double> parameters = default)
    {
        Spans.CheckBackwardRoom(y, upstream, gradient);
        var state = Required(SavedStateKind.Output, parameters);
        var kernel = _kernelsFromOutput.GetOrAdd(state.SlopeFromOutput!, static (slope, self) => self.FromOutput(slope), this);
        fixed (T* py = y, pu = upstream, pg = gradient)
        {
            Pointers.CheckBackward(py, pu, pg, y.Length);
            if (y.IsEmpty) return;
            var outputs = stackalloc T*[] { pg };
            kernel.Run(py, pu, outputs, y.Length, Checked(parameters), Threads);
        }
    }

    /// <summary>y = f(x), and one bit an element for <see cref="BackwardFromBits"/>.</summary>
    /// <param name="x">n pre-activations.</param>
    /// <param name="y">Receives the values; may be <paramref name="x"/>.</param>
    /// <param name="bits">Receives ⌈n/8⌉ bytes, the lowest bit for the first element; set where f′ is the greater of the
    /// two slopes. Bits behind n are 0.</param>
    /// <param name="parameters">Values of the parameters; empty for the defaults.</param>
    /// <remarks>A bit cannot tell that x is NaN: the gradient is then that of the smaller slope, and only y is NaN.
    /// </remarks>
    /// <exception cref="ArgumentException">As for <c>Value</c>, or there is not room for the bits, or they share memory
    /// with the others.</exception>
    /// <exception cref="InvalidOperationException">One bit does not suffice; the message says why.</exception>
    public void ValueAndBits(
        ReadOnlySpan<T> x, Span<T> y, Span<byte> bits, ReadOnlySpan<double> parameters = default)
    {
        Spans.CheckDestination(x, y);
        CheckBits(bits, x.Length);
        if (bits.Overlaps(MemoryMarshal.AsBytes(x)) || bits.Overlaps(MemoryMarshal.AsBytes(y)))
            throw new ArgumentException("The bits share memory with another array.", nameof(bits));
        var slopes = TwoSlopes(parameters);
        T* derivative = stackalloc T[SlopeBits.Block];
        for (var start = 0; start < x.Length; start += SlopeBits.Block)
        {
            var length = Math.Min(SlopeBits.Block, x.Length - start);
            // The kernel whose slopes Backward uses; first, because y may be x.
            Derivative(1, x.Slice(start, length), new Span<T>(derivative, length), parameters);
            Value(x.Slice(start, length), y[start..], parameters);
            SlopeBits.Pack(new ReadOnlySpan<T>(derivative, length), slopes, bits[(start / 8)..]);
        }
    }

    /// <summary>gradient = upstream · f′, where one bit an element tells which of its two values f′ has.</summary>
    /// <remarks>Within one unit in the last place of what <c>Backward</c> gives.</remarks>
    /// <param name="bits">What <see cref="ValueAndBits"/> has written.</param>
    /// <param name="upstream">∂L/∂f(x), n of them.</param>
    /// <param name="gradient">Receives ∂L/∂x; may be <paramref name="upstream"/>.</param>
    /// <param name="parameters">Values of the parameters; empty for the defaults.</param>
    /// <exception cref="ArgumentException">As for <c>Value</c>, or there are too few bits, or they share memory with the
    /// gradient.</exception>
    /// <exception cref="InvalidOperationException">One bit does not suffice; the message says why.</exception>
    public void BackwardFromBits(
        ReadOnlySpan<byte> bits, ReadOnlySpan<T> upstream, Span<T> gradient, ReadOnlySpan<double> parameters = default)
    {
        Spans.CheckDestination(upstream, gradient);
        CheckBits(bits, upstream.Length);
        if (bits.Overlaps(MemoryMarshal.AsBytes(gradient)))
            throw new ArgumentException("The bits share memory with the gradient.", nameof(bits));
        SlopeBits.Apply(bits, TwoSlopes(parameters), upstream, gradient);
    }

    private static void CheckBits(ReadOnlySpan<byte> bits, int count)
    {
        if (bits.Length < (count + 7) / 8)
            throw new ArgumentException(
                $"{count} elements need {(count + 7) / 8} bytes of bits but there are {bits.Length}.", nameof(bits));
    }

    private (T Smaller, T Greater) TwoSlopes(ReadOnlySpan<double> parameters)
    {
        var state = Required(SavedStateKind.OneBit, parameters);
        Span<T> slopes = [T.CreateTruncating(state.InputsOfSlopes[0]), T.CreateTruncating(state.InputsOfSlopes[^1])];
        Derivative(1, slopes, slopes, parameters);
        return slopes[0] < slopes[1] ? (slopes[0], slopes[1]) : (slopes[1], slopes[0]);
    }

    private SavedState Required(SavedStateKind kind, ReadOnlySpan<double> parameters)
    {
        var state = SavedState(parameters);
        return state.Suffices(kind)
            ? state
            : throw new InvalidOperationException($"{_definition.Id}: {state.ReasonFor(kind)}");
    }

    private Kernel<T> FromOutput(Expression slope) => new(
        new Translation([slope], startsWithValue: false, _definition.Parameters, kinks: [], timesUpstream: true), _width, _precision);

    private sealed record KnownState(double[] Parameters, SavedState State);
}
