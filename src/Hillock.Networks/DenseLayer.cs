using System.Numerics;
using System.Runtime.InteropServices;
using Hillock.Kernels;
using Hillock.Networks.Products;

namespace Hillock.Networks;

/// <summary>One layer of a <see cref="DenseNetwork"/>: u = xW + b, then f(u).</summary>
/// <remarks>
/// Examples are rows: x is examples × inputs, W inputs × outputs, u examples × outputs, all row-major. What
/// <see cref="PreActivations"/>, <see cref="Activations"/> and <see cref="Gradients"/> hold is overwritten by the next
/// pass through the network.
/// </remarks>
public sealed class DenseLayer
{
    private readonly Memory<float> _parameters;
    private readonly Memory<float> _gradients;
    private readonly ActivationKernel<float>? _kernel;
    private readonly LearnedParameters? _learned;
    private readonly float[] _preActivations;
    private readonly float[] _activations;
    private readonly float[] _deltas;
    private int _examples;

    internal DenseLayer(
        int inputs, int outputs, Activation? activation, int largestBatch,
        Memory<float> parameters, Memory<float> gradients)
    {
        Inputs = inputs;
        Outputs = outputs;
        Activation = activation;
        _parameters = parameters;
        _gradients = gradients;
        _preActivations = new float[largestBatch * outputs];
        _deltas = new float[largestBatch * outputs];
        if (activation is null)
        {
            _activations = _preActivations;
            return;
        }
        _activations = new float[largestBatch * outputs];
        _kernel = activation.Kernel<float>();
        _learned = new(activation);
        _learned.SetToDefaults(Learned);
    }

    /// <summary>How many values an example has that enters.</summary>
    public int Inputs { get; }

    /// <summary>How many units the layer has.</summary>
    public int Outputs { get; }

    /// <summary>The activation f, or null where the layer is linear.</summary>
    public Activation? Activation { get; }

    /// <summary>The weights W, inputs × outputs: the weights of one input to all units are side by side.</summary>
    public Span<float> Weights => _parameters.Span[..(Inputs * Outputs)];

    /// <summary>The biases b.</summary>
    public Span<float> Biases => _parameters.Span.Slice(Inputs * Outputs, Outputs);

    /// <summary>The activation's learned parameters, in the order of <see cref="Activation.Parameters"/>.</summary>
    public Span<float> Learned => _parameters.Span[((Inputs + 1) * Outputs)..];

    /// <summary>The value of every parameter of the activation, learned or not, as kernels take them.</summary>
    public ReadOnlySpan<double> ActivationParameters => _learned is null ? default : _learned.Values;

    /// <summary>Whether the activation's parameters, as of the last pass, are finite: a network that diverges may
    /// learn others, and its activations are then NaN.</summary>
    public bool HasFiniteActivationParameters => _learned is null || _learned.AreFinite;

    /// <summary>u of the examples passed forward last.</summary>
    public ReadOnlySpan<float> PreActivations => _preActivations.AsSpan(0, _examples * Outputs);

    /// <summary>f(u) of the examples passed forward last.</summary>
    public ReadOnlySpan<float> Activations => _activations.AsSpan(0, _examples * Outputs);

    /// <summary>∂L/∂u of the examples passed backward last.</summary>
    public ReadOnlySpan<float> Gradients => _deltas.AsSpan(0, _examples * Outputs);

    /// <summary>∂L/∂W of the last backward pass.</summary>
    public ReadOnlySpan<float> WeightGradients => _gradients.Span[..(Inputs * Outputs)];

    /// <summary>∂L/∂b of the last backward pass.</summary>
    public ReadOnlySpan<float> BiasGradients => _gradients.Span.Slice(Inputs * Outputs, Outputs);

    /// <summary>The derivatives of L by the learned parameters, of the last backward pass.</summary>
    public ReadOnlySpan<float> LearnedGradients => _gradients.Span[((Inputs + 1) * Outputs)..];

    /// <summary>Where a later layer, or the loss, puts ∂L/∂f(u) before <see cref="Backward"/>.</summary>
    internal Span<float> OutputGradients => _deltas.AsSpan(0, _examples * Outputs);

    /// <summary>The learned parameters by name.</summary>
    public IReadOnlyDictionary<string, double> LearnedByName()
    {
        var values = new Dictionary<string, double>();
        for (var i = 0; i < Learned.Length; i++)
            values[_learned!.Name(i)] = Learned[i];
        return values;
    }

    internal static int ParameterCount(int inputs, int outputs, Activation? activation) =>
        (inputs + 1) * outputs + (activation?.Parameters.Count(parameter => parameter.Learned) ?? 0);

    internal void Initialise(WeightInitialisation initialisation, Activation? source, SeededRandom random)
    {
        initialisation.Draw(Weights, Inputs, Outputs, source, random);
        Biases.Clear();
        _learned?.SetToDefaults(Learned);
    }

    internal void Forward(ReadOnlySpan<float> inputs, int exampleCount)
    {
        _examples = exampleCount;
        var u = _preActivations.AsSpan(0, _examples * Outputs);
        MatrixProduct.Multiply(inputs, Weights, Biases, u, _examples, Inputs, Outputs);
        if (_kernel is null)
            return;
        _learned!.Load(Learned);
        if (_learned.AreFinite)
            _kernel.Value(u, _activations.AsSpan(0, u.Length), _learned.Values);
        else
            _activations.AsSpan(0, u.Length).Fill(float.NaN);
    }

    /// <summary>Turns <see cref="OutputGradients"/> into ∂L/∂u and computes all gradients of this layer, and ∂L/∂x
    /// unless <paramref name="inputGradients"/> is empty.</summary>
    internal void Backward(ReadOnlySpan<float> inputs, Span<float> inputGradients)
    {
        var delta = OutputGradients;
        BackwardThroughActivation(delta);
        MatrixProduct.MultiplyTransposed(
            inputs, delta, _gradients.Span[..(Inputs * Outputs)], Inputs, _examples, Outputs);
        SumRows(delta, _gradients.Span.Slice(Inputs * Outputs, Outputs));
        if (!inputGradients.IsEmpty)
            MatrixProduct.MultiplyByTransposed(delta, Weights, inputGradients, _examples, Outputs, Inputs);
    }

    internal void ConstrainLearned() => _learned?.Constrain(Learned);

    private void BackwardThroughActivation(Span<float> delta)
    {
        if (_kernel is null)
            return;
        if (!_learned!.AreFinite)
        {
            delta.Fill(float.NaN);
            _gradients.Span[((Inputs + 1) * Outputs)..].Fill(float.NaN);
        }
        else if (_learned.Count == 0)
            _kernel.Backward(PreActivations, delta, delta, _learned.Values);
        else
        {
            _kernel.Backward(PreActivations, delta, delta, _learned.Values, _learned.ClearedGradients());
            _learned.StoreGradients(_gradients.Span[((Inputs + 1) * Outputs)..]);
        }
    }

    private static void SumRows(ReadOnlySpan<float> rows, Span<float> sums)
    {
        sums.Clear();
        var vectorSums = MemoryMarshal.Cast<float, Vector<float>>(sums);
        for (; !rows.IsEmpty; rows = rows[sums.Length..])
        {
            var vectors = MemoryMarshal.Cast<float, Vector<float>>(rows[..sums.Length]);
            for (var i = 0; i < vectors.Length; i++)
                vectorSums[i] += vectors[i];
            for (var i = vectors.Length * Vector<float>.Count; i < sums.Length; i++)
                sums[i] += rows[i];
        }
    }
}
