using System.Numerics;

namespace Hillock.Kernels;

/// <summary>The kernels of one activation for one element type. Thread-safe.</summary>
/// <remarks>
/// Parameter values are passed at each call, in the order of <see cref="Activation.Parameters"/>; an empty span
/// means the defaults. A destination may be the same memory as a source or disjoint from it; a partial overlap is
/// an <see cref="ArgumentException"/>; a length of 0 is a no-op.
/// </remarks>
public sealed class ActivationKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>y = f(x).</summary>
    public void Value(ReadOnlySpan<T> x, Span<T> y, ReadOnlySpan<double> parameters = default) =>
        throw new NotImplementedException();

    /// <summary>y = f⁽ⁿ⁾(x), n = <paramref name="order"/> ≥ 0.</summary>
    public void Derivative(int order, ReadOnlySpan<T> x, Span<T> y, ReadOnlySpan<double> parameters = default) =>
        throw new NotImplementedException();

    /// <summary>y = ∂f/∂p(x) for the parameter of this index.</summary>
    public void ParameterDerivative(
        int parameter, ReadOnlySpan<T> x, Span<T> y, ReadOnlySpan<double> parameters = default) =>
        throw new NotImplementedException();

    /// <summary>value = f(x) and derivative = f′(x) in one pass.</summary>
    public void ValueAndDerivative(
        ReadOnlySpan<T> x, Span<T> value, Span<T> derivative, ReadOnlySpan<double> parameters = default) =>
        throw new NotImplementedException();

    /// <summary>gradient = upstream · f′(x).</summary>
    public void Backward(
        ReadOnlySpan<T> x, ReadOnlySpan<T> upstream, Span<T> gradient, ReadOnlySpan<double> parameters = default) =>
        throw new NotImplementedException();

    /// <summary>gradient = upstream · f′(x), and adds Σ upstream · ∂f/∂pᵢ(x) to
    /// <paramref name="parameterGradients"/>[i] for every parameter.</summary>
    public void Backward(
        ReadOnlySpan<T> x,
        ReadOnlySpan<T> upstream,
        Span<T> gradient,
        ReadOnlySpan<double> parameters,
        Span<double> parameterGradients) => throw new NotImplementedException();
}
