namespace Hillock.Lab.Experiments.Shared;

/// <summary>The value in the middle.</summary>
internal static class Median
{
    /// <summary>The middle one of the values, or the mean of the two in the middle.</summary>
    public static double Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
