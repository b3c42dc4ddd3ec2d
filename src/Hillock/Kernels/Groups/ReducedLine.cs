using System.Numerics;
using Hillock.Expressions.Groups;
using Hillock.Kernels.Execution;

namespace Hillock.Kernels.Groups;

/// <summary>yᵢ = f(xᵢ; R₁, R₂, …): forward the reductions in their order and then f; backward f and then the reductions
/// in reverse, each of which passes on what it owes to those before it.</summary>
internal unsafe class ReducedLine<T> : LineFunction<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly LineReduction<T>[] _reductions;
    private readonly LimitLine<T>? _limits;

    public ReducedLine(
        ReducedDefinition definition, SpecialLines special, VectorWidth width, KernelPrecision precision)
    {
        Formula = new LineFormula<T>(definition.Formula, definition.Reductions, width, precision);
        _reductions =
        [
            .. definition.Reductions.Select((reduction, i) =>
                new LineReduction<T>(reduction, definition.Reductions.Take(i).ToList(), width)),
        ];
        if (definition.Masked is { } masked && special != SpecialLines.NaN)
            _limits = new LimitLine<T>(special, _reductions[0], T.CreateTruncating(masked));
    }

    /// <summary>The kernels of f.</summary>
    protected LineFormula<T> Formula { get; }

    public sealed override void Value(T* x, T* y, nint n)
    {
        Span<double> values = stackalloc double[_reductions.Length];
        if (Reduce(x, n, values)) Value(x, y, n, values);
        else if (_limits is null) Elements<T>.Fill(y, n, T.NaN);
        else if (_limits.TryLimit(x, n, values[0]) is { } limit) fixed (T* line = limit) Value(line, y, n);
        else Elements<T>.Fill(y, n, _limits.ValueAt(values[0]));
    }

    public sealed override void Backward(T* x, T* upstream, T* gradient, nint n)
    {
        Span<double> values = stackalloc double[_reductions.Length];
        if (Reduce(x, n, values)) Backward(x, upstream, gradient, n, values);
        else if (_limits is null) Elements<T>.Fill(gradient, n, T.NaN);
        else if (_limits.TryLimit(x, n, values[0]) is { } limit)
            fixed (T* line = limit) Backward(line, upstream, gradient, n);
        else Elements<T>.Fill(gradient, n, T.IsNaN(_limits.ValueAt(values[0])) ? T.NaN : T.Zero);
    }

    /// <summary>y = f(x), given the values of the reductions.</summary>
    protected virtual void Value(T* x, T* y, nint n, Span<double> values) => Formula.Value(x, y, n, values);

    /// <summary>gradient = Jᵀ · upstream, given the values of the reductions.</summary>
    protected virtual void Backward(T* x, T* upstream, T* gradient, nint n, Span<double> values)
    {
        Span<double> sums = stackalloc double[_reductions.Length];
        sums.Clear();
        for (nint start = 0; start < n; start += Block)
            Formula.Backward(x + start, upstream + start, gradient + start, Math.Min(Block, n - start), values, sums);
        for (var r = _reductions.Length - 1; r >= 0; r--) _reductions[r].Backward(x, gradient, n, values, r, sums);
    }

    // Whether all reductions are numbers; the others are left as they are.
    private bool Reduce(T* x, nint n, Span<double> values)
    {
        for (var r = 0; r < _reductions.Length; r++)
        {
            values[r] = _reductions[r].Reduce(x, n, values[..r]);
            if (!double.IsFinite(values[r])) return false;
        }

        return true;
    }
}
