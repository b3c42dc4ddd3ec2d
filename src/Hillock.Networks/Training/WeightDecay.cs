using System.Numerics;
using System.Runtime.InteropServices;

namespace Hillock.Networks;

/// <summary>Pulls weights to 0. Biases, normalisations and learned activation parameters are left alone: a decay of
/// PReLU's slope would pull it to ReLU (He et al. 2015, section 2.1).</summary>
internal static class WeightDecay
{
    /// <summary>Before the step of an optimiser: g ← g + λ·w, the gradient of λ/2·|W|², or w ← w − ε·λ·w where it
    /// decouples the decay from its step.</summary>
    public static void Apply(Optimizer optimizer, double decay, Span<float> weights, Span<float> gradients)
    {
        if (optimizer.DecouplesWeightDecay)
            AddScaled(weights, weights, (float)(-optimizer.LearningRate * decay));
        else
            AddScaled(gradients, weights, (float)decay);
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
