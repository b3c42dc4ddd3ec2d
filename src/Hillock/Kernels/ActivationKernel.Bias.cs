namespace Hillock.Kernels;

/// <summary>The passes over a matrix whose columns have a bias each, as a dense layer needs them.</summary>
public sealed unsafe partial class ActivationKernel<T>
{
    /// <summary>y = f(x + b) over a row-major matrix with one bias a column, in one pass over x.</summary>
    /// <param name="x">Rows of as many elements as <paramref name="bias"/> has.</param>
    /// <param name="bias">b.</param>
    /// <param name="y">Receives the values; may be <paramref name="x"/>, not <paramref name="bias"/>.</param>
    /// <param name="parameters">Values of the parameters; empty for the defaults.</param>
    /// <remarks>x + b is rounded once, so the results are the bits of an addition followed by <c>Value</c>. Runs on the
    /// thread of the caller.</remarks>
    /// <exception cref="ArgumentException">As for <c>Value</c>, or x does not consist of whole rows.</exception>
    public void ValueWithBias(
        ReadOnlySpan<T> x, ReadOnlySpan<T> bias, Span<T> y, ReadOnlySpan<double> parameters = default)
    {
        CheckBias(x, bias, y);
        parameters = Checked(parameters);
        if (x.IsEmpty) return;
        fixed (T* px = x, pb = bias, py = y)
            new BiasedPass<T>(Get(Pass.Derivative, 0), x.Length, bias.Length).Value(px, pb, py, parameters);
    }

    /// <summary>gradient = upstream · f′(x + b), and adds the sum of each of its columns, ∂L/∂b, to
    /// <paramref name="biasGradient"/>, in one pass.</summary>
    /// <param name="x">Rows of as many elements as <paramref name="bias"/> has, before the bias is added.</param>
    /// <param name="bias">b.</param>
    /// <param name="upstream">∂L/∂f(x + b), as many as x.</param>
    /// <param name="gradient">Receives ∂L/∂x; may be <paramref name="x"/> or <paramref name="upstream"/>.</param>
    /// <param name="biasGradient">One sum a column, added to; shares no memory with the others.</param>
    /// <param name="parameters">Values of the parameters; empty for the defaults.</param>
    /// <remarks>The sums are taken in <typeparamref name="T"/>, in an order that depends on the shape of the matrix
    /// alone. Runs on the thread of the caller.</remarks>
    /// <exception cref="ArgumentException">As for <c>Value</c>, or x does not consist of whole rows, or the biases and
    /// their gradients are not as many.</exception>
    public void BackwardWithBias(
        ReadOnlySpan<T> x,
        ReadOnlySpan<T> bias,
        ReadOnlySpan<T> upstream,
        Span<T> gradient,
        Span<T> biasGradient,
        ReadOnlySpan<double> parameters = default)
    {
        Spans.CheckBackward(x, upstream, gradient);
        CheckBias(x, bias, gradient);
        if (biasGradient.Length != bias.Length)
            throw new ArgumentException(
                $"There are {bias.Length} biases but room for {biasGradient.Length} gradients.", nameof(biasGradient));
        if (biasGradient.Overlaps(x) || biasGradient.Overlaps(bias)
            || biasGradient.Overlaps(upstream) || biasGradient.Overlaps(gradient))
            throw new ArgumentException("The sums share memory with another array.", nameof(biasGradient));
        parameters = Checked(parameters);
        if (x.IsEmpty) return;
        fixed (T* px = x, pb = bias, pu = upstream, pg = gradient, ps = biasGradient)
            new BiasedPass<T>(Get(Pass.Backward, 0), x.Length, bias.Length).Backward(px, pb, pu, pg, ps, parameters);
    }

    private static void CheckBias(ReadOnlySpan<T> x, ReadOnlySpan<T> bias, ReadOnlySpan<T> y)
    {
        Spans.CheckDestination(x, y);
        if (x.Length > 0 && (bias.IsEmpty || x.Length % bias.Length != 0))
            throw new ArgumentException(
                $"x has {x.Length} elements, which is no number of whole rows of {bias.Length} biases.", nameof(bias));
        if (bias.Overlaps(y[..x.Length]))
            throw new ArgumentException("The biases share memory with the destination.", nameof(bias));
    }
}
