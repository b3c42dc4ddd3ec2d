using System.Collections.Concurrent;
using System.Numerics;
using System.Runtime.CompilerServices;
using Hillock.Expressions;
using Hillock.Expressions.Noise;
using Hillock.Kernels.Execution;

namespace Hillock.Kernels.Noise;

/// <summary>The kernels of an activation with noise in training: values and gradients of f(x, n), where the noise n of
/// an element follows from a seed and from the number of the element alone.</summary>
/// <remarks>
/// <para>Nothing is stored between forward and backward: <c>Backward</c> with the seed of the forward pass draws the same
/// noise again and differentiates f(x, n) with n held fixed, in x and in the parameters, where n also scales with
/// them. That is the contract; a backward pass with another seed is the gradient of another function.</para>
/// <para>For spans, NaN, overlaps and parameters the rules of <see cref="ActivationKernel{T}"/> hold. ±∞ gives what the
/// formula gives, and where that is ∞ − ∞ or ∞ · 0 the limit with the noise at its mean. In float32 the noise is drawn
/// in float64 and rounded.</para>
/// <para>Evaluation is another function, without noise, that has kernels of its own:
/// <see cref="NoisyDefinition.Evaluation"/>.</para>
/// </remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed unsafe class NoisyKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Block = NoiseGenerator.Block;

    private readonly NoisyDefinition _definition;
    private readonly VectorWidth _width;
    private readonly double[] _defaults;
    private readonly NoiseGenerator _generator;
    private readonly Lazy<Kernel<T>> _value;
    private readonly Lazy<Kernel<T>> _derivatives;

    internal NoisyKernel(NoisyDefinition definition, VectorWidth width)
    {
        _definition = definition;
        _width = width;
        _defaults = [.. definition.Parameters.Select(p => p.Default)];
        _generator = NoiseGenerator.Of(definition.Noise.Kind);
        var f = definition.Training;
        _value = new(() => Compile([f.StableDerivative(0)], startsWithValue: true));
        _derivatives = new(() => Compile(
            [f.StableDerivative(1), .. Enumerable.Range(0, _defaults.Length).Select(f.StableParameterDerivative)],
            startsWithValue: false));
    }

    /// <summary>The noise itself, of elements from the first one of the seed on.</summary>
    public void Draw(Span<T> noise, NoiseSeed seed)
    {
        fixed (T* p = noise)
            for (var start = 0; start < noise.Length; start += Block)
                _generator.Draw(seed, start, p + start, Math.Min(Block, noise.Length - start));
    }

    /// <summary>y = f(x, n) with the noise of a seed.</summary>
    /// <param name="x">Pre-activations.</param>
    /// <param name="y">Receives the values; may be <paramref name="x"/>.</param>
    /// <param name="seed">Which noise.</param>
    /// <param name="parameters">Values of the parameters; empty for the defaults.</param>
    /// <exception cref="ArgumentException">A span is too short, two overlap in part, or a parameter is missing or
    /// outside its domain.</exception>
    [SkipLocalsInit]
    public void Value(ReadOnlySpan<T> x, Span<T> y, NoiseSeed seed, ReadOnlySpan<double> parameters = default)
    {
        Spans.CheckDestination<T>(x, y);
        var kernel = _value.Value;
        var noise = stackalloc T[Block];
        var uniforms = stackalloc double[kernel.UniformCount];
        kernel.Bind(Checked(parameters), uniforms);
        fixed (T* px = x, py = y)
            for (nint start = 0; start < x.Length; start += Block)
            {
                var count = (int)Math.Min(Block, x.Length - start);
                var output = py + start;
                _generator.Draw(seed, start, noise, count);
                kernel.Run(px + start, noise, &output, 0, count, uniforms);
            }
    }

    /// <summary>gradient = upstream · ∂f/∂x(x, n), and adds Σ upstream · ∂f/∂pᵢ(x, n) to
    /// <paramref name="parameterGradients"/>[i], with the noise of the forward pass drawn again.</summary>
    /// <param name="x">Pre-activations.</param>
    /// <param name="upstream">∂L/∂f(x), as many.</param>
    /// <param name="gradient">Receives ∂L/∂x; may be <paramref name="x"/> or <paramref name="upstream"/>.</param>
    /// <param name="seed">The seed of the forward pass.</param>
    /// <param name="parameters">Values of the parameters; empty for the defaults.</param>
    /// <param name="parameterGradients">One sum a parameter, added to; or empty.</param>
    /// <exception cref="ArgumentException">As for <c>Value</c>.</exception>
    [SkipLocalsInit]
    public void Backward(
        ReadOnlySpan<T> x, ReadOnlySpan<T> upstream, Span<T> gradient, NoiseSeed seed,
        ReadOnlySpan<double> parameters = default, Span<double> parameterGradients = default)
    {
        Spans.CheckBackward<T>(x, upstream, gradient);
        if (parameterGradients.Length != 0 && parameterGradients.Length != _defaults.Length)
            throw new ArgumentException(
                $"There are {_defaults.Length} parameters but room for {parameterGradients.Length} gradients.",
                nameof(parameterGradients));
        var kernel = _derivatives.Value;
        var noise = stackalloc T[Block];
        var results = stackalloc T[Block * (1 + _defaults.Length)];
        var outputs = stackalloc T*[1 + _defaults.Length];
        for (var o = 0; o <= _defaults.Length; o++) outputs[o] = results + (o * Block);
        var uniforms = stackalloc double[kernel.UniformCount];
        kernel.Bind(Checked(parameters), uniforms);
        fixed (T* px = x, pu = upstream, pg = gradient)
            for (nint start = 0; start < x.Length; start += Block)
            {
                var count = (int)Math.Min(Block, x.Length - start);
                _generator.Draw(seed, start, noise, count);
                kernel.Run(px + start, noise, outputs, 0, count, uniforms);
                for (var p = 0; p < parameterGradients.Length; p++)
                {
                    Elements<T>.Multiply(outputs[1 + p], pu + start, outputs[1 + p], count);
                    parameterGradients[p] += Spans.Sum(new ReadOnlySpan<T>(outputs[1 + p], count));
                }

                // Last, because it may take the place of upstream.
                Elements<T>.Multiply(outputs[0], pu + start, pg + start, count);
            }
    }

    private ReadOnlySpan<double> Checked(ReadOnlySpan<double> parameters)
    {
        if (parameters.IsEmpty) return _defaults;
        if (parameters.Length != _defaults.Length)
            throw new ArgumentException(
                $"{_definition.Training.Id} has {_defaults.Length} parameters, not {parameters.Length}.", nameof(parameters));
        for (var i = 0; i < parameters.Length; i++) _definition.Parameters[i].Check(parameters[i]);
        return parameters;
    }

    private Kernel<T> Compile(IReadOnlyList<Expression> outputs, bool startsWithValue)
    {
        double[] kinks = [.. _definition.Training.Kinks.Select(_definition.Training.LocationOf)];
        return new Kernel<T>(
            new Translation(outputs, startsWithValue, _definition.Parameters, kinks, timesUpstream: false, _definition.Noise),
            _width, KernelPrecision.Accurate);
    }
}
