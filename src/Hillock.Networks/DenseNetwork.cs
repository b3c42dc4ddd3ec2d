using Hillock.Expressions;

namespace Hillock.Networks;

/// <summary>A dense feed-forward network: hidden layers with an activation each, and a linear output layer.</summary>
/// <remarks>
/// <para>All memory is taken once, for the largest batch; a pass forward or backward allocates nothing. A network
/// belongs to one thread at a time.</para>
/// <para>What an optimiser trains (weights, biases, scales and shifts of normalisations, and the learned parameters of
/// activations) is one row of numbers, <see cref="Parameters"/>. After each step of an optimiser
/// <see cref="ConstrainLearned"/> moves a learned activation parameter back to the nearest value of its
/// <see cref="ParameterDomain"/>: at least 1/1024 away from an end that is left out (or as near as its default), else to
/// the end itself.</para>
/// </remarks>
public sealed class DenseNetwork
{
    private readonly ParameterRow _row;
    private readonly float[] _state;
    private readonly DenseLayer[] _layers;
    private readonly PackedDeltas _packed;

    /// <summary>A network with the same activation in all hidden layers. Its weights are 0 until
    /// <see cref="Initialise"/>.</summary>
    /// <param name="sizes">Inputs, units of each hidden layer, outputs.</param>
    /// <param name="hidden">The activation of the hidden layers.</param>
    /// <param name="largestBatch">How many examples may pass at once.</param>
    public DenseNetwork(IReadOnlyList<int> sizes, Activation hidden, int largestBatch)
        : this(sizes, [.. Enumerable.Repeat(hidden, Math.Max(0, sizes.Count - 2))], largestBatch)
    {
    }

    /// <summary>A network with an activation for each hidden layer. Its weights are 0 until
    /// <see cref="Initialise"/>.</summary>
    /// <param name="sizes">Inputs, units of each hidden layer, outputs.</param>
    /// <param name="hidden">The activations of the hidden layers, input side first.</param>
    /// <param name="largestBatch">How many examples may pass at once.</param>
    public DenseNetwork(IReadOnlyList<int> sizes, IReadOnlyList<Activation> hidden, int largestBatch)
        : this(SettingsOf(sizes, hidden), largestBatch)
    {
    }

    /// <summary>A network of any shape. Its weights are 0 until <see cref="Initialise"/>.</summary>
    /// <param name="settings">The shape.</param>
    /// <param name="largestBatch">How many examples may pass at once.</param>
    /// <exception cref="ArgumentException">The settings make no network; the message says why.</exception>
    public DenseNetwork(NetworkSettings settings, int largestBatch)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(largestBatch);
        settings.Check();
        Settings = settings;
        LargestBatch = largestBatch;
        var builder = new NetworkBuilder(settings, largestBatch);
        (_layers, _row, _state, _packed) = (builder.Layers, builder.Row, builder.State, builder.Packed);
    }

    /// <summary>The shape.</summary>
    public NetworkSettings Settings { get; }

    /// <summary>All layers, input side first; the last one is linear.</summary>
    public IReadOnlyList<DenseLayer> Layers => _layers;

    /// <summary>The layers with an activation, input side first.</summary>
    public IEnumerable<DenseLayer> HiddenLayers => _layers.Take(_layers.Length - 1);

    /// <summary>How many values an example has.</summary>
    public int Inputs => _layers[0].Inputs;

    /// <summary>How many outputs the network has.</summary>
    public int Outputs => _layers[^1].Outputs;

    /// <summary>How many examples may pass at once.</summary>
    public int LargestBatch { get; }

    /// <summary>All that is trained: of each layer the weights, the biases, the scales and shifts of its normalisation
    /// and its learned activation parameters; at the end those that layers share.</summary>
    public Span<float> Parameters => _row.Values.Span;

    /// <summary>How many threads may share a pass; 1 unless set. Small layers are not shared, and results are the same
    /// bits for any number.</summary>
    public int Threads { get; set; } = 1;

    /// <summary>The gradient of the loss by each of <see cref="Parameters"/>, of the last <see cref="Backward"/>.
    /// </summary>
    public ReadOnlySpan<float> Gradients => _row.Gradients;

    /// <summary>The memory of parameters, gradients and everything that a pass leaves behind, in bytes.</summary>
    public long MemoryBytes => sizeof(float)
        * ((long)_row.Values.Length + _row.GradientsLength + _state.LongLength + _packed.Length
            + _layers.Sum(l => l.BufferLength));

    /// <summary>What training measures rather than learns: of each layer with batch normalisation the running means
    /// and variances.</summary>
    public Span<float> State => _state;

    internal Span<float> MutableGradients => _row.Gradients;

    /// <summary>Draws all weights, sets everything else to its first value, and starts the lots of dropout
    /// anew.</summary>
    public void Initialise(WeightInitialisation initialisation, SeededRandom random)
    {
        ArgumentNullException.ThrowIfNull(initialisation);
        Activation? source = null;
        foreach (var layer in _layers)
        {
            layer.Initialise(initialisation, source, random);
            source = layer.Activation;
        }

        foreach (var layer in _layers)
            layer.RestartDropout(random);
    }

    /// <summary>Passes examples forward.</summary>
    /// <param name="inputs">The examples, one row of <see cref="Inputs"/> values each; at most
    /// <see cref="LargestBatch"/>.</param>
    /// <param name="isTraining">Whether results are dropped, and batches normalised by their own statistics.</param>
    /// <returns>The outputs, one row of <see cref="Outputs"/> values an example, until the next pass.</returns>
    public ReadOnlySpan<float> Forward(ReadOnlySpan<float> inputs, bool isTraining = false)
    {
        var examples = CountExamples(inputs);
        foreach (var layer in _layers)
        {
            layer.Forward(inputs, examples, isTraining, Threads);
            inputs = layer.Results;
        }
        return inputs;
    }

    /// <summary>Passes the gradient of the loss backward; afterwards <see cref="Gradients"/> is complete.</summary>
    /// <param name="inputs">The examples that were passed forward last.</param>
    /// <param name="outputGradients">The gradient of the loss by the outputs, one row an example.</param>
    public void Backward(ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputGradients)
    {
        // Takes the memory for all of them, if it is not there.
        _ = _row.Gradients;
        PassBack(inputs, outputGradients, WeightPass.Keep);
    }

    /// <summary>Passes the gradient of the loss backward to the activations of each layer; the gradients by weights are
    /// left out.</summary>
    internal void BackwardToActivations(ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputGradients) =>
        PassBack(inputs, outputGradients, WeightPass.Skip);

    /// <summary>A backward pass with a step of the optimiser: each matrix of weights is moved while it is passed. The
    /// parameters are the same bits as after <see cref="Backward"/> and <see cref="Optimizer.Step"/>, but the gradients
    /// by weights are kept nowhere.</summary>
    internal void BackwardWithStep(
        ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputGradients, Optimizer optimizer, double weightDecay)
    {
        optimizer.BeginStep();
        PassBack(inputs, outputGradients, WeightPass.Update(optimizer, weightDecay));
        for (var i = 0; i < _row.Others.Count; i++)
        {
            var slice = _row.Others[i];
            optimizer.Update(slice.Start, slice.Values.Span, slice.Gradients.Span);
        }
    }

    /// <summary>The outputs for any number of examples.</summary>
    /// <param name="inputs">The examples, one row of <see cref="Inputs"/> values each.</param>
    /// <param name="outputs">Receives one row of <see cref="Outputs"/> values an example.</param>
    public void Predict(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        while (!inputs.IsEmpty)
        {
            var taken = Math.Min(LargestBatch * Inputs, inputs.Length);
            var part = Forward(inputs[..taken]);
            part.CopyTo(outputs);
            inputs = inputs[taken..];
            outputs = outputs[part.Length..];
        }
    }

    /// <summary>All numbers of the network that training sets, by the names that they have in files.</summary>
    internal IEnumerable<NamedTensor> Tensors() => _layers.SelectMany((layer, index) => layer.Tensors().Select(
        tensor => tensor with { Name = (index < _layers.Length - 1 ? $"hidden.{index}." : "output.") + tensor.Name }));

    /// <summary>Moves learned activation parameters back to what their domains allow.</summary>
    public void ConstrainLearned()
    {
        foreach (var layer in _layers)
            layer.ConstrainLearned();
    }

    private static NetworkSettings SettingsOf(IReadOnlyList<int> sizes, IReadOnlyList<Activation> hidden)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        ArgumentNullException.ThrowIfNull(hidden);
        if (sizes.Count < 2)
            throw new ArgumentException("A network has inputs and outputs, and at least one of each.", nameof(sizes));
        if (hidden.Count != sizes.Count - 2)
        {
            throw new ArgumentException(
                $"There must be one activation for each of the {sizes.Count - 2} hidden layers, not {hidden.Count}.",
                nameof(hidden));
        }

        return new()
        {
            Inputs = sizes[0],
            Hidden = [.. hidden.Select((activation, layer) => new LayerSettings(sizes[layer + 1], activation))],
            Outputs = sizes[^1],
        };
    }

    private void PassBack(ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputGradients, WeightPass pass)
    {
        var expected = _layers[^1].Results.Length;
        if (outputGradients.Length != expected || inputs.Length / Inputs * Outputs != expected)
            throw new ArgumentException("There must be one gradient for each output.", nameof(outputGradients));
        foreach (var layer in _layers)
            layer.ClearLearnedGradients();
        outputGradients.CopyTo(_layers[^1].OutputGradients);
        for (var i = _layers.Length - 1; i > 0; i--)
            _layers[i].Backward(_layers[i - 1].Results, _layers[i - 1].OutputGradients, pass, Threads);
        _layers[0].Backward(inputs, [], pass, Threads);
    }

    private int CountExamples(ReadOnlySpan<float> inputs)
    {
        var examples = inputs.Length / Inputs;
        if (examples * Inputs != inputs.Length || examples < 1 || examples > LargestBatch)
        {
            throw new ArgumentException(
                $"Inputs must be 1 to {LargestBatch} rows of {Inputs} values.", nameof(inputs));
        }
        return examples;
    }
}
