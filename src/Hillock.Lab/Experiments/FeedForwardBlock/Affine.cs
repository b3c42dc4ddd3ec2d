using System.Numerics;

namespace Hillock.Lab.Experiments.FeedForwardBlock;

/// <summary>y = xW + b for rows x, and its gradients; weights lie inputs × outputs.</summary>
internal static class Affine
{
    /// <summary>Adds nothing to <paramref name="y"/>: overwrites it.</summary>
    public static void Forward(ReadOnlySpan<float> x, ReadOnlySpan<float> weights, ReadOnlySpan<float> biases, Span<float> y)
    {
        var (outputs, inputs) = (biases.Length, weights.Length / biases.Length);
        for (var row = 0; row < y.Length / outputs; row++)
        {
            var result = y.Slice(row * outputs, outputs);
            biases.CopyTo(result);
            for (var i = 0; i < inputs; i++)
                AddScaled(result, weights.Slice(i * outputs, outputs), x[(row * inputs) + i]);
        }
    }

    /// <summary>Adds to the gradients by weights and biases, and overwrites those by x, unless they are not wanted.</summary>
    public static void Backward(
        ReadOnlySpan<float> x, ReadOnlySpan<float> weights, ReadOnlySpan<float> dy, Span<float> dWeights, Span<float> dBiases, Span<float> dx)
    {
        var (outputs, inputs) = (dBiases.Length, weights.Length / dBiases.Length);
        for (var row = 0; row < dy.Length / outputs; row++)
        {
            var gradient = dy.Slice(row * outputs, outputs);
            AddScaled(dBiases, gradient, 1);
            for (var i = 0; i < inputs; i++)
            {
                AddScaled(dWeights.Slice(i * outputs, outputs), gradient, x[(row * inputs) + i]);
                if (!dx.IsEmpty) dx[(row * inputs) + i] = Product(weights.Slice(i * outputs, outputs), gradient);
            }
        }
    }

    private static void AddScaled(Span<float> sum, ReadOnlySpan<float> values, float factor)
    {
        if (factor == 0) return;
        var i = 0;
        for (; i <= sum.Length - Vector<float>.Count; i += Vector<float>.Count)
            (new Vector<float>(sum[i..]) + (factor * new Vector<float>(values[i..]))).CopyTo(sum[i..]);
        for (; i < sum.Length; i++) sum[i] += factor * values[i];
    }

    private static float Product(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var (sums, i) = (Vector<float>.Zero, 0);
        for (; i <= a.Length - Vector<float>.Count; i += Vector<float>.Count)
            sums += new Vector<float>(a[i..]) * new Vector<float>(b[i..]);
        var sum = Vector.Sum(sums);
        for (; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }
}
