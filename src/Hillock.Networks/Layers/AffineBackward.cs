using Hillock.Kernels.Threading;
using Hillock.Networks.Products;

namespace Hillock.Networks;

/// <summary>The backward pass of u = xW + b, block by block of W: ∂L/∂x = ∂L/∂u·Wᵀ, then ∂L/∂W = xᵀ·∂L/∂u, and at once
/// the step of the optimiser.</summary>
/// <remarks>A block is some rows of W, few enough that they and their gradients stay in the second-level cache: W comes
/// from memory once and goes back once, and the gradients never leave the cache. Blocks do not depend on each other, so
/// several threads share them, and each number comes out the same whoever computes it.</remarks>
internal sealed unsafe class AffineBackward : IChunkedWork
{
    private readonly ParameterSlice _weights;
    private readonly int _inputs;
    private readonly int _outputs;
    private readonly Memory<float> _packed;
    private readonly Memory<float> _packedTransposed;
    private WeightPass _pass;

    /// <summary>Makes ready.</summary>
    /// <param name="weights">W.</param>
    /// <param name="outputs">The units of the layer.</param>
    /// <param name="packed">Memory for ∂L/∂u in the order that products read it, which layers may share.</param>
    public AffineBackward(ParameterSlice weights, int outputs, PackedDeltas packed)
    {
        (_weights, _inputs, _outputs) = (weights, weights.Length / outputs, outputs);
        (_packed, _packedTransposed) = (packed.Rows, packed.Columns);
    }

    /// <summary>Computes what the pass asks for, and ∂L/∂x unless there is no room for it.</summary>
    public void Run(
        ReadOnlySpan<float> x, ReadOnlySpan<float> delta, Span<float> inputGradients, int examples, WeightPass pass,
        int threads)
    {
        _pass = pass;
        fixed (float* px = x, pd = delta, pdx = inputGradients)
        fixed (float* packed = _packed.Span, transposed = _packedTransposed.Span)
        fixed (float* pw = _weights.Values.Span, pg = pass.KeepsGradients ? _weights.Gradients.Span : default)
        {
            if (SmallProduct.Pays(examples, _inputs, _outputs))
            {
                RunSmall(px, pd, pdx, pw, pg, examples);
                return;
            }

            if (pass.KeepsGradients || pass.Optimizer is not null)
                MatrixProduct.Pack(new(pd, _outputs, 1), examples, _outputs, packed);
            if (pdx != null)
                MatrixProduct.Pack(new(pd, 1, _outputs), _outputs, examples, transposed);
            var blocks = new WeightBlocks(_inputs, _outputs, examples);
            var call = new Call(px, pdx, pw, pg, packed, transposed, examples, blocks.Rows);
            var isShared = Sharing.Pays(examples, _inputs, _outputs, threads);
            WorkerPool.Shared.Run(this, &call, blocks.Count, isShared ? threads : 1);
        }
    }

    void IChunkedWork.Run(void* call, int chunk)
    {
        ref var c = ref *(Call*)call;
        var first = chunk * c.Rows;
        var rows = Math.Min(c.Rows, _inputs - first);
        // The gradient by the inputs takes the weights as they were.
        if (c.InputGradients != null)
            PassToInputs(c, first, rows);
        if (_pass.KeepsGradients)
            Gradients(c, first, rows, c.Gradients + (nint)first * _outputs);
        else if (_pass.Optimizer is not null)
            Move(c, first, rows, _pass.Optimizer);
    }

    // One block, and nothing laid out but W transposed.
    private void RunSmall(float* x, float* delta, float* inputGradients, float* weights, float* gradients, int examples)
    {
        var scratch = Scratch.OfThread.Results(_weights.Length);
        if (inputGradients != null)
        {
            Panel.Transpose(new(weights, 1, _outputs), _outputs, _inputs, scratch, _inputs);
            SmallProduct.Compute(
                new(delta, _outputs, 1), scratch, _inputs, null, inputGradients, examples, _outputs, _inputs);
        }

        if (!_pass.KeepsGradients && _pass.Optimizer is null) return;
        var target = _pass.KeepsGradients ? gradients : scratch;
        SmallProduct.Compute(new(x, 1, _inputs), delta, _outputs, null, target, _inputs, examples, _outputs);
        if (!_pass.KeepsGradients) Move(weights, 0, _weights.Length, target, _pass.Optimizer!);
    }

    private void PassToInputs(in Call c, int first, int rows)
    {
        // Transposed, because then W is read as it lies, and short batches are whole vectors.
        var columns = MatrixProduct.WholeColumns(c.Examples);
        var results = Scratch.OfThread.Results(rows * columns);
        MatrixProduct.MultiplyPacked(
            new(c.Weights + (nint)first * _outputs, _outputs, 1), c.PackedTransposed, results, columns, rows, _outputs,
            columns);
        Panel.Transpose(new(results, 1, columns), c.Examples, rows, c.InputGradients + first, _inputs);
    }

    private void Gradients(in Call c, int first, int rows, float* gradients) => MatrixProduct.MultiplyPacked(
        new(c.X + first, 1, _inputs), c.Packed, gradients, _outputs, rows, c.Examples, _outputs,
        c.Weights + (nint)(first + rows) * _outputs, LengthOfNext(first, rows));

    // Of the block that comes after this one.
    private int LengthOfNext(int first, int rows) => Math.Min(rows, _inputs - first - rows) * _outputs;

    private void Move(in Call c, int first, int rows, Optimizer optimizer)
    {
        if (optimizer.PlainRate is { } rate && _pass.Decay == 0 && c.Examples <= MatrixProduct.MostDepth)
        {
            var block = c.Weights + (nint)first * _outputs;
            MatrixProduct.DescendPacked(
                new(c.X + first, 1, _inputs), c.Packed, block, _outputs, rows, c.Examples, _outputs, rate,
                block + (nint)rows * _outputs, LengthOfNext(first, rows));
            return;
        }

        var (start, count) = (first * _outputs, rows * _outputs);
        var gradients = Scratch.OfThread.Results(count);
        Gradients(c, first, rows, gradients);
        Move(c.Weights, start, count, gradients, optimizer);
    }

    private void Move(float* allWeights, int start, int count, float* gradients, Optimizer optimizer)
    {
        var weights = new Span<float>(allWeights + start, count);
        if (_pass.Decay > 0)
            WeightDecay.Apply(optimizer, _pass.Decay, weights, new(gradients, count));
        optimizer.Update(_weights.Start + start, weights, new(gradients, count));
    }

    private readonly struct Call(
        float* x, float* inputGradients, float* weights, float* gradients, float* packed, float* packedTransposed,
        int examples, int rows)
    {
        public readonly float* X = x;
        public readonly float* InputGradients = inputGradients;
        public readonly float* Weights = weights;
        public readonly float* Gradients = gradients;
        public readonly float* Packed = packed;
        public readonly float* PackedTransposed = packedTransposed;
        public readonly int Examples = examples;
        public readonly int Rows = rows;
    }
}
