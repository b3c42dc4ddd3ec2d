namespace Hillock.Networks;

/// <summary>Mean and standard deviation of the elements of one tensor.</summary>
/// <param name="Mean">The arithmetic mean.</param>
/// <param name="StandardDeviation">The population standard deviation.</param>
public readonly record struct TensorStatistics(double Mean, double StandardDeviation)
{
    /// <summary>The mean of the squares of the elements.</summary>
    public double MeanSquare => (Mean * Mean) + (StandardDeviation * StandardDeviation);

    /// <summary>The statistics of elements that are first multiplied by <paramref name="scale"/> ≥ 0; NaN where there are
    /// none.</summary>
    public static TensorStatistics Of(ReadOnlySpan<float> elements, double scale = 1)
    {
        var sum = 0.0;
        foreach (var element in elements)
            sum += element;
        var mean = sum / elements.Length;

        var squares = 0.0;
        foreach (var element in elements)
            squares += (element - mean) * (element - mean);
        return new(scale * mean, scale * Math.Sqrt(squares / elements.Length));
    }
}
