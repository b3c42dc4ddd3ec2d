using Hillock.Networks;

namespace Hillock.Lab.Experiments.Sparsity;

/// <summary>How many results of hidden units are at work.</summary>
/// <param name="ShareNotZero">The share that is not exactly 0.</param>
/// <param name="ShareLarge">The share above a tenth of the layer's root mean square, in size.</param>
internal sealed record ActiveUnits(double ShareNotZero, double ShareLarge)
{
    private const float Large = 0.1f;

    /// <summary>Counts over all examples and all hidden units.</summary>
    public static ActiveUnits Of(DenseNetwork network, Examples examples)
    {
        var (notZero, large, all) = (0L, 0L, 0L);
        ForEachChunk(network, examples, () =>
        {
            foreach (var layer in network.HiddenLayers)
            {
                var results = layer.Activations;
                var limit = Large * (float)Math.Sqrt(TensorStatistics.Of(results).MeanSquare);
                foreach (var result in results)
                {
                    notZero += result != 0 ? 1 : 0;
                    large += MathF.Abs(result) > limit ? 1 : 0;
                }

                all += results.Length;
            }
        });
        return new((double)notZero / all, (double)large / all);
    }

    /// <summary>The units, numbered through all hidden layers, whose pre-activation is positive for no example: where relu
    /// gives 0 always, and hands no gradient back.</summary>
    public static IReadOnlySet<int> DeadUnits(DenseNetwork network, Examples examples)
    {
        var alive = new HashSet<int>();
        ForEachChunk(network, examples, () =>
        {
            var before = 0;
            foreach (var layer in network.HiddenLayers)
            {
                for (var i = 0; i < layer.PreActivations.Length; i++)
                    if (layer.PreActivations[i] > 0)
                        alive.Add(before + (i % layer.Outputs));
                before += layer.Outputs;
            }
        });
        return Enumerable.Range(0, network.HiddenLayers.Sum(layer => layer.Outputs)).Where(unit => !alive.Contains(unit)).ToHashSet();
    }

    private static void ForEachChunk(DenseNetwork network, Examples examples, Action look)
    {
        for (var first = 0; first < examples.Count; first += network.LargestBatch)
        {
            var count = Math.Min(network.LargestBatch, examples.Count - first);
            network.Forward(examples.Inputs.AsSpan(first * examples.Features, count * examples.Features));
            look();
        }
    }
}
