using System.Numerics;
using Hillock.Expressions.Groups;
using Hillock.Kernels.Execution;
using Hillock.Kernels.Noise;
using Hillock.Kernels.Threading;

namespace Hillock.Kernels.Groups;

/// <summary>The kernels of one function of several elements for one element type: values and gradients over arrays of
/// any shape, line by line along an axis.</summary>
/// <remarks>
/// <para>Arrays are row-major; the axis counts from the end where it is negative. A function takes the n elements of a
/// line to m; where m = n the destination may be the same memory as the source, otherwise it is disjoint. A destination
/// may be longer than needed, what is behind stays as it was. An array without elements is a no-op. All members are
/// thread-safe.</para>
/// <para>The results of a line depend on its elements alone, not on its place, on other lines, on the shape or the axis,
/// on the number of threads or on the vector width.</para>
/// <para>NaN in a line gives NaN in all of it, for gated functions and maxout in the results that it enters. Lines with
/// ±∞ are NaN where the formula has no value; <see cref="SpecialLines"/> are the exceptions that one may ask
/// for.</para>
/// <para>Accuracy: softmax within 4 ULP of float and of double; sums are compensated, so that this holds for a million
/// elements too.</para>
/// </remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed unsafe class GroupKernel<T> : IChunkedWork
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // What is worth waking a thread for.
    private const nint SmallestShare = 1 << 13;
    private const int ChunksPerThread = 4;

    private readonly LineFunction<T> _function;
    private readonly Perturbation<T>? _perturbation;
    private int _threads = 1;
    private NoiseSeed? _noise;

    internal GroupKernel(GroupDefinition definition, SpecialLines special, VectorWidth width)
    {
        _function = LineFunction<T>.Of(definition, special, width);
        if (definition is PerturbedDefinition perturbed) _perturbation = new Perturbation<T>(perturbed.Before, width);
    }

    /// <summary>The same kernels, run by up to this many threads, and never by more than there are processors; the
    /// results are the same bits.</summary>
    /// <param name="most">1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public GroupKernel<T> WithThreads(int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        var copy = (GroupKernel<T>)MemberwiseClone();
        copy._threads = Math.Min(most, Environment.ProcessorCount);
        return copy;
    }

    /// <summary>The same kernels in training, with the noise of a seed: those of gumbel_softmax. Without this call they
    /// are in evaluation, with the noise at its mean. An element's noise depends on the seed and on its place in the
    /// array alone; <c>Backward</c> draws it again.</summary>
    /// <exception cref="InvalidOperationException">The function has no noise.</exception>
    public GroupKernel<T> WithNoise(NoiseSeed seed)
    {
        if (_perturbation is null) throw new InvalidOperationException("The function has no noise.");
        var copy = (GroupKernel<T>)MemberwiseClone();
        copy._noise = seed;
        return copy;
    }

    /// <summary>The shape of the result.</summary>
    /// <param name="shape">The shape of x.</param>
    /// <param name="axis">The axis.</param>
    /// <exception cref="ShapeException">The shape has no such axis, or the function no lines of its length.</exception>
    public int[] OutputShape(ReadOnlySpan<int> shape, int axis)
    {
        var m = _function.OutputLength(AxisLayout.Of(shape, axis).Length);
        int[] result = shape.IsEmpty ? [1] : shape.ToArray();
        result[axis < 0 ? axis + result.Length : axis] = checked((int)m);
        // A single number stays one.
        return shape.IsEmpty && m == 1 ? [] : result;
    }

    /// <summary>y = f(x), line by line.</summary>
    /// <param name="x">The elements, as many as the shape has.</param>
    /// <param name="y">Receives the results, in the shape that <see cref="OutputShape"/> gives.</param>
    /// <param name="shape">The shape of x, the last dimension running fastest.</param>
    /// <param name="axis">The axis along which lines run; from −1 downwards it counts from the end.</param>
    /// <exception cref="ShapeException">The shape has no such axis, the function no lines of its length, or x not as many
    /// elements.</exception>
    /// <exception cref="ArgumentException">y is too short, or overlaps x in part.</exception>
    public void Value(ReadOnlySpan<T> x, Span<T> y, ReadOnlySpan<int> shape, int axis)
    {
        var (from, to) = Layouts(shape, axis);
        CheckCount(x.Length, from, "x");
        CheckRoom(y.Length, to, "y");
        fixed (T* px = x, py = y)
        {
            CheckMemory(px, from.Count, py, to.Count, mayBeSame: from == to, "y");
            fixed (T* pz = _perturbation?.Value(x, _noise))
                Run(new Call(from, to, _perturbation is null ? px : pz, null, py));
        }
    }

    /// <summary>gradient = Jᵀ · upstream, line by line, where J is the Jacobian of f at x.</summary>
    /// <param name="x">The elements, as many as the shape has.</param>
    /// <param name="upstream">∂L/∂f(x), in the shape of the result.</param>
    /// <param name="gradient">Receives ∂L/∂x; may be <paramref name="x"/>, or <paramref name="upstream"/> where m = n.</param>
    /// <param name="shape">The shape of x.</param>
    /// <param name="axis">The axis.</param>
    /// <exception cref="ShapeException">As for <c>Value</c>.</exception>
    /// <exception cref="ArgumentException">As for <c>Value</c>.</exception>
    public void Backward(
        ReadOnlySpan<T> x, ReadOnlySpan<T> upstream, Span<T> gradient, ReadOnlySpan<int> shape, int axis)
    {
        var (from, to) = Layouts(shape, axis);
        CheckCount(x.Length, from, "x");
        CheckCount(upstream.Length, to, "upstream");
        CheckRoom(gradient.Length, from, "gradient");
        fixed (T* px = x, pu = upstream, pg = gradient)
        {
            CheckMemory(px, from.Count, pg, from.Count, mayBeSame: true, "gradient");
            CheckMemory(pu, to.Count, pg, from.Count, mayBeSame: from == to, "gradient");
            if (_perturbation is null)
            {
                Run(new Call(from, to, px, pu, pg));
                return;
            }

            var inner = new T[x.Length];
            fixed (T* pz = _perturbation.Value(x, _noise), pi = inner) Run(new Call(from, to, pz, pu, pi));
            _perturbation.Backward(x, inner, gradient, _noise);
        }
    }

    private (AxisLayout From, AxisLayout To) Layouts(ReadOnlySpan<int> shape, int axis)
    {
        var from = AxisLayout.Of(shape, axis);
        return (from, from.WithLength(_function.OutputLength(from.Length)));
    }

    private static void CheckCount(int length, AxisLayout layout, string name)
    {
        if (length != layout.Count)
            throw new ShapeException($"The shape has {layout.Count} elements but {name} has {length}.");
    }

    private static void CheckRoom(int length, AxisLayout layout, string name)
    {
        if (length < layout.Count)
            throw new ArgumentException($"There are {layout.Count} results but {name} has room for {length}.", name);
    }

    private static void CheckMemory(T* source, nint sourceCount, T* destination, nint count, bool mayBeSame, string name)
    {
        if (mayBeSame && source == destination) return;
        if (source < destination + count && destination < source + sourceCount)
            throw new ArgumentException(
                $"{name} overlaps a source; it must be {(mayBeSame ? "the same memory or " : "")}disjoint.", name);
    }

    private void Run(Call call)
    {
        if (call.From.Count == 0) return;
        var threads = (int)Math.Min(_threads, call.From.Count / SmallestShare);
        call.Chunks = threads < 2 ? 1 : (int)Math.Min(call.From.Lines, threads * ChunksPerThread);
        WorkerPool.Shared.Run(this, &call, call.Chunks, threads);
    }

    void IChunkedWork.Run(void* call, int chunk)
    {
        ref readonly var c = ref *(Call*)call;
        var lines = c.From.Lines;
        using var lineWork = new LineWork<T>(_function, c.From, c.To, copies: c.IsInPlace);
        // In 128 bits, because lines · chunks may be more than the address space.
        var (start, end) = ((nint)((Int128)lines * chunk / c.Chunks), (nint)((Int128)lines * (chunk + 1) / c.Chunks));
        if (c.Upstream is null) lineWork.Value(c.X, c.Result, start, end);
        else lineWork.Backward(c.X, c.Upstream, c.Result, start, end);
    }

    private struct Call(AxisLayout from, AxisLayout to, T* x, T* upstream, T* result)
    {
        public readonly AxisLayout From = from;
        public readonly AxisLayout To = to;
        public readonly T* X = x;
        public readonly T* Upstream = upstream;
        public readonly T* Result = result;
        public int Chunks = 1;

        // A gradient needs x and upstream to its end.
        public readonly bool IsInPlace => Upstream is not null && (Result == X || Result == Upstream);
    }
}
