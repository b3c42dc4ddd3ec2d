namespace Hillock.Kernels;

/// <summary>The same passes over native memory, for arrays beyond <see cref="int.MaxValue"/> elements.</summary>
/// <remarks>The caller answers for n readable or writable elements at each pointer, which need not be aligned, and for
/// memory that stays where it is during the call.</remarks>
public sealed unsafe partial class ActivationKernel<T>
{
    /// <summary>y = f(x) over native memory.</summary>
    /// <param name="x">n pre-activations.</param>
    /// <param name="y">Receives n values; may be <paramref name="x"/>.</param>
    /// <param name="count">n ≥ 0.</param>
    /// <param name="parameters">Values of the parameters; empty for the defaults.</param>
    /// <exception cref="ArgumentException">A pointer is null and n is not 0, n is negative, two arrays overlap in part,
    /// or a parameter is missing or outside its domain.</exception>
    public void Value(T* x, T* y, nint count, ReadOnlySpan<double> parameters = default) =>
        Derivative(0, x, y, count, parameters);

    /// <summary>y = f⁽ⁿ⁾(x) over native memory, n = <paramref name="order"/> ≥ 0. At a kink the first derivative is the
    /// slope that the definition names.</summary>
    /// <param name="order">The order of the derivative.</param>
    /// <param name="x">Pre-activations.</param>
    /// <param name="y">Receives the derivatives; may be <paramref name="x"/>.</param>
    /// <param name="count">The number of elements.</param>
    /// <param name="parameters">Values of the parameters; empty for the defaults.</param>
    /// <exception cref="ArgumentException">As for <c>Value</c>, or the order is
    /// negative.</exception>
    public void Derivative(int order, T* x, T* y, nint count, ReadOnlySpan<double> parameters = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(order);
        Run(Get(Pass.Derivative, order), x, y, count, parameters);
    }

    /// <summary>y = ∂f/∂p(x) over native memory, for one parameter p.</summary>
    /// <param name="parameter">The index of p in <see cref="Expressions.Definition.Parameters"/>.</param>
    /// <param name="x">Pre-activations.</param>
    /// <param name="y">Receives the derivatives; may be <paramref name="x"/>.</param>
    /// <param name="count">The number of elements.</param>
    /// <param name="parameters">Values of the parameters; empty for the defaults.</param>
    /// <exception cref="ArgumentException">As for <c>Value</c>, or there is no
    /// such parameter.</exception>
    public void ParameterDerivative(int parameter, T* x, T* y, nint count, ReadOnlySpan<double> parameters = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(parameter);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(parameter, _definition.Parameters.Count);
        Run(Get(Pass.ParameterDerivative, parameter), x, y, count, parameters);
    }

    /// <summary>value = f(x) and derivative = f′(x) over native memory, in one pass over x.</summary>
    /// <param name="x">Pre-activations.</param>
    /// <param name="value">Receives f(x); may be <paramref name="x"/>.</param>
    /// <param name="derivative">Receives f′(x); may be <paramref name="x"/>, but not <paramref name="value"/>.</param>
    /// <param name="count">The number of elements.</param>
    /// <param name="parameters">Values of the parameters; empty for the defaults.</param>
    /// <exception cref="ArgumentException">As for <c>Value</c>.</exception>
    public void ValueAndDerivative(
        T* x, T* value, T* derivative, nint count, ReadOnlySpan<double> parameters = default)
    {
        Pointers.CheckArray(x, count);
        Pointers.CheckArray(value, count);
        Pointers.CheckArray(derivative, count);
        Pointers.CheckDestination(x, value, count);
        Pointers.CheckDestination(x, derivative, count);
        Pointers.CheckDisjoint(value, derivative, count);
        parameters = Checked(parameters);
        if (count == 0) return;
        var outputs = stackalloc T*[] { value, derivative };
        Get(Pass.ValueAndDerivative, 0).Run(x, null, outputs, count, parameters, Threads);
    }

    /// <summary>gradient = upstream · f′(x) over native memory.</summary>
    /// <param name="x">Pre-activations.</param>
    /// <param name="upstream">∂L/∂f(x), as many.</param>
    /// <param name="gradient">Receives ∂L/∂x; may be <paramref name="x"/> or <paramref name="upstream"/>.</param>
    /// <param name="count">The number of elements.</param>
    /// <param name="parameters">Values of the parameters; empty for the defaults.</param>
    /// <exception cref="ArgumentException">As for <c>Value</c>.</exception>
    public void Backward(T* x, T* upstream, T* gradient, nint count, ReadOnlySpan<double> parameters = default)
    {
        Pointers.CheckBackward(x, upstream, gradient, count);
        parameters = Checked(parameters);
        if (count == 0) return;
        var outputs = stackalloc T*[] { gradient };
        Get(Pass.Backward, 0).Run(x, upstream, outputs, count, parameters, Threads);
    }

    /// <summary>gradient = upstream · f′(x) over native memory, and adds Σ upstream · ∂f/∂pᵢ(x) to
    /// <paramref name="parameterGradients"/>[i] for every parameter, in one pass.</summary>
    /// <remarks>The sums are taken in double precision, in an order that depends on n alone.</remarks>
    /// <param name="x">Pre-activations.</param>
    /// <param name="upstream">∂L/∂f(x), as many.</param>
    /// <param name="gradient">Receives ∂L/∂x; may be <paramref name="x"/> or <paramref name="upstream"/>.</param>
    /// <param name="count">The number of elements.</param>
    /// <param name="parameters">Values of the parameters; empty for the defaults.</param>
    /// <param name="parameterGradients">One sum a parameter, added to.</param>
    /// <exception cref="ArgumentException">As for <c>Value</c>.</exception>
    public void Backward(
        T* x,
        T* upstream,
        T* gradient,
        nint count,
        ReadOnlySpan<double> parameters,
        Span<double> parameterGradients)
    {
        Pointers.CheckBackward(x, upstream, gradient, count);
        parameters = Checked(parameters);
        var sums = _definition.Parameters.Count;
        if (parameterGradients.Length != sums)
            throw new ArgumentException(
                $"There are {sums} parameters but room for {parameterGradients.Length} gradients.",
                nameof(parameterGradients));
        if (count == 0) return;
        var kernel = Get(Pass.BackwardWithParameters, 0);
        ParameterSums<T>.Run(kernel, x, upstream, gradient, count, parameters, parameterGradients, Threads);
    }

    private void Run(Kernel<T> kernel, T* x, T* y, nint count, ReadOnlySpan<double> parameters)
    {
        Pointers.CheckArray(x, count);
        Pointers.CheckArray(y, count);
        Pointers.CheckDestination(x, y, count);
        parameters = Checked(parameters);
        if (count == 0) return;
        var outputs = stackalloc T*[] { y };
        kernel.Run(x, null, outputs, count, parameters, Threads);
    }
}
