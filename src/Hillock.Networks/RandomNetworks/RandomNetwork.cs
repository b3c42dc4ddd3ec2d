namespace Hillock.Networks.RandomNetworks;

/// <summary>Measures what signals and gradients do in one random network.</summary>
public static class RandomNetwork
{
    /// <summary>Draws a network, passes random examples forward and random gradients backward.</summary>
    /// <param name="settings">The network. Each example is N(0, 1) in every input, then scaled to mean square 1.</param>
    /// <param name="seed">From which weights, examples and gradients are drawn.</param>
    /// <returns>The hidden layers, input side first.</returns>
    /// <exception cref="ArgumentException">The settings make no network.</exception>
    public static IReadOnlyList<RandomLayer> Measure(RandomNetworkSettings settings, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var network = Draw(settings, seed);
        var inputs = Examples(settings, new(seed, stream: 1));
        network.Forward(inputs);
        network.Backward(inputs, Gradients(settings, new(seed, stream: 2)));
        return [.. network.HiddenLayers.Select((layer, index) => Measure(layer, index + 1, settings.OutputGradient))];
    }

    private static DenseNetwork Draw(RandomNetworkSettings settings, ulong seed)
    {
        int[] sizes = [.. Enumerable.Repeat(settings.Width, settings.Layers + 2)];
        var network = new DenseNetwork(sizes, settings.Activation, settings.Examples);
        var random = new SeededRandom(seed);
        network.Initialise(settings.Weights, random);
        if (settings.BiasDeviation > 0)
            foreach (var layer in network.HiddenLayers)
                random.FillNormal(layer.Biases, settings.BiasDeviation);
        return network;
    }

    private static float[] Examples(RandomNetworkSettings settings, SeededRandom random)
    {
        var examples = new float[settings.Examples * settings.Width];
        random.FillNormal(examples, 1);
        for (var start = 0; start < examples.Length; start += settings.Width)
        {
            var example = examples.AsSpan(start, settings.Width);
            var scale = (float)(1 / Math.Sqrt(TensorStatistics.Of(example).MeanSquare));
            foreach (ref var input in example) input *= scale;
        }

        return examples;
    }

    private static float[] Gradients(RandomNetworkSettings settings, SeededRandom random)
    {
        var gradients = new float[settings.Examples * settings.Width];
        random.FillNormal(gradients, settings.OutputGradient);
        return gradients;
    }

    private static RandomLayer Measure(DenseLayer layer, int number, double outputGradient)
    {
        var results = TensorStatistics.Of(layer.Activations);
        return new(
            number,
            TensorStatistics.Of(layer.PreActivations).MeanSquare,
            results.Mean,
            results.StandardDeviation * results.StandardDeviation,
            TensorStatistics.Of(layer.Gradients, 1 / outputGradient).MeanSquare);
    }
}
