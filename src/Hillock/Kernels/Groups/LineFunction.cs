using System.Numerics;
using Hillock.Expressions;
using Hillock.Expressions.Groups;
using Hillock.Kernels.Execution;

namespace Hillock.Kernels.Groups;

/// <summary>A function of the n elements of one line, which lie side by side: all that a kind of function has to be able
/// to do. Shapes, axes, threads and overlaps are the business of <see cref="GroupKernel{T}"/>.</summary>
internal abstract unsafe class LineFunction<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>How many elements are treated at once, few enough for the first-level cache.</summary>
    protected const int Block = 512;

    /// <summary>m for a line of n.</summary>
    /// <exception cref="ShapeException">The function has no lines of n.</exception>
    public virtual nint OutputLength(nint n) => n;

    /// <summary>y = f(x); y is x where m = n, or disjoint from it.</summary>
    public abstract void Value(T* x, T* y, nint n);

    /// <summary>gradient = Jᵀ · upstream; the gradient is disjoint from the others.</summary>
    public abstract void Backward(T* x, T* upstream, T* gradient, nint n);

    /// <summary>The function of a definition.</summary>
    public static LineFunction<T> Of(GroupDefinition definition, SpecialLines special, VectorWidth width) => definition switch
    {
        ReducedDefinition { IsNormalisation: true } normalised => new NormalisedLine<T>(normalised, special, width),
        ReducedDefinition reduced => new ReducedLine<T>(reduced, special, width, Precise),
        GatedDefinition gated => new GatedLine<T>(gated, width),
        JoinedDefinition joined => new JoinedLine<T>(joined, width),
        MaxoutDefinition maxout => new MaxoutLine<T>(maxout),
        HardmaxDefinition => new HardmaxLine<T>(),
        PerturbedDefinition { IsHard: true } hard =>
            new StraightThroughLine<T>(new HardmaxLine<T>(), Of(hard.Then, special, width)),
        PerturbedDefinition perturbed => Of(perturbed.Then, special, width),
        _ => throw new NotSupportedException($"There are no kernels for {definition.GetType().Name}."),
    };

    /// <summary>The kernels of an element-wise part.</summary>
    protected static ActivationKernel<T> Kernel(Definition definition, VectorWidth width) =>
        new(definition, width, KernelPrecision.Accurate);

    /// <summary>Formulas with numbers of the line in them are computed in double where the elements are floats: these
    /// numbers have the digits, and a float may lose them in a difference.</summary>
    private static KernelPrecision Precise =>
        typeof(T) == typeof(float) ? KernelPrecision.Exact : KernelPrecision.Accurate;
}
