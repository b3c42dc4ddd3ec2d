namespace Hillock.Lab.Experiments.Glorot2010;

/// <summary>Shares of activations in equal bins over [−1, 1].</summary>
internal static class ActivationHistogram
{
    public const int Bins = 80;

    /// <summary>The edges of the bins.</summary>
    public static readonly IReadOnlyList<double> Edges = [.. Enumerable.Range(0, Bins + 1).Select(i => -1 + (2.0 * i / Bins))];

    /// <summary>The share in each bin; what lies outside counts with the outermost.</summary>
    public static IReadOnlyList<double> Of(ReadOnlySpan<float> values)
    {
        var counts = new double[Bins];
        foreach (var value in values)
            counts[Math.Clamp((int)((value + 1) * Bins / 2), 0, Bins - 1)]++;
        for (var i = 0; i < Bins; i++) counts[i] /= values.Length;
        return counts;
    }

    /// <summary>The share of values with a size between two bounds.</summary>
    public static double ShareBetween(IReadOnlyList<double> histogram, double low, double high) =>
        histogram.Where((_, bin) => Math.Abs(Edges[bin] + Edges[bin + 1]) / 2 is var size && size > low && size < high).Sum();
}
