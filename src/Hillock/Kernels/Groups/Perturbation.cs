using System.Numerics;
using Hillock.Expressions.Noise;
using Hillock.Kernels.Execution;
using Hillock.Kernels.Noise;

namespace Hillock.Kernels.Groups;

/// <summary>The activation with noise that stands before a function of several elements, in either mode.</summary>
internal sealed class Perturbation<T>(NoisyDefinition definition, VectorWidth width)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly NoisyKernel<T> _training = new(definition, width);
    private readonly ActivationKernel<T> _evaluation = new(definition.Evaluation, width, KernelPrecision.Accurate);

    /// <summary>z, with the noise of a seed, or at its mean for none.</summary>
    public T[] Value(ReadOnlySpan<T> x, NoiseSeed? seed)
    {
        var z = new T[x.Length];
        if (seed is { } noise) _training.Value(x, z, noise);
        else _evaluation.Value(x, z);
        return z;
    }

    /// <summary>gradient = upstream · ∂z/∂x.</summary>
    public void Backward(ReadOnlySpan<T> x, ReadOnlySpan<T> upstream, Span<T> gradient, NoiseSeed? seed)
    {
        if (seed is { } noise) _training.Backward(x, upstream, gradient, noise);
        else _evaluation.Backward(x, upstream, gradient);
    }
}
