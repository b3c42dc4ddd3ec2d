using System.Numerics;
using Hillock.Kernels.Execution;
using Hillock.Kernels.Threading;

namespace Hillock.Kernels;

/// <summary>A compiled kernel: one or more expressions in x, each optionally times the upstream gradient, evaluated in
/// one pass over the elements.</summary>
internal sealed unsafe class Kernel<T> : IChunkedWork
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // What is read and written in a call that no last-level cache holds, or only at the cost of all else in it.
    private const nint LeastStreamedBytes = 32 << 20;

    private readonly Translation _translation;
    private readonly ExecutableProgram<T> _program;
    private readonly Lazy<ExecutableProgram<T>> _withTable;
    private readonly nint _smallestShare;
    private readonly int _bytesPerElement;

    public Kernel(Translation translation, VectorWidth width, KernelPrecision precision)
    {
        _translation = translation;
        Program = LaneChoice.Translate<T>(translation, precision);
        _program = new ExecutableProgram<T>(Program, width);
        _withTable = new(() => new ExecutableProgram<T>(Program, width, ParameterPlace.Element));
        HasLimits = translation.HasLimits;
        var cost = KernelCost.Of(Program, sizeof(T));
        _smallestShare = cost.SmallestShare(Program.Format);
        _bytesPerElement = cost.BytesPerElement;
    }

    public VectorProgram Program { get; }

    /// <summary>Whether <see cref="BindLimits"/> has something to write.</summary>
    public bool HasLimits { get; }

    /// <summary>How many values <see cref="Bind"/> writes, each of which takes no more room than a double.</summary>
    public int UniformCount => _translation.UniformCount;

    /// <summary>Runs the kernel over n elements.</summary>
    /// <param name="x">n pre-activations.</param>
    /// <param name="upstream">n gradients from above, or null.</param>
    /// <param name="outputs">As many pointers as the kernel has outputs.</param>
    /// <param name="count">n.</param>
    /// <param name="parameters">The values of the parameters.</param>
    /// <param name="threads">How many threads may share the work where it is enough for them.</param>
    public void Run(T* x, T* upstream, T** outputs, nint count, ReadOnlySpan<double> parameters, int threads)
    {
        var uniforms = stackalloc double[UniformCount];
        Bind(parameters, uniforms);
        var streams = Streams(x, upstream, outputs, count);
        threads = UsefulThreads(count, threads);
        if (threads < 2)
        {
            Run(x, upstream, outputs, 0, count, uniforms, streams);
            return;
        }

        var partition = Partition.OfLines(outputs[0], count, threads);
        var call = new Call(x, upstream, outputs, uniforms, partition, streams);
        WorkerPool.Shared.Run(this, &call, partition.Chunks, threads);
    }

    /// <summary>How many of some threads have enough to do; 0 or 1 where sharing does not pay.</summary>
    public int UsefulThreads(nint count, int threads) => (int)Math.Min(threads, count / _smallestShare);

    // Stores around the caches pay where the results are too many to be kept there. They need outputs that are no inputs,
    // whose lines are in a cache already, and that can all be aligned at once.
    private bool Streams(T* x, T* upstream, T** outputs, nint count)
    {
        if (count < LeastStreamedBytes / _bytesPerElement || (nint)outputs[0] % sizeof(T) != 0)
            return false;
        for (var o = 0; o < Program.Outputs.Count; o++)
        {
            if (outputs[o] == x || outputs[o] == upstream) return false;
            if ((outputs[o] - outputs[0]) % _program.Lanes != 0) return false;
        }

        return true;
    }

    // How many elements lie before the first whole vector.
    private nint Misplaced(T* output)
    {
        var vector = _program.Lanes * sizeof(T);
        return (vector - ((nint)output % vector)) % vector / sizeof(T);
    }

    void IChunkedWork.Run(void* call, int chunk)
    {
        ref readonly var c = ref *(Call*)call;
        Run(c.X, c.Upstream, c.Outputs, c.Partition.Start(chunk), c.Partition.End(chunk), c.Uniforms, c.Streams);
    }

    /// <summary>Runs the kernel from one element to another, with values that <see cref="Bind"/> has written.</summary>
    public void Run(T* x, T* upstream, T** outputs, nint start, nint end, void* uniforms, bool streams = false)
    {
        var part = stackalloc T*[Program.Outputs.Count];
        for (var o = 0; o < Program.Outputs.Count; o++) part[o] = outputs[o] + start;
        if (upstream is not null) upstream += start;
        x += start;
        var count = end - start;
        var head = streams ? Math.Min(count, Misplaced(part[0])) : 0;
        if (head > 0)
        {
            RunPadded(_program, x, upstream, part, 0, (int)head, uniforms);
            Run(x, upstream, part, head, count, uniforms, streams);
            return;
        }

        var whole = count - (count % _program.Lanes);
        if (streams) _program.RunStreaming(x, upstream, part, whole, uniforms);
        else _program.Run(x, upstream, part, whole, uniforms);
        if (whole < count) RunPadded(_program, x, upstream, part, whole, (int)(count - whole), uniforms);
    }

    /// <summary>Runs the kernel over elements that have parameters of their own.</summary>
    /// <param name="x">n pre-activations, at most as many as the table has columns.</param>
    /// <param name="upstream">n gradients from above, or null.</param>
    /// <param name="outputs">As many pointers as the kernel has outputs.</param>
    /// <param name="count">n.</param>
    /// <param name="table">A <see cref="ParameterTable"/>.</param>
    public void RunWithTable(T* x, T* upstream, T** outputs, int count, void* table)
    {
        var program = _withTable.Value;
        var whole = count - (count % program.Lanes);
        program.Run(x, upstream, outputs, whole, table);
        var rest = (byte*)table + (whole * Program.Format.Size);
        if (whole < count) RunPadded(program, x, upstream, outputs, whole, count - whole, rest);
    }

    // The same routine on a padded copy, so that a result does not depend on the place of its element.
    private void RunPadded(
        ExecutableProgram<T> program, T* x, T* upstream, T** outputs, nint start, int count, void* uniforms)
    {
        var outputCount = Program.Outputs.Count;
        var lanes = program.Lanes;
        var padded = stackalloc T[(2 + outputCount) * lanes];
        var paddedOutputs = stackalloc T*[outputCount];
        var paddedUpstream = padded + lanes;
        Copy(x + start, padded, count);
        if (upstream is not null) Copy(upstream + start, paddedUpstream, count);
        for (var o = 0; o < outputCount; o++) paddedOutputs[o] = padded + ((2 + o) * lanes);
        program.Run(padded, paddedUpstream, paddedOutputs, lanes, uniforms);
        for (var o = 0; o < outputCount; o++) Copy(paddedOutputs[o], outputs[o] + start, count);
    }

    private static void Copy(T* source, T* destination, int count) =>
        new ReadOnlySpan<T>(source, count).CopyTo(new Span<T>(destination, count));

    /// <summary>Writes the parameters and limits, in the type of the lanes.</summary>
    public void Bind(ReadOnlySpan<double> parameters, void* uniforms) =>
        _translation.Bind(Program.Format, parameters, uniforms);

    /// <summary>Writes the parameters alone.</summary>
    public void BindParameters(ReadOnlySpan<double> parameters, void* uniforms) =>
        _translation.BindParameters(Program.Format, parameters, uniforms);

    /// <summary>Writes the limits alone, which costs more than many elements do.</summary>
    public void BindLimits(ReadOnlySpan<double> parameters, void* uniforms) =>
        _translation.BindLimits(Program.Format, parameters, uniforms, step: 1);

    /// <summary>A table for <see cref="RunWithTable"/>.</summary>
    public ParameterTable Table(void* room, int channels, int inner, int copies) =>
        new(_translation, Program.Format, room, channels, inner, copies);

    private readonly struct Call(T* x, T* upstream, T** outputs, void* uniforms, Partition partition, bool streams)
    {
        public readonly T* X = x;
        public readonly T* Upstream = upstream;
        public readonly T** Outputs = outputs;
        public readonly void* Uniforms = uniforms;
        public readonly Partition Partition = partition;
        public readonly bool Streams = streams;
    }
}
