namespace Hillock.Networks;

/// <summary>Some of the examples, gathered side by side; its memory is used again for each batch.</summary>
internal sealed class MiniBatch
{
    private readonly Examples source;
    private readonly float[] inputs;
    private readonly int[] classes;
    private readonly float[] targets;
    private readonly float[] outputGradients;

    public MiniBatch(Examples source, int largest)
    {
        this.source = source;
        inputs = new float[largest * source.Features];
        classes = new int[source.IsClassification ? largest : 0];
        targets = new float[source.IsClassification ? 0 : largest * source.Outputs];
        outputGradients = new float[largest * source.Outputs];
    }

    public int Count { get; private set; }

    public ReadOnlySpan<float> Inputs => inputs.AsSpan(0, Count * source.Features);

    public void Gather(ReadOnlySpan<int> indices)
    {
        Count = indices.Length;
        for (var i = 0; i < indices.Length; i++)
        {
            source.Inputs.AsSpan(indices[i] * source.Features, source.Features)
                .CopyTo(inputs.AsSpan(i * source.Features));
            if (source.IsClassification)
                classes[i] = source.Classes[indices[i]];
            else
                source.Targets.Slice(indices[i] * source.Outputs, source.Outputs)
                    .CopyTo(targets.AsSpan(i * source.Outputs));
        }
    }

    /// <summary>Passes the batch through the network, forward and backward.</summary>
    /// <returns>The mean loss of the batch.</returns>
    public double ComputeGradients(DenseNetwork network)
    {
        var outputs = network.Forward(Inputs);
        var gradient = outputGradients.AsSpan(0, outputs.Length);
        var loss = source.IsClassification
            ? SoftmaxCrossEntropy.LossAndGradient(outputs, classes.AsSpan(0, Count), source.Outputs, gradient)
            : MeanSquaredError.LossAndGradient(outputs, targets.AsSpan(0, outputs.Length), gradient);
        network.Backward(Inputs, gradient);
        return loss;
    }
}
