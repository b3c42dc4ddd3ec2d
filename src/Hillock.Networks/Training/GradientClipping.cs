namespace Hillock.Networks;

/// <summary>Shortens gradients that are too long.</summary>
/// <remarks>Pascanu, Mikolov and Bengio 2013, "On the difficulty of training recurrent neural networks", algorithm 1:
/// where |g| over all parameters is above the limit c, g ← g·c/|g|. A gradient that is not finite stays so and shows as
/// a divergence.</remarks>
internal static class GradientClipping
{
    public static void Clip(Span<float> gradients, double largestNorm)
    {
        var norm = Norm(gradients);
        if (!(norm > largestNorm))
            return;
        var scale = (float)(largestNorm / norm);
        foreach (ref var gradient in gradients)
            gradient *= scale;
    }

    // Four sums run beside each other; one would wait for each addition. The order is the same on every machine.
    private static double Norm(ReadOnlySpan<float> gradients)
    {
        double a = 0, b = 0, c = 0, d = 0;
        var i = 0;
        for (; i + 3 < gradients.Length; i += 4)
        {
            a += (double)gradients[i] * gradients[i];
            b += (double)gradients[i + 1] * gradients[i + 1];
            c += (double)gradients[i + 2] * gradients[i + 2];
            d += (double)gradients[i + 3] * gradients[i + 3];
        }

        for (; i < gradients.Length; i++)
            a += (double)gradients[i] * gradients[i];
        return Math.Sqrt(a + b + c + d);
    }
}
