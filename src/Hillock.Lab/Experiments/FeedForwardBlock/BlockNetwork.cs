using Hillock.Networks;

namespace Hillock.Lab.Experiments.FeedForwardBlock;

/// <summary>Tokens → embedding → residual blocks x + W₂ f(W₁x) → logits, in one array of parameters.</summary>
internal sealed class BlockNetwork
{
    public const int Width = 32;
    public const int Blocks = 2;

    private readonly BlockUnit _unit;
    private readonly int _hidden;
    private readonly List<(int Start, int Inputs, int Outputs)> _affine = [];
    private readonly float[][] _x;
    private readonly float[][] _u;
    private readonly float[][] _z;

    /// <summary>A network for batches of a size.</summary>
    /// <param name="unit">What stands between the matrices.</param>
    /// <param name="hidden">Results of it in a block.</param>
    /// <param name="inputs">Inputs: one for each place and token.</param>
    /// <param name="outputs">Tokens.</param>
    /// <param name="batch">Examples in a batch.</param>
    public BlockNetwork(BlockUnit unit, int hidden, int inputs, int outputs, int batch)
    {
        (_unit, _hidden) = (unit, hidden);
        var taken = Take(0, inputs, Width);
        for (var block = 0; block < Blocks; block++)
        {
            // The two halves of a gated unit have a matrix each, so that their results lie one after the other.
            for (var half = 0; half < unit.Halves; half++) taken = Take(taken, Width, hidden);
            taken = Take(taken, hidden, Width);
        }

        taken = Take(taken, Width, outputs);
        Parameters = new float[taken + Blocks];
        Gradients = new float[Parameters.Length];
        _x = [.. Enumerable.Range(0, Blocks + 1).Select(_ => new float[batch * Width])];
        _u = [.. Enumerable.Range(0, Blocks).Select(_ => new float[batch * hidden * unit.Halves])];
        _z = [.. Enumerable.Range(0, Blocks).Select(_ => new float[batch * hidden])];
        Logits = new float[batch * outputs];
    }

    /// <summary>All parameters; the last ones are those of the blocks' units.</summary>
    public float[] Parameters { get; }

    /// <summary>The gradient by each.</summary>
    public float[] Gradients { get; }

    /// <summary>The outputs of the last pass.</summary>
    public float[] Logits { get; }

    /// <summary>The number of parameters of a network.</summary>
    public int Count => Parameters.Length - (_unit.IsLearned ? 0 : Blocks);

    /// <summary>Draws weights from N(0, 1/fan-in), those behind a unit a tenth as large so that blocks begin near the identity.</summary>
    public void Initialise(SeededRandom random)
    {
        for (var i = 0; i < _affine.Count; i++)
        {
            var (_, inputs, outputs) = _affine[i];
            var isSecond = inputs == _hidden && outputs == Width && i > 0;
            var deviation = (isSecond ? 0.1 : 1) / Math.Sqrt(i == 0 ? NextWord.Places : inputs);
            random.FillNormal(Weights(i), deviation);
        }

        Parameters.AsSpan(Parameters.Length - Blocks).Fill(_unit.FirstParameter);
    }

    /// <summary>Passes a batch forward.</summary>
    public void Forward(ReadOnlySpan<float> inputs)
    {
        var affine = 0;
        Affine.Forward(inputs, Weights(affine), Biases(affine), _x[0]);
        for (var block = 0; block < Blocks; block++)
        {
            for (var half = 0; half < _unit.Halves; half++)
                Affine.Forward(_x[block], Weights(++affine), Biases(affine), _u[block].AsSpan(half * _z[block].Length, _z[block].Length));
            _unit.Value(_u[block], _z[block], Parameters[Parameters.Length - Blocks + block]);
            Affine.Forward(_z[block], Weights(++affine), Biases(affine), _x[block + 1]);
            for (var i = 0; i < _x[block].Length; i++) _x[block + 1][i] += _x[block][i];
        }

        Affine.Forward(_x[^1], Weights(++affine), Biases(affine), Logits);
    }

    /// <summary>Passes the gradient of the loss by the logits backward; afterwards <see cref="Gradients"/> is complete.</summary>
    public void Backward(ReadOnlySpan<float> inputs, ReadOnlySpan<float> dLogits)
    {
        Array.Clear(Gradients);
        var affine = _affine.Count - 1;
        float[] dx = new float[_x[0].Length], added = new float[dx.Length], dz = new float[_z[0].Length], du = new float[_u[0].Length];
        Affine.Backward(_x[^1], Weights(affine), dLogits, DWeights(affine), DBiases(affine), dx);
        for (var block = Blocks - 1; block >= 0; block--)
        {
            affine--;
            Affine.Backward(_z[block], Weights(affine), dx, DWeights(affine), DBiases(affine), dz);
            var own = Parameters.Length - Blocks + block;
            Gradients[own] = _unit.Backward(_u[block], dz, du, Parameters[own]);
            for (var half = _unit.Halves - 1; half >= 0; half--)
            {
                affine--;
                Affine.Backward(_x[block], Weights(affine), du.AsSpan(half * dz.Length, dz.Length), DWeights(affine), DBiases(affine), added);
                for (var i = 0; i < dx.Length; i++) dx[i] += added[i];
            }
        }

        Affine.Backward(inputs, Weights(0), dx, DWeights(0), DBiases(0), []);
    }

    private int Take(int start, int inputs, int outputs)
    {
        _affine.Add((start, inputs, outputs));
        return start + ((inputs + 1) * outputs);
    }

    private Span<float> Weights(int affine) => Parameters.AsSpan(_affine[affine].Start, _affine[affine].Inputs * _affine[affine].Outputs);

    private Span<float> Biases(int affine) => Parameters.AsSpan(_affine[affine].Start + (_affine[affine].Inputs * _affine[affine].Outputs), _affine[affine].Outputs);

    private Span<float> DWeights(int affine) => Gradients.AsSpan(_affine[affine].Start, _affine[affine].Inputs * _affine[affine].Outputs);

    private Span<float> DBiases(int affine) => Gradients.AsSpan(_affine[affine].Start + (_affine[affine].Inputs * _affine[affine].Outputs), _affine[affine].Outputs);
}
