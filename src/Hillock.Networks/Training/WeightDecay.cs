using System.Numerics;
using System.Runtime.InteropServices;

namespace Hillock.Networks;

/// <summary>Pulls weights to 0. Biases, normalisations and learned activation parameters are left alone: a decay of
/// PReLU's slope would pull it to ReLU (He et al. 2015, section 2.1).</summary>
internal static class WeightDecay
{
    // By index: an enumerator would be allocated at each step.

    /// <summary>The gradient of λ/2·|W|²: g ← g + λ·w.</summary>
    public static void AddToGradients(DenseNetwork network, double decay)
    {
        for (var i = 0; i < network.Layers.Count; i++)
            AddScaled(network.Layers[i].MutableWeightGradients, network.Layers[i].Weights, (float)decay);
    }

    /// <summary>w ← w − ε·λ·w.</summary>
    public static void Shrink(DenseNetwork network, double rate, double decay)
    {
        for (var i = 0; i < network.Layers.Count; i++)
            AddScaled(network.Layers[i].Weights, network.Layers[i].Weights, (float)(-rate * decay));
    }

    private static void AddScaled(Span<float> sums, ReadOnlySpan<float> values, float scale)
    {
        var vectorSums = MemoryMarshal.Cast<float, Vector<float>>(sums);
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(values);
        for (var i = 0; i < vectors.Length; i++)
            vectorSums[i] += vectors[i] * scale;
        for (var i = vectors.Length * Vector<float>.Count; i < sums.Length; i++)
            sums[i] += values[i] * scale;
    }
}
