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
        if (!layer.HasParametersPerUnit)
            return (double)CountSaturated(layer, 0, layer.PreActivations) / layer.PreActivations.Length;
        var count = Enumerable.Range(0, layer.Outputs).Sum(unit => CountSaturated(layer, unit, Column(layer, unit)));
        return (double)count / layer.PreActivations.Length;
    }

    private static int CountSaturated(DenseLayer layer, int unit, ReadOnlySpan<float> u)
    {
        var limit = Threshold * LargestSlope(layer, unit);
        return Slopes(layer, unit, u).Count(slope => MathF.Abs(slope) < limit);
    }

    private static float LargestSlope(DenseLayer layer, int unit) =>
        Slopes(layer, unit, Grid).Select(MathF.Abs).Where(float.IsFinite).DefaultIfEmpty(0).Max();

    private static float[] Column(DenseLayer layer, int unit)
    {
        var column = new float[layer.PreActivations.Length / layer.Outputs];
        for (var example = 0; example < column.Length; example++)
            column[example] = layer.PreActivations[example * layer.Outputs + unit];
        return column;
    }

    private static float[] Slopes(DenseLayer layer, int unit, ReadOnlySpan<float> x)
    {
        var slopes = new float[x.Length];
        layer.Activation!.Kernel<float>().Derivative(1, x, slopes, layer.ActivationParametersOf(unit));
        return slopes;
    }
}
