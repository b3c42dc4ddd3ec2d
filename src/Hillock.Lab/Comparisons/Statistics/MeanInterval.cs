namespace Hillock.Lab.Comparisons.Statistics;

/// <summary>Means with their 95 % interval.</summary>
public static class MeanInterval
{
    /// <summary>The mean of the values with the 95 % interval of Student's t; a single value has no width.</summary>
    public static MeanWithInterval Of(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfZero(values.Count, nameof(values));
        var mean = values.Average();
        if (values.Count == 1)
            return new MeanWithInterval(mean, mean, mean, 1);
        var half = StudentT.Quantile(0.975, values.Count - 1) * StandardError(values);
        return new MeanWithInterval(mean, mean - half, mean + half, values.Count);
    }

    /// <summary>The same, with the bootstrap interval beside it where there are two values or more.</summary>
    public static MeanWithInterval WithBootstrap(IReadOnlyList<double> values) => Of(values) with
    {
        Bootstrap = values.Count > 1 ? BootstrapInterval.Of(values) : null,
    };

    /// <summary>The sample standard deviation.</summary>
    internal static double Deviation(IReadOnlyList<double> values) => StandardError(values) * Math.Sqrt(values.Count);

    /// <summary>The standard error of the mean, from the sample standard deviation.</summary>
    internal static double StandardError(IReadOnlyList<double> values)
    {
        var mean = values.Average();
        var squares = values.Sum(value => (value - mean) * (value - mean));
        return Math.Sqrt(squares / (values.Count - 1) / values.Count);
    }
}
