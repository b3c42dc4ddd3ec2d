using Hillock.Kernels.Threading;
using Hillock.Networks.Products;

namespace Hillock.Networks;

/// <summary>u = xW + b, by some threads: each computes some units for all examples, and so reads its own part of
/// W.</summary>
internal sealed unsafe class AffineForward : IChunkedWork
{
    private const int RangesPerThread = 2;

    private static readonly AffineForward Work = new();

    public static void Run(
        ReadOnlySpan<float> x, ReadOnlySpan<float> weights, ReadOnlySpan<float> biases, Span<float> u, int examples,
        int threads)
    {
        int outputs = biases.Length, inputs = weights.Length / outputs;
        fixed (float* px = x, pw = weights, pb = biases, pu = u)
        {
            if (SmallProduct.Pays(examples, inputs, outputs))
            {
                SmallProduct.Compute(new(px, inputs, 1), pw, outputs, pb, pu, examples, inputs, outputs);
                return;
            }

            var isShared = Sharing.Pays(examples, inputs, outputs, threads);
            if (isShared && StagedForward.Pays(examples))
            {
                StagedForward.Run(px, pw, pb, pu, examples, inputs, outputs, threads);
                return;
            }

            var range = isShared ? RangeOf(outputs, threads) : outputs;
            var call = new Call(px, pw, pb, pu, examples, inputs, outputs, range);
            WorkerPool.Shared.Run(Work, &call, (outputs + range - 1) / range, threads);
        }
    }

    public void Run(void* call, int chunk)
    {
        ref var c = ref *(Call*)call;
        var first = chunk * c.Range;
        MatrixProduct.Multiply(
            new(c.X, c.Inputs, 1), new(c.Weights + first, c.Outputs, 1), c.Biases + first, c.U + first, c.Outputs,
            c.Examples, c.Inputs, Math.Min(c.Range, c.Outputs - first));
    }

    private static int RangeOf(int outputs, int threads)
    {
        // Whole vectors of any width.
        const int together = RightOperand.WidestStrip;
        var equal = outputs / (RangesPerThread * threads);
        return (equal / together * together) + together;
    }

    private readonly struct Call(
        float* x, float* weights, float* biases, float* u, int examples, int inputs, int outputs, int range)
    {
        public readonly float* X = x;
        public readonly float* Weights = weights;
        public readonly float* Biases = biases;
        public readonly float* U = u;
        public readonly int Examples = examples;
        public readonly int Inputs = inputs;
        public readonly int Outputs = outputs;
        public readonly int Range = range;
    }
}
