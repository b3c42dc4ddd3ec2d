namespace Hillock.Networks;

/// <summary>Looks into the hidden layers of networks with a fixed set of examples, as Glorot and Bengio did with
/// 300.</summary>
public sealed class LayerProbe
{
    /// <summary>How many examples are looked at where there are as many.</summary>
    public const int MostExamples = 300;

    private readonly MiniBatch _batch;

    /// <summary>Takes up to <see cref="MostExamples"/> of the examples, evenly spaced.</summary>
    public LayerProbe(Examples examples)
    {
        ArgumentNullException.ThrowIfNull(examples);
        var count = Math.Min(examples.Count, MostExamples);
        _batch = new(examples, count);
        _batch.Gather([.. Enumerable.Range(0, count).Select(i => (int)((long)i * examples.Count / count))]);
    }

    /// <summary>The statistics of each hidden layer, input side first. Overwrites what the network's last passes left
    /// behind, but no parameter of it.</summary>
    /// <exception cref="ArgumentException">The network's largest batch is smaller than the set.</exception>
    public IReadOnlyList<LayerStatistics> Measure(DenseNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        _batch.ComputeGradients(network, isTraining: false);
        return [.. network.HiddenLayers.Select((layer, index) => Measure(layer, index + 1))];
    }

    private LayerStatistics Measure(DenseLayer layer, int number) => new(
        number,
        TensorStatistics.Of(layer.PreActivations),
        TensorStatistics.Of(layer.Activations),
        // The loss is a mean over the set; each example's own loss does not depend on the size of the set.
        TensorStatistics.Of(layer.Gradients, _batch.Count),
        (double)layer.Activations.Count(0f) / layer.Activations.Length,
        Saturation.ShareSaturated(layer));
}
