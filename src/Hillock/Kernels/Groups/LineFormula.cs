using System.Numerics;
using Hillock.Expressions;
using Hillock.Expressions.Groups;
using Hillock.Kernels.Execution;

namespace Hillock.Kernels.Groups;

/// <summary>The kernels of an expression in x and in reductions of the line, which they take as parameters.</summary>
internal sealed unsafe class LineFormula<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ActivationKernel<T> _kernel;
    private readonly int[] _uses;
    private readonly bool _hasGradients;

    public LineFormula(
        Expression formula, IReadOnlyList<Reduction> reductions, VectorWidth width, KernelPrecision precision)
    {
        var names = formula.ParameterNames();
        _uses = [.. Enumerable.Range(0, reductions.Count).Where(i => names.Contains(reductions[i].Name))];
        _hasGradients = _uses.Any(i => reductions[i].Kind != ReductionKind.Anchor);
        var parameters = _uses
            .Select(i => new ActivationParameter(reductions[i].Name, Typical(reductions[i].Kind), false, ParameterDomain.Real))
            .ToList();
        _kernel = new ActivationKernel<T>(new Definition(formula.ToString(), formula, parameters), width, precision);
    }

    /// <summary>y = f(x) for n elements; y may be x.</summary>
    public void Value(T* x, T* y, nint n, ReadOnlySpan<double> values)
    {
        Span<double> used = stackalloc double[_uses.Length];
        _kernel.Value(x, y, n, Used(values, used));
    }

    /// <summary>gradient = upstream · f′(x), and adds Σ upstream · ∂f/∂R to the gradients of the reductions.</summary>
    public void Backward(T* x, T* upstream, T* gradient, nint n, ReadOnlySpan<double> values, Span<double> sums)
    {
        Span<double> used = stackalloc double[_uses.Length];
        Used(values, used);
        if (!_hasGradients)
        {
            _kernel.Backward(x, upstream, gradient, n, used);
            return;
        }

        Span<double> added = stackalloc double[_uses.Length];
        added.Clear();
        _kernel.Backward(x, upstream, gradient, n, used, added);
        for (var i = 0; i < _uses.Length; i++) sums[_uses[i]] += added[i];
    }

    private Span<double> Used(ReadOnlySpan<double> values, Span<double> used)
    {
        for (var i = 0; i < _uses.Length; i++) used[i] = values[_uses[i]];
        return used;
    }

    // A default at which kernels look for limits: sums and norms are positive.
    private static double Typical(ReductionKind kind) => kind is ReductionKind.Sum or ReductionKind.Norm ? 1 : 0;
}
