using System.Numerics;
using Hillock.Expressions;
using Hillock.Expressions.Groups;
using Hillock.Kernels.Execution;

namespace Hillock.Kernels.Groups;

/// <summary>The kernels of an expression in x and in reductions of the line, which they take as parameters.</summary>
internal sealed unsafe class LineFormula<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly LineScalars _scalars;
    private readonly ActivationKernel<T> _kernel;

    public LineFormula(
        Expression formula, IReadOnlyList<Reduction> reductions, VectorWidth width, KernelPrecision precision)
    {
        _scalars = new LineScalars(formula, reductions);
        var definition = new Definition(formula.ToString(), _scalars.Formula, _scalars.Parameters());
        _kernel = new ActivationKernel<T>(definition, width, precision);
    }

    /// <summary>y = f(x) for n elements; y may be x.</summary>
    public void Value(T* x, T* y, nint n, ReadOnlySpan<double> reductions)
    {
        Span<double> scalars = stackalloc double[_scalars.Count];
        if (_scalars.TryEvaluate(reductions, scalars)) _kernel.Value(x, y, n, scalars);
        else Elements<T>.Fill(y, n, T.NaN);
    }

    /// <summary>gradient = upstream · f′(x), and adds Σ upstream · ∂f/∂R to the gradients of the reductions.</summary>
    public void Backward(T* x, T* upstream, T* gradient, nint n, ReadOnlySpan<double> reductions, Span<double> sums)
    {
        Span<double> scalars = stackalloc double[_scalars.Count], added = stackalloc double[_scalars.Count];
        if (!_scalars.TryEvaluate(reductions, scalars)) Elements<T>.Fill(gradient, n, T.NaN);
        else if (!_scalars.HaveGradients) _kernel.Backward(x, upstream, gradient, n, scalars);
        else
        {
            added.Clear();
            _kernel.Backward(x, upstream, gradient, n, scalars, added);
            _scalars.Backward(reductions, added, sums);
        }
    }
}
