using Hillock.Networks;

namespace Hillock.Lab.Experiments.Glorot2010;

/// <summary>Looks at the hidden layers of a network with a fixed set of examples.</summary>
internal sealed class LayerWatch(Examples examples)
{
    private const double Percentile = 0.98;

    private readonly List<Notes> _layers = [];
    private readonly float[] _outputGradients = new float[examples.Count * examples.Outputs];

    /// <summary>What was seen of each layer.</summary>
    public IReadOnlyList<LayerCurve> Layers => [.. _layers.Select(layer => layer.Curve)];

    /// <summary>Passes the examples forward.</summary>
    public void Forward(DenseNetwork network) => network.Forward(examples.Inputs);

    /// <summary>Notes the activations and the gradients of each hidden layer.</summary>
    public void Look(DenseNetwork network)
    {
        var outputs = network.Forward(examples.Inputs);
        SoftmaxCrossEntropy.LossAndGradient(outputs, examples.Classes, examples.Outputs, _outputGradients);
        network.Backward(examples.Inputs, _outputGradients);
        var index = 0;
        foreach (var layer in network.HiddenLayers)
        {
            if (_layers.Count == index)
                _layers.Add(new());
            var activations = TensorStatistics.Of(layer.Activations);
            var notes = _layers[index];
            notes.Means.Add(activations.Mean);
            notes.Deviations.Add(activations.StandardDeviation);
            notes.Percentiles.Add(PercentileOfSizes(layer.Activations));
            notes.Gradients.Add(TensorStatistics.Of(layer.Gradients).StandardDeviation);
            notes.WeightGradients.Add(TensorStatistics.Of(layer.WeightGradients).StandardDeviation);
            index++;
        }
    }

    /// <summary>The 98th percentile of |value|.</summary>
    public static double PercentileOfSizes(ReadOnlySpan<float> values)
    {
        var sizes = new float[values.Length];
        for (var i = 0; i < sizes.Length; i++) sizes[i] = MathF.Abs(values[i]);
        Array.Sort(sizes);
        return sizes[(int)(Percentile * (sizes.Length - 1))];
    }

    private sealed class Notes
    {
        public List<double> Means { get; } = [];

        public List<double> Deviations { get; } = [];

        public List<double> Percentiles { get; } = [];

        public List<double> Gradients { get; } = [];

        public List<double> WeightGradients { get; } = [];

        public LayerCurve Curve => new(Means, Deviations, Percentiles, Gradients, WeightGradients);
    }
}
