using System.Numerics;
using System.Runtime.CompilerServices;
using Hillock.Expressions.Groups;
using Hillock.Kernels.Execution;

namespace Hillock.Kernels.Groups;

/// <summary>yᵢ = w(xᵢ)/s with s = Σ w(xⱼ): what <see cref="ReducedLine{T}"/> would do, but each weight is computed once.
/// Backward: dxⱼ = w′(xⱼ) · (dyⱼ − Σ dyᵢ yᵢ)/s.</summary>
[SkipLocalsInit]
internal sealed unsafe class NormalisedLine<T>(ReducedDefinition definition, SpecialLines special, VectorWidth width)
    : ReducedLine<T>(Weights(definition), special, width, KernelPrecision.Accurate)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static ReducedDefinition Weights(ReducedDefinition definition) => definition with
    {
        Formula = definition.Reductions[^1].Of,
        Reductions = [.. definition.Reductions.SkipLast(1)],
    };

    protected override void Value(T* x, T* y, nint n, Span<double> values)
    {
        var total = new CompensatedSum();
        for (nint start = 0; start < n; start += Block)
        {
            var length = Math.Min(Block, n - start);
            Formula.Value(x + start, y + start, length, values);
            total.Add(Spans.Sum(new ReadOnlySpan<T>(y + start, (int)length)));
        }

        if (double.IsFinite(total.Value)) Elements<T>.Divide(y, n, total.Value);
        else Elements<T>.Fill(y, n, T.NaN);
    }

    protected override void Backward(T* x, T* upstream, T* gradient, nint n, Span<double> values)
    {
        var (total, inner) = (new CompensatedSum(), new CompensatedSum());
        var weights = stackalloc T[Block];
        for (nint start = 0; start < n; start += Block)
        {
            var length = Math.Min(Block, n - start);
            Formula.Value(x + start, weights, length, values);
            total.Add(Spans.Sum(new ReadOnlySpan<T>(weights, (int)length)));
            Elements<T>.Multiply(weights, upstream + start, weights, length);
            inner.Add(Spans.Sum(new ReadOnlySpan<T>(weights, (int)length)));
        }

        Elements<T>.SubtractAndDivide(upstream, gradient, n, inner.Value / total.Value, total.Value);
        Formula.Backward(x, gradient, gradient, n, values, []);
    }
}
