using System.Numerics;
using System.Runtime.InteropServices;
using Hillock.Networks.Products;

namespace Hillock.Networks;

/// <summary>One layer of a <see cref="DenseNetwork"/>: u = N(xW + b), then D(f(u)), plus x where it is residual.
/// N normalises and D drops, where the layer's settings say so.</summary>
/// <remarks>
/// Examples are rows: x is examples × inputs, W inputs × outputs, u examples × outputs, all row-major. What
/// <see cref="PreActivations"/>, <see cref="Activations"/>, <see cref="Results"/> and <see cref="Gradients"/> hold is
/// overwritten by the next pass through the network.
/// </remarks>
public sealed class DenseLayer
{
    private readonly ParameterSlice _affine;
    private readonly ParameterSlice _learned;
    private readonly LayerActivation? _activation;
    private readonly Normalisation? _normalisation;
    private readonly Dropout? _dropout;
    private readonly float[] _preActivations;
    private readonly float[] _activations;
    private readonly float[] _results;
    private readonly float[] _deltas;
    private readonly float[] _affineDeltas;
    private readonly float[] _skippedDeltas = [];
    private int _examples;

    /// <summary>A hidden layer, or the linear output layer where there are no settings.</summary>
    internal DenseLayer(
        int inputs, int outputs, LayerSettings? settings, ParameterScope scope, int largestBatch,
        ParameterSlice affine, ParameterSlice normalisation, ParameterSlice learned, Memory<float> state)
    {
        Inputs = inputs;
        Outputs = outputs;
        Settings = settings;
        _affine = affine;
        _learned = learned;
        var count = largestBatch * outputs;
        _preActivations = _activations = _results = new float[count];
        _deltas = _affineDeltas = new float[count];
        if (settings is null)
            return;
        _activations = _results = new float[count];
        _activation = LayerActivation.Create(settings.Activation, learned, outputs, scope);
        _activation.SetToDefaults();
        _normalisation = Normalisation.Create(
            settings.Normalisation, normalisation, state, outputs, largestBatch);
        if (_normalisation is not null)
            _affineDeltas = new float[count];
        _normalisation?.Initialise();
        if (settings.Dropout > 0)
            _dropout = new(settings.Dropout, settings.AlphaDropout, count);
        if (!settings.Residual)
            return;
        _results = new float[count];
        _skippedDeltas = new float[count];
    }

    /// <summary>How many values an example has that enters.</summary>
    public int Inputs { get; }

    /// <summary>How many units the layer has.</summary>
    public int Outputs { get; }

    /// <summary>What the layer is made of, or null for the linear output layer.</summary>
    public LayerSettings? Settings { get; }

    /// <summary>The activation f, or null where the layer is linear.</summary>
    public Activation? Activation => Settings?.Activation;

    /// <summary>The weights W, inputs × outputs: the weights of one input to all units are side by side.</summary>
    public Span<float> Weights => _affine.Values.Span[..(Inputs * Outputs)];

    /// <summary>The biases b.</summary>
    public Span<float> Biases => _affine.Values.Span[(Inputs * Outputs)..];

    /// <summary>The activation's learned parameters, in the order of <see cref="Activation.Parameters"/>; unit by unit
    /// where each unit has its own.</summary>
    public Span<float> Learned => _learned.Values.Span;

    /// <summary>Whether the activation's parameters, as of the last pass, are finite: a network that diverges may
    /// learn others, and its activations are then NaN.</summary>
    public bool HasFiniteActivationParameters => _activation is null || _activation.AreParametersFinite;

    /// <summary>Whether each unit has activation parameters of its own.</summary>
    public bool HasParametersPerUnit => _activation is { IsPerUnit: true };

    /// <summary>u of the examples passed forward last.</summary>
    public ReadOnlySpan<float> PreActivations => _preActivations.AsSpan(0, _examples * Outputs);

    /// <summary>f(u) of the examples passed forward last; in training after dropout.</summary>
    public ReadOnlySpan<float> Activations => _activations.AsSpan(0, _examples * Outputs);

    /// <summary>What the next layer takes: <see cref="Activations"/>, plus the inputs where the layer is
    /// residual.</summary>
    public ReadOnlySpan<float> Results => _results.AsSpan(0, _examples * Outputs);

    /// <summary>∂L/∂u of the examples passed backward last.</summary>
    public ReadOnlySpan<float> Gradients => _deltas.AsSpan(0, _examples * Outputs);

    /// <summary>∂L/∂W of the last backward pass.</summary>
    public ReadOnlySpan<float> WeightGradients => MutableWeightGradients;

    /// <summary>∂L/∂b of the last backward pass.</summary>
    public ReadOnlySpan<float> BiasGradients => _affine.Gradients.Span[(Inputs * Outputs)..];

    /// <summary>The derivatives of L by the learned parameters, of the last backward pass.</summary>
    public ReadOnlySpan<float> LearnedGradients => _learned.Gradients.Span;

    internal Span<float> MutableWeightGradients => _affine.Gradients.Span[..(Inputs * Outputs)];

    /// <summary>Where a later layer, or the loss, puts the gradient by <see cref="Results"/> before
    /// <see cref="Backward"/>.</summary>
    internal Span<float> OutputGradients => _deltas.AsSpan(0, _examples * Outputs);

    /// <summary>The value of every parameter of a unit's activation, learned or not, as kernels take them.</summary>
    public ReadOnlySpan<double> ActivationParametersOf(int unit) =>
        _activation is null ? default : _activation.ParametersOf(unit);

    /// <summary>The learned parameters by name; means over the units where each has its own.</summary>
    public IReadOnlyDictionary<string, double> LearnedByName() =>
        _activation?.LearnedByName() ?? new Dictionary<string, double>();

    internal void Initialise(WeightInitialisation initialisation, Activation? source, SeededRandom random)
    {
        initialisation.Draw(Weights, Inputs, Outputs, source, random);
        Biases.Clear();
        _activation?.SetToDefaults();
        _normalisation?.Initialise();
    }

    /// <summary>All numbers of the layer that training sets.</summary>
    internal IEnumerable<NamedTensor> Tensors()
    {
        yield return new("weights", [Inputs, Outputs], _affine.Values[..(Inputs * Outputs)]);
        yield return new("biases", [Outputs], _affine.Values[(Inputs * Outputs)..]);
        foreach (var tensor in _normalisation?.Tensors() ?? [])
            yield return tensor;
        if (_learned.Values.Length > 0)
            yield return new("learned", [_learned.Values.Length], _learned.Values);
    }

    internal void RestartDropout(SeededRandom random)
    {
        if (_dropout is not null)
            _dropout.Restart(new(random.NextBits()));
    }

    internal void Forward(ReadOnlySpan<float> inputs, int exampleCount, bool isTraining)
    {
        _examples = exampleCount;
        var u = _preActivations.AsSpan(0, _examples * Outputs);
        MatrixProduct.Multiply(inputs, Weights, Biases, u, _examples, Inputs, Outputs);
        _normalisation?.Forward(u, isTraining);
        if (_activation is null)
            return;
        var activations = _activations.AsSpan(0, u.Length);
        _activation.Forward(u, activations);
        _dropout?.Forward(activations, isTraining);
        if (Settings!.Residual)
            Add(inputs, activations, _results.AsSpan(0, u.Length));
    }

    /// <summary>Turns <see cref="OutputGradients"/> into ∂L/∂u and computes all gradients of this layer, and ∂L/∂x
    /// unless <paramref name="inputGradients"/> is empty. To the gradients of learned activation parameters it
    /// adds.</summary>
    internal void Backward(ReadOnlySpan<float> inputs, Span<float> inputGradients)
    {
        var delta = OutputGradients;
        var skipped = _skippedDeltas.AsSpan(0, Settings is { Residual: true } ? delta.Length : 0);
        delta[..skipped.Length].CopyTo(skipped);
        _dropout?.Backward(delta);
        _activation?.Backward(PreActivations, delta);
        var affineDelta = _affineDeltas.AsSpan(0, delta.Length);
        _normalisation?.Backward(delta, affineDelta);
        MatrixProduct.MultiplyTransposed(inputs, affineDelta, MutableWeightGradients, Inputs, _examples, Outputs);
        SumRows(affineDelta, _affine.Gradients.Span[(Inputs * Outputs)..]);
        if (inputGradients.IsEmpty)
            return;
        MatrixProduct.MultiplyByTransposed(affineDelta, Weights, inputGradients, _examples, Outputs, Inputs);
        if (!skipped.IsEmpty)
            Add(inputGradients, skipped, inputGradients);
    }

    /// <summary>How many numbers the layer keeps for a pass, parameters and gradients apart.</summary>
    internal long BufferLength
    {
        get
        {
            float[][] buffers =
                [_preActivations, _activations, _results, _deltas, _affineDeltas, _skippedDeltas];
            // Layers that do less use one buffer for two things.
            return buffers.Distinct().Sum(buffer => buffer.LongLength)
                + (_normalisation?.BufferLength ?? 0) + (_dropout?.BufferLength ?? 0);
        }
    }

    internal void ClearLearnedGradients() => _learned.Gradients.Span.Clear();

    internal void ConstrainLearned() => _activation?.Constrain();

    private static void Add(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> sums)
    {
        var vectorsA = MemoryMarshal.Cast<float, Vector<float>>(a);
        var vectorsB = MemoryMarshal.Cast<float, Vector<float>>(b);
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(sums);
        for (var i = 0; i < vectors.Length; i++)
            vectors[i] = vectorsA[i] + vectorsB[i];
        for (var i = vectors.Length * Vector<float>.Count; i < sums.Length; i++)
            sums[i] = a[i] + b[i];
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
