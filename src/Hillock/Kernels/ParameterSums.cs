using System.Buffers;
using System.Numerics;
using Hillock.Kernels.Threading;

namespace Hillock.Kernels;

/// <summary>The pass that turns the upstream gradient into the gradient of x and into one sum a parameter.</summary>
/// <remarks>Products are summed in blocks, blocks in segments, and segments in their order: the same additions for any
/// number of threads.</remarks>
internal sealed unsafe class ParameterSums<T> : IChunkedWork
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // The products of a block stay in the first-level cache.
    private const int Block = 512;
    private const int Segment = 16 * Block;

    private readonly Kernel<T> _kernel;
    private readonly int _parameters;

    private ParameterSums(Kernel<T> kernel, int parameters) => (_kernel, _parameters) = (kernel, parameters);

    /// <summary>Writes the gradient and adds to the sums.</summary>
    public static void Run(
        Kernel<T> kernel, T* x, T* upstream, T* gradient, nint count,
        ReadOnlySpan<double> parameters, Span<double> sums, int threads)
    {
        var uniforms = stackalloc double[kernel.UniformCount];
        kernel.Bind(parameters, uniforms);
        var call = new Call(x, upstream, gradient, uniforms, new Partition(count, Segment));
        threads = Math.Min(kernel.UsefulThreads(count, threads), call.Partition.Chunks);
        if (threads < 2) RunInOrder(kernel, call, sums);
        else new ParameterSums<T>(kernel, parameters.Length).RunShared(call, sums, threads);
    }

    /// <summary>Writes the gradient and adds to the sums, on this thread, with uniforms that are bound.</summary>
    public static void RunBound(
        Kernel<T> kernel, T* x, T* upstream, T* gradient, nint count, void* uniforms, Span<double> sums) =>
        RunInOrder(kernel, new Call(x, upstream, gradient, uniforms, new Partition(count, Segment)), sums);

    private static void RunInOrder(Kernel<T> kernel, Call call, Span<double> sums)
    {
        var parts = stackalloc double[sums.Length];
        for (var segment = 0; segment < call.Partition.Chunks; segment++)
        {
            SumSegment(kernel, call, segment, parts, sums.Length);
            for (var p = 0; p < sums.Length; p++) sums[p] += parts[p];
        }
    }

    private void RunShared(Call call, Span<double> sums, int threads)
    {
        var rented = ArrayPool<double>.Shared.Rent(call.Partition.Chunks * _parameters);
        fixed (double* parts = rented)
        {
            call = call with { Parts = parts };
            WorkerPool.Shared.Run(this, &call, call.Partition.Chunks, threads);
            for (var i = 0; i < call.Partition.Chunks * _parameters; i++) sums[i % _parameters] += parts[i];
        }

        ArrayPool<double>.Shared.Return(rented);
    }

    void IChunkedWork.Run(void* call, int chunk)
    {
        ref readonly var c = ref *(Call*)call;
        SumSegment(_kernel, c, chunk, c.Parts + ((nint)chunk * _parameters), _parameters);
    }

    private static void SumSegment(Kernel<T> kernel, in Call call, int segment, double* sums, int parameters)
    {
        var products = stackalloc T[parameters * Block];
        var outputs = stackalloc T*[1 + parameters];
        for (var p = 0; p < parameters; p++) outputs[1 + p] = products + (p * Block);
        new Span<double>(sums, parameters).Clear();
        var end = call.Partition.End(segment);
        for (var start = call.Partition.Start(segment); start < end; start += Block)
        {
            var length = (int)Math.Min(Block, end - start);
            outputs[0] = call.Gradient + start;
            kernel.Run(call.X + start, call.Upstream + start, outputs, 0, length, call.Uniforms);
            for (var p = 0; p < parameters; p++) sums[p] += Spans.Sum(new ReadOnlySpan<T>(outputs[1 + p], length));
        }
    }

    private readonly struct Call(T* x, T* upstream, T* gradient, void* uniforms, Partition partition)
    {
        public readonly T* X = x;
        public readonly T* Upstream = upstream;
        public readonly T* Gradient = gradient;
        public readonly void* Uniforms = uniforms;
        public readonly Partition Partition = partition;

        /// <summary>The sums of each segment, a parameter after the other.</summary>
        public double* Parts { get; init; }
    }
}
