using System.Globalization;

namespace Hillock.Tests;

/// <summary>Comparisons of numbers that say what was compared.</summary>
internal static class Close
{
    /// <summary>|actual − expected| ≤ tolerance · max(|expected|, floor).</summary>
    public static void Relative(double expected, double actual, double tolerance, string what, double floor = 1e-300)
    {
        if (double.IsNaN(expected) && double.IsNaN(actual)) return;
        if (expected == actual) return;
        var error = Math.Abs(actual - expected) / Math.Max(Math.Abs(expected), floor);
        Assert.True(error <= tolerance, string.Create(
            CultureInfo.InvariantCulture, $"{what}: expected {expected:R}, got {actual:R}, relative error {error:E2}"));
    }

    /// <summary>f′(x) by central differences with two step sizes, extrapolated (Richardson): error of order h⁴.</summary>
    public static double CentralDifference(Func<double, double> f, double x, double step = 1e-3)
    {
        var h = step * Math.Max(1, Math.Abs(x));
        return ((4 * Slope(h / 2)) - Slope(h)) / 3;

        double Slope(double distance) => (f(x + distance) - f(x - distance)) / (2 * distance);
    }
}
