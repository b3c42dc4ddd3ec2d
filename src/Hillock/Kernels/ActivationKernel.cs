using System.Collections.Concurrent;
using System.Numerics;
using System.Runtime.CompilerServices;
using Hillock.Expressions;
using Hillock.Kernels.Execution;

namespace Hillock.Kernels;

/// <summary>The kernels of one activation for one element type: values, derivatives and gradients over spans.</summary>
/// <remarks>
/// <para>Each kernel is derived from the activation's expression and compiled on first use. All members are
/// thread-safe. The values of the parameters are passed at each call, in the order of
/// <see cref="Definition.Parameters"/>; an empty span means the defaults.</para>
/// <para>Spans of the same call have equal lengths n ≥ 0; a destination may be longer, what is behind n stays as it
/// was. A destination may be the same memory as a source, or disjoint from it. NaN gives NaN. ±∞ gives the limit of
/// the function, NaN where it has none. A result depends on its element alone, not on its place, on n or on the vector
/// width of the processor.</para>
/// </remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed unsafe partial class ActivationKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Definition _definition;
    private readonly VectorWidth _width;
    private readonly KernelPrecision _precision;
    private readonly double[] _defaults;
    private readonly ConcurrentDictionary<(Pass Pass, int Which), Kernel<T>> _kernels = new();
    private readonly ConcurrentDictionary<Expression, Kernel<T>> _kernelsFromOutput = new();

    internal ActivationKernel(Definition definition, VectorWidth width, KernelPrecision precision)
    {
        LaneChoice.Check<T>(precision);
        _definition = definition;
        _width = width;
        _precision = precision;
        _defaults = [.. definition.Parameters.Select(p => p.Default)];
    }

    /// <summary>The activation.</summary>
    internal Definition Definition => _definition;

    /// <summary>How many threads may share a call: 1 unless <see cref="WithThreads"/> was asked for more.</summary>
    public int Threads { get; private set; } = 1;

    private enum Pass
    {
        Derivative,
        ParameterDerivative,
        ValueAndDerivative,
        Backward,
        BackwardWithParameters,
    }

    /// <summary>The same kernels, run by up to this many threads, and never by more than there are processors.</summary>
    /// <remarks>
    /// <para>The results are the same bits for any number of threads, sums for parameter gradients included. Where the
    /// work is not enough to share, as told by <see cref="Cost"/>, one thread does it all; one call at a time is shared,
    /// others that come meanwhile run on their callers' threads.</para>
    /// <para>A library does not know what else its process does, so without this call a kernel keeps to the thread of
    /// its caller. The workers look for more work for a tenth of a millisecond after a call before they sleep.</para>
    /// </remarks>
    /// <param name="most">1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public ActivationKernel<T> WithThreads(int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        return WithExactThreads(Math.Min(most, Environment.ProcessorCount));
    }

    internal ActivationKernel<T> WithExactThreads(int threads)
    {
        var copy = (ActivationKernel<T>)MemberwiseClone();
        copy.Threads = threads;
        return copy;
    }

    /// <summary>What a pass costs on one vector of elements. Compiles the kernel where it is not yet.</summary>
    public unsafe KernelCost Cost(KernelPass pass) => KernelCost.Of((pass switch
    {
        KernelPass.Value => Get(Pass.Derivative, 0),
        KernelPass.Derivative => Get(Pass.Derivative, 1),
        KernelPass.ValueAndDerivative => Get(Pass.ValueAndDerivative, 0),
        KernelPass.Backward => Get(Pass.Backward, 0),
        _ => Get(Pass.BackwardWithParameters, 0),
    }).Program, sizeof(T));

    /// <summary>y = f(x).</summary>
    /// <param name="x">n pre-activations.</param>
    /// <param name="y">Receives n values; may be <paramref name="x"/>.</param>
    /// <param name="parameters">Values of the parameters; empty for the defaults.</param>
    /// <exception cref="ArgumentException">A span is too short, two overlap in part, or a parameter is missing or
    /// outside its domain.</exception>
    public void Value(ReadOnlySpan<T> x, Span<T> y, ReadOnlySpan<double> parameters = default) =>
        Derivative(0, x, y, parameters);

    /// <summary>y = f⁽ⁿ⁾(x). At a kink the first derivative is the slope that the definition names.</summary>
    /// <param name="order">n ≥ 0.</param>
    /// <param name="x">Pre-activations.</param>
    /// <param name="y">Receives the derivatives; may be <paramref name="x"/>.</param>
    /// <param name="parameters">Values of the parameters; empty for the defaults.</param>
    /// <exception cref="ArgumentException">As for <c>Value</c>, or the order is negative.</exception>
    public void Derivative(int order, ReadOnlySpan<T> x, Span<T> y, ReadOnlySpan<double> parameters = default)
    {
        Spans.CheckRoom(x, y);
        fixed (T* px = x, py = y) Derivative(order, px, py, x.Length, parameters);
    }

    /// <summary>y = ∂f/∂p(x) for one parameter p.</summary>
    /// <param name="parameter">The index of p in <see cref="Definition.Parameters"/>.</param>
    /// <param name="x">Pre-activations.</param>
    /// <param name="y">Receives the derivatives; may be <paramref name="x"/>.</param>
    /// <param name="parameters">Values of the parameters; empty for the defaults.</param>
    /// <exception cref="ArgumentException">As for <c>Value</c>, or there is no such parameter.</exception>
    public void ParameterDerivative(
        int parameter, ReadOnlySpan<T> x, Span<T> y, ReadOnlySpan<double> parameters = default)
    {
        Spans.CheckRoom(x, y);
        fixed (T* px = x, py = y) ParameterDerivative(parameter, px, py, x.Length, parameters);
    }

    /// <summary>value = f(x) and derivative = f′(x), in one pass over x.</summary>
    /// <param name="x">Pre-activations.</param>
    /// <param name="value">Receives f(x); may be <paramref name="x"/>.</param>
    /// <param name="derivative">Receives f′(x); may be <paramref name="x"/>, but not <paramref name="value"/>.</param>
    /// <param name="parameters">Values of the parameters; empty for the defaults.</param>
    /// <exception cref="ArgumentException">As for <c>Value</c>.</exception>
    public void ValueAndDerivative(
        ReadOnlySpan<T> x, Span<T> value, Span<T> derivative, ReadOnlySpan<double> parameters = default)
    {
        Spans.CheckRoom(x, value);
        Spans.CheckRoom(x, derivative);
        fixed (T* px = x, pv = value, pd = derivative) ValueAndDerivative(px, pv, pd, x.Length, parameters);
    }

    /// <summary>gradient = upstream · f′(x).</summary>
    /// <param name="x">Pre-activations.</param>
    /// <param name="upstream">∂L/∂f(x), as many.</param>
    /// <param name="gradient">Receives ∂L/∂x; may be <paramref name="x"/> or <paramref name="upstream"/>.</param>
    /// <param name="parameters">Values of the parameters; empty for the defaults.</param>
    /// <exception cref="ArgumentException">As for <c>Value</c>.</exception>
    public void Backward(
        ReadOnlySpan<T> x, ReadOnlySpan<T> upstream, Span<T> gradient, ReadOnlySpan<double> parameters = default)
    {
        Spans.CheckBackwardRoom(x, upstream, gradient);
        fixed (T* px = x, pu = upstream, pg = gradient) Backward(px, pu, pg, x.Length, parameters);
    }

    /// <summary>gradient = upstream · f′(x), and adds Σ upstream · ∂f/∂pᵢ(x) to
    /// <paramref name="parameterGradients"/>[i] for every parameter, in one pass.</summary>
    /// <remarks>The sums are taken in double precision, in an order that depends on n alone.</remarks>
    /// <param name="x">Pre-activations.</param>
    /// <param name="upstream">∂L/∂f(x), as many.</param>
    /// <param name="gradient">Receives ∂L/∂x; may be <paramref name="x"/> or <paramref name="upstream"/>.</param>
    /// <param name="parameters">Values of the parameters; empty for the defaults.</param>
    /// <param name="parameterGradients">One sum a parameter, added to; shares no memory with the others.</param>
    /// <exception cref="ArgumentException">As for <c>Value</c>.</exception>
    public void Backward(
        ReadOnlySpan<T> x,
        ReadOnlySpan<T> upstream,
        Span<T> gradient,
        ReadOnlySpan<double> parameters,
        Span<double> parameterGradients)
    {
        Spans.CheckBackwardRoom(x, upstream, gradient);
        fixed (T* px = x, pu = upstream, pg = gradient)
            Backward(px, pu, pg, x.Length, parameters, parameterGradients);
    }

    private ReadOnlySpan<double> Checked(ReadOnlySpan<double> parameters)
    {
        if (parameters.IsEmpty) return _defaults;
        if (parameters.Length != _defaults.Length)
            throw new ArgumentException(
                $"{_definition.Id} has {_defaults.Length} parameters, not {parameters.Length}.", nameof(parameters));
        for (var i = 0; i < parameters.Length; i++) _definition.Parameters[i].Check(parameters[i]);
        return parameters;
    }

    private Kernel<T> Get(Pass pass, int which) => _kernels.GetOrAdd((pass, which), Compile, this);

    private static Kernel<T> Compile((Pass Pass, int Which) key, ActivationKernel<T> self)
    {
        var f = self._definition;
        IReadOnlyList<Expression> outputs = key.Pass switch
        {
            Pass.Derivative => [f.StableDerivative(key.Which)],
            Pass.ParameterDerivative => [f.StableParameterDerivative(key.Which)],
            Pass.ValueAndDerivative => [f.StableDerivative(0), f.StableDerivative(1)],
            Pass.Backward => [f.StableDerivative(1)],
            _ => [f.StableDerivative(1), .. Enumerable.Range(0, self._defaults.Length).Select(f.StableParameterDerivative)],
        };
        var timesUpstream = key.Pass is Pass.Backward or Pass.BackwardWithParameters;
        var startsWithValue = key is { Pass: Pass.Derivative, Which: 0 } or { Pass: Pass.ValueAndDerivative };
        double[] kinks = [.. f.Kinks.Select(f.LocationOf)];
        var translation = new Translation(outputs, startsWithValue, f.Parameters, kinks, timesUpstream);
        return new Kernel<T>(translation, self._width, self._precision);
    }
}
