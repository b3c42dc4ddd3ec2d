namespace Hillock.Kernels;

/// <summary>The passes over an array in which each channel has parameters of its own.</summary>
/// <remarks>
/// <para>An <see cref="AxisLayout"/> says which elements share their parameters: <c>AxisLayout.Of(shape, axis)</c> one
/// value a channel along an axis, <c>AxisLayout.OfExamples(shape)</c> one for each element of an example,
/// <c>AxisLayout.OfAll(shape)</c> one for all. The axis is always named, never guessed from its dimension. The values lie
/// parameter by parameter: those of the first for all channels, then those of the second.</para>
/// <para>Values, derivatives and gradients of x are the bits that the other passes give for the elements and the
/// parameters of a channel. <see cref="Threads"/> may share a call; the results are the same bits.</para>
/// </remarks>
public sealed unsafe partial class ActivationKernel<T>
{
    // The last of each kind: training goes over arrays of one shape again and again.
    private readonly ChannelPass<T>?[] _knownPasses = new ChannelPass<T>?[Enum.GetValues<Pass>().Length];

    /// <summary>y = f(x), with the parameters of the element's channel.</summary>
    /// <param name="x">Pre-activations, row-major.</param>
    /// <param name="y">Receives the values; may be <paramref name="x"/>.</param>
    /// <param name="channels">Which elements belong to which channel.</param>
    /// <param name="parameters">The values of each parameter for all channels, parameter by parameter.</param>
    /// <exception cref="ArgumentException">As for <c>Value</c>, or the layout does not have the number of elements, or
    /// there is not one value for each parameter and channel.</exception>
    public void Value(ReadOnlySpan<T> x, Span<T> y, AxisLayout channels, ReadOnlySpan<double> parameters) =>
        Derivative(0, x, y, channels, parameters);

    /// <summary>y = f⁽ⁿ⁾(x), with the parameters of the element's channel.</summary>
    /// <param name="order">n ≥ 0.</param>
    /// <param name="x">Pre-activations, row-major.</param>
    /// <param name="y">Receives the derivatives; may be <paramref name="x"/>.</param>
    /// <param name="channels">Which elements belong to which channel.</param>
    /// <param name="parameters">The values of each parameter for all channels, parameter by parameter.</param>
    /// <exception cref="ArgumentException">As for <c>Value</c>, or the order is negative.</exception>
    public void Derivative(
        int order, ReadOnlySpan<T> x, Span<T> y, AxisLayout channels, ReadOnlySpan<double> parameters)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(order);
        Spans.CheckDestination(x, y);
        CheckChannels(x.Length, channels, parameters);
        if (x.IsEmpty) return;
        fixed (T* px = x, py = y) PassOver(channels, Pass.Derivative, order).Run(px, null, py, parameters, Threads);
    }

    /// <summary>gradient = upstream · f′(x), with the parameters of the element's channel.</summary>
    /// <param name="x">Pre-activations, row-major.</param>
    /// <param name="upstream">∂L/∂f(x), as many.</param>
    /// <param name="gradient">Receives ∂L/∂x; may be <paramref name="x"/> or <paramref name="upstream"/>.</param>
    /// <param name="channels">Which elements belong to which channel.</param>
    /// <param name="parameters">The values of each parameter for all channels, parameter by parameter.</param>
    /// <exception cref="ArgumentException">As for <c>Value</c>.</exception>
    public void Backward(
        ReadOnlySpan<T> x,
        ReadOnlySpan<T> upstream,
        Span<T> gradient,
        AxisLayout channels,
        ReadOnlySpan<double> parameters)
    {
        Spans.CheckBackward(x, upstream, gradient);
        CheckChannels(x.Length, channels, parameters);
        if (x.IsEmpty) return;
        fixed (T* px = x, pu = upstream, pg = gradient)
            PassOver(channels, Pass.Backward).Run(px, pu, pg, parameters, Threads);
    }

    /// <summary>gradient = upstream · f′(x), and adds the sum of upstream · ∂f/∂p(x) over each channel to
    /// <paramref name="parameterGradients"/>, for every parameter p, in one pass.</summary>
    /// <remarks>The sums are taken in double precision, in an order that depends on the layout alone.</remarks>
    /// <param name="x">Pre-activations, row-major.</param>
    /// <param name="upstream">∂L/∂f(x), as many.</param>
    /// <param name="gradient">Receives ∂L/∂x; may be <paramref name="x"/> or <paramref name="upstream"/>.</param>
    /// <param name="channels">Which elements belong to which channel.</param>
    /// <param name="parameters">The values of each parameter for all channels, parameter by parameter.</param>
    /// <param name="parameterGradients">A sum for each of these, added to; shares no memory with the elements.</param>
    /// <exception cref="ArgumentException">As for <c>Value</c>, or there are not as many sums as values.</exception>
    public void Backward(
        ReadOnlySpan<T> x,
        ReadOnlySpan<T> upstream,
        Span<T> gradient,
        AxisLayout channels,
        ReadOnlySpan<double> parameters,
        Span<double> parameterGradients)
    {
        Spans.CheckBackward(x, upstream, gradient);
        CheckChannels(x.Length, channels, parameters);
        if (parameterGradients.Length != parameters.Length)
            throw new ArgumentException(
                $"There are {parameters.Length} values of parameters but room for {parameterGradients.Length} gradients.",
                nameof(parameterGradients));
        fixed (T* px = x, pu = upstream, pg = gradient)
        {
            Pointers.CheckSums(parameterGradients, px, x.Length);
            Pointers.CheckSums(parameterGradients, pu, x.Length);
            Pointers.CheckSums(parameterGradients, pg, x.Length);
            if (x.IsEmpty) return;
            PassOver(channels, Pass.BackwardWithParameters)
                .Run(px, pu, pg, parameters, parameterGradients, Threads);
        }
    }

    private ChannelPass<T> PassOver(AxisLayout channels, Pass pass, int which = 0)
    {
        var kernel = Get(pass, which);
        ref var last = ref _knownPasses[(int)pass];
        if (Volatile.Read(ref last) is { } known && known.Fits(kernel, channels)) return known;
        var planned = new ChannelPass<T>(kernel, channels, _defaults.Length);
        Volatile.Write(ref last, planned);
        return planned;
    }

    private void CheckChannels(int elements, AxisLayout channels, ReadOnlySpan<double> parameters)
    {
        if (channels.Count != elements)
            throw new ArgumentException(
                $"The layout has {channels.Count} elements, {channels.Outer} × {channels.Length} × {channels.Inner}, "
                + $"but there are {elements}.",
                nameof(channels));
        if (parameters.Length != _defaults.Length * channels.Length)
            throw new ArgumentException(
                $"{_definition.Id} has {_defaults.Length} parameters and the layout {channels.Length} channels, so that "
                + $"there are {_defaults.Length * channels.Length} values, not {parameters.Length}.",
                nameof(parameters));
        for (var p = 0; p < _defaults.Length; p++)
        {
            var values = parameters.Slice(p * (int)channels.Length, (int)channels.Length);
            var outside = _definition.Parameters[p].Domain.FindOutside(values);
            if (outside >= 0)
                throw new ArgumentOutOfRangeException(
                    nameof(parameters), $"Channel {outside}: {_definition.Parameters[p].Refusal(values[outside])}.");
        }
    }
}
