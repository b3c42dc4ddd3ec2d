namespace Hillock.Lab.Experiments.Shared;

/// <summary>The line with the least squared error.</summary>
internal static class StraightLine
{
    /// <summary>Its slope; of logarithms it is the power with which one quantity goes with another.</summary>
    public static double Slope(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        var mean = x.Average();
        return x.Zip(y, (a, b) => (a - mean) * b).Sum() / x.Sum(a => (a - mean) * (a - mean));
    }
}
