namespace Hillock.Networks;

/// <summary>Some of the examples, gathered side by side; its memory is used again for each batch.</summary>
internal sealed class MiniBatch
{
    private readonly Examples _source;
    private readonly float[] _inputs;
    private readonly int[] _classes;
    private readonly float[] _targets;
    private readonly float[] _outputGradients;

    public MiniBatch(Examples source, int largest)
    {
        _source = source;
        _inputs = new float[largest * source.Features];
        _classes = new int[source.IsClassification ? largest : 0];
        _targets = new float[source.IsClassification ? 0 : largest * source.Outputs];
        _outputGradients = new float[largest * source.Outputs];
    }

    public int Count { get; private set; }

    public long MemoryBytes => sizeof(float)
        * (_inputs.LongLength + _classes.LongLength + _targets.LongLength + _outputGradients.LongLength);

    public ReadOnlySpan<float> Inputs => _inputs.AsSpan(0, Count * _source.Features);

    public void Gather(ReadOnlySpan<int> indices)
    {
        Count = indices.Length;
        for (var i = 0; i < indices.Length; i++)
        {
            _source.Inputs.AsSpan(indices[i] * _source.Features, _source.Features)
                .CopyTo(_inputs.AsSpan(i * _source.Features));
            if (_source.IsClassification)
                _classes[i] = _source.Classes[indices[i]];
            else
                _source.Targets.Slice(indices[i] * _source.Outputs, _source.Outputs)
                    .CopyTo(_targets.AsSpan(i * _source.Outputs));
        }
    }

    /// <summary>The gradient of the loss by the outputs of the last forward pass.</summary>
    public ReadOnlySpan<float> OutputGradients => _outputGradients.AsSpan(0, Count * _source.Outputs);

    /// <summary>Passes the batch forward and computes <see cref="OutputGradients"/>.</summary>
    /// <returns>The mean loss of the batch.</returns>
    public double Forward(DenseNetwork network, bool isTraining)
    {
        var outputs = network.Forward(Inputs, isTraining);
        var gradient = _outputGradients.AsSpan(0, outputs.Length);
        return _source.IsClassification
            ? SoftmaxCrossEntropy.LossAndGradient(outputs, _classes.AsSpan(0, Count), _source.Outputs, gradient)
            : MeanSquaredError.LossAndGradient(outputs, _targets.AsSpan(0, outputs.Length), gradient);
    }
}
