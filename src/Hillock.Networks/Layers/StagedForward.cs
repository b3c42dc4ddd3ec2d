using Hillock.Kernels.Threading;
using Hillock.Networks.Products;

namespace Hillock.Networks;

/// <summary>u = xW + b for few examples, by some threads: each takes the rows of W that it moves in the backward pass,
/// and adds its part to the sums that the thread before it has left.</summary>
/// <remarks>Weights are read and written by one core alone that way: on a processor whose cores have caches of their own,
/// a line that two of them have read costs a message to both when one of them writes it. The columns of u are cut into
/// ranges that go from thread to thread, so that each sum stays one chain in order of k.</remarks>
internal sealed unsafe class StagedForward : IChunkedWork
{
    private const int Ranges = 8;

    // Counters that threads wait for, each in a cache line of its own.
    private const int CounterStride = 16;

    private static readonly StagedForward Work = new();

    /// <summary>Whether it pays: the weights, not the arithmetic, bound the product.</summary>
    public static bool Pays(int examples) => examples <= MatrixProduct.RowsInPlace;

    public static void Run(
        float* x, float* weights, float* biases, float* u, int examples, int inputs, int outputs, int threads)
    {
        var done = stackalloc int[Ranges * CounterStride];
        // Whole vectors of any width.
        const int together = RightOperand.WidestStrip;
        var range = ((outputs + Ranges - 1) / Ranges + together - 1) / together * together;
        var call = new Call
        {
            X = x, Weights = weights, Biases = biases, U = u, Examples = examples, Inputs = inputs, Outputs = outputs,
            Range = range, Ranges = (outputs + range - 1) / range, Stages = threads, Done = done,
        };
        WorkerPool.Shared.Run(Work, &call, call.Ranges * threads, threads);
    }

    /// <summary>A chunk is one range of one stage; those of a stage are a thread's own, in this order.</summary>
    public void Run(void* call, int chunk)
    {
        ref var c = ref *(Call*)call;
        var (stage, range) = Math.DivRem(chunk, c.Ranges);
        ref var done = ref c.Done[range * CounterStride];
        var waiting = default(SpinWait);
        while (Volatile.Read(ref done) < stage) waiting.SpinOnce(sleep1Threshold: -1);
        Add(c, stage, range * c.Range);
        Volatile.Write(ref done, stage + 1);
    }

    private static void Add(in Call c, int stage, int column)
    {
        var blocks = new WeightBlocks(c.Inputs, c.Outputs, c.Examples);
        var first = blocks.FirstRowOf(stage, c.Stages);
        var depth = blocks.FirstRowOf(stage + 1, c.Stages) - first;
        if (depth == 0) return;
        MatrixProduct.Multiply(
            new(c.X + first, c.Inputs, 1), new(c.Weights + (nint)first * c.Outputs + column, c.Outputs, 1),
            c.Biases + column, c.U + column, c.Outputs, c.Examples, depth, Math.Min(c.Range, c.Outputs - column),
            isFirst: first == 0);
    }

    private struct Call
    {
        public float* X;
        public float* Weights;
        public float* Biases;
        public float* U;
        public int* Done;
        public int Examples;
        public int Inputs;
        public int Outputs;
        public int Range;
        public int Ranges;
        public int Stages;
    }
}
