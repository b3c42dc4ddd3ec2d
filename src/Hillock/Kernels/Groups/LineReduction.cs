using System.Numerics;
using System.Runtime.CompilerServices;
using Hillock.Expressions;
using Hillock.Expressions.Groups;
using Hillock.Kernels.Execution;

namespace Hillock.Kernels.Groups;

/// <summary>One reduction R of a line, and what ∂L/∂R means for the elements and for the reductions before it.</summary>
[SkipLocalsInit]
internal sealed unsafe class LineReduction<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Block = 512;

    // h, or null where it is x itself.
    private readonly LineFormula<T>? _of;

    public LineReduction(Reduction reduction, IReadOnlyList<Reduction> earlier, VectorWidth width)
    {
        Kind = reduction.Kind;
        if (reduction.Of is Variable) return;
        _of = new LineFormula<T>(reduction.Of, earlier, width, KernelPrecision.Accurate);
    }

    private ReductionKind Kind { get; }

    /// <summary>R, given the reductions before it.</summary>
    public double Reduce(T* x, nint n, ReadOnlySpan<double> earlier) => Kind switch
    {
        ReductionKind.Sum => Sum(x, n, earlier),
        ReductionKind.Mean => Sum(x, n, earlier) / n,
        ReductionKind.Norm => Norm(x, n, earlier),
        ReductionKind.Threshold => SimplexThreshold.Of(Doubles(x, n, earlier)),
        _ => Max(x, n, earlier),
    };

    /// <summary>Adds ∂L/∂R · ∂R/∂xⱼ to the gradient of each xⱼ, and ∂L/∂R · ∂R/∂R′ to that of each R′ before
    /// it.</summary>
    public void Backward(T* x, T* gradient, nint n, ReadOnlySpan<double> values, int own, Span<double> sums)
    {
        if (Kind == ReductionKind.Anchor || sums[own] == 0) return;
        var (weight, value) = (sums[own], values[own]);
        if (Kind == ReductionKind.Mean) weight /= n;
        if (Kind == ReductionKind.Threshold) weight /= CountAbove(x, n, values[..own], value);
        var upstream = stackalloc T[Block];
        var part = stackalloc T[Block];
        var isFound = false;
        for (nint start = 0; start < n; start += Block)
        {
            var length = Math.Min(Block, n - start);
            // A sum treats all alike; for the others the elements tell their shares.
            if (Kind is ReductionKind.Sum or ReductionKind.Mean)
            {
                Elements<T>.Fill(upstream, length, T.CreateTruncating(weight));
            }
            else
            {
                var h = ValuesOf(x + start, length, values[..own], part);
                for (var i = 0; i < length; i++)
                    upstream[i] = T.CreateTruncating(weight * Share(h[i], value, ref isFound));
            }

            if (_of is null)
            {
                Elements<T>.Add(upstream, gradient + start, length);
                continue;
            }

            _of.Backward(x + start, upstream, part, length, values[..own], sums[..own]);
            Elements<T>.Add(part, gradient + start, length);
        }
    }

    // ∂R/∂h, but for the factor that all elements share.
    private double Share(T h, double value, ref bool isFound)
    {
        var number = double.CreateTruncating(h);
        if (Kind == ReductionKind.Norm) return value == 0 ? 0 : number / value;
        if (Kind == ReductionKind.Threshold) return number > value ? 1 : 0;
        var isFirst = !isFound && number == value;
        isFound |= isFirst;
        return isFirst ? 1 : 0;
    }

    private T* ValuesOf(T* x, nint length, ReadOnlySpan<double> earlier, T* scratch)
    {
        if (_of is null) return x;
        _of.Value(x, scratch, length, earlier);
        return scratch;
    }

    private double Sum(T* x, nint n, ReadOnlySpan<double> earlier)
    {
        var sum = new CompensatedSum();
        var scratch = stackalloc T[Block];
        for (nint start = 0; start < n; start += Block)
        {
            var length = Math.Min(Block, n - start);
            sum.Add(Spans.Sum(new ReadOnlySpan<T>(ValuesOf(x + start, length, earlier, scratch), (int)length)));
        }

        return sum.Value;
    }

    private double Max(T* x, nint n, ReadOnlySpan<double> earlier)
    {
        if (_of is null) return double.CreateTruncating(Elements<T>.Max(x, n));
        var largest = double.NegativeInfinity;
        var scratch = stackalloc T[Block];
        for (nint start = 0; start < n; start += Block)
        {
            var length = Math.Min(Block, n - start);
            largest = Math.Max(
                largest, double.CreateTruncating(Elements<T>.Max(ValuesOf(x + start, length, earlier, scratch), length)));
        }

        return largest;
    }

    // Scaled by the largest size, so that no square overflows or vanishes.
    private double Norm(T* x, nint n, ReadOnlySpan<double> earlier)
    {
        var (sum, scale) = (new CompensatedSum(), 0.0);
        var scratch = stackalloc T[Block];
        for (nint start = 0; start < n; start += Block)
        {
            var length = Math.Min(Block, n - start);
            var h = ValuesOf(x + start, length, earlier, scratch);
            for (var i = 0; i < length; i++) scale = Math.Max(scale, Math.Abs(double.CreateTruncating(h[i])));
        }

        if (scale == 0 || !double.IsFinite(scale)) return scale;
        for (nint start = 0; start < n; start += Block)
        {
            var length = Math.Min(Block, n - start);
            var h = ValuesOf(x + start, length, earlier, scratch);
            for (var i = 0; i < length; i++)
            {
                var ratio = double.CreateTruncating(h[i]) / scale;
                sum.Add(ratio * ratio);
            }
        }

        return scale * Math.Sqrt(sum.Value);
    }

    private double[] Doubles(T* x, nint n, ReadOnlySpan<double> earlier)
    {
        var h = new double[n];
        var scratch = stackalloc T[Block];
        for (nint start = 0; start < n; start += Block)
        {
            var length = Math.Min(Block, n - start);
            var block = ValuesOf(x + start, length, earlier, scratch);
            for (var i = 0; i < length; i++) h[start + i] = double.CreateTruncating(block[i]);
        }

        return h;
    }

    private double CountAbove(T* x, nint n, ReadOnlySpan<double> earlier, double threshold)
    {
        var count = 0;
        foreach (var h in Doubles(x, n, earlier))
            if (h > threshold)
                count++;
        return count;
    }
}
