namespace Hillock.Networks;

/// <summary>Finds units so far out that almost no gradient passes through their activation.</summary>
internal static class Saturation
{
    /// <summary>A slope below this part of the largest one counts as saturated.</summary>
    private const float Threshold = 0.01f;
    private const int Reach = 20;
    private const int PointsPerUnit = 100;

    private static readonly float[] Grid =
    [
        .. Enumerable.Range(-Reach * PointsPerUnit, 2 * Reach * PointsPerUnit + 1)
            .Select(i => (float)i / PointsPerUnit),
    ];

    /// <summary>The share of the layer's pre-activations with |f′(u)| below one hundredth of the largest |f′|, which
    /// is that of a grid over [−20, 20] with the current parameters. NaN where they diverged.</summary>
    public static double ShareSaturated(DenseLayer layer)
    {
        if (!layer.HasFiniteActivationParameters)
            return double.NaN;
        var limit = Threshold * LargestSlope(layer);
        var slopes = Slopes(layer, layer.PreActivations);
        return (double)slopes.Count(slope => MathF.Abs(slope) < limit) / slopes.Length;
    }

    private static float LargestSlope(DenseLayer layer) =>
        Slopes(layer, Grid).Select(MathF.Abs).Where(float.IsFinite).DefaultIfEmpty(0).Max();

    private static float[] Slopes(DenseLayer layer, ReadOnlySpan<float> x)
    {
        var slopes = new float[x.Length];
        layer.Activation!.Kernel<float>().Derivative(1, x, slopes, layer.ActivationParameters);
        return slopes;
    }
}
