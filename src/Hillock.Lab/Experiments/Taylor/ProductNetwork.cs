namespace Hillock.Lab.Experiments.Taylor;

/// <summary>x₁·x₂ from four units:
/// (f(b + λs) + f(b − λs) − f(b + λd) − f(b − λd)) / (4λ²f″(b)), s = x₁ + x₂, d = x₁ − x₂.</summary>
/// <remarks>The even terms of Taylor's series are left: 4λ²f″(b)·x₁x₂ and λ⁴f⁗(b)·(2/3)·(x₁³x₂ + x₁x₂³), and so on; on the
/// square [−1, 1]² the error tends to λ²·|f⁗(b)/f″(b)|/3.</remarks>
internal static class ProductNetwork
{
    private const int Grid = 101;

    /// <summary>The largest error on [−1, 1]² for each λ.</summary>
    public static ProductErrors Of(string function, double bias, IReadOnlyList<double> scales)
    {
        var f = Activation.Parse(function);
        var curvature = f.DerivativeAt(bias, 2);
        return new(
            function, bias, curvature, [.. scales], [.. scales.Select(scale => LargestError(f, bias, scale, 4 * scale * scale * curvature))],
            Math.Abs(f.DerivativeAt(bias, 4) / curvature) / 3);
    }

    /// <summary>The same where there is no f″(b): the best factor instead of 1/(4λ²f″(b)).</summary>
    public static ProductErrors WithBestFactor(string function, double bias, IReadOnlyList<double> scales)
    {
        var f = Activation.Parse(function);
        return new(
            function, bias, double.NaN, [.. scales],
            [.. scales.Select(scale => LargestError(f, bias, scale, 1 / BestFactor(f, bias, scale)))], double.NaN);
    }

    private static double LargestError(Activation f, double bias, double scale, double divisor) =>
        Points().Max(point => Math.Abs((Combination(f, bias, scale, point.X, point.Y) / divisor) - (point.X * point.Y)));

    private static double BestFactor(Activation f, double bias, double scale)
    {
        var (along, square) = (0.0, 0.0);
        foreach (var (x, y) in Points())
        {
            var value = Combination(f, bias, scale, x, y);
            along += value * x * y;
            square += value * value;
        }

        return along / square;
    }

    private static double Combination(Activation f, double bias, double scale, double x, double y) =>
        f.Value(bias + (scale * (x + y))) + f.Value(bias - (scale * (x + y)))
        - f.Value(bias + (scale * (x - y))) - f.Value(bias - (scale * (x - y)));

    private static IEnumerable<(double X, double Y)> Points() =>
        from i in Enumerable.Range(0, Grid)
        from j in Enumerable.Range(0, Grid)
        select ((2.0 * i / (Grid - 1)) - 1, (2.0 * j / (Grid - 1)) - 1);
}

/// <summary>How well four units multiply.</summary>
/// <param name="Function">Their activation.</param>
/// <param name="Bias">b.</param>
/// <param name="Curvature">f″(b); NaN where there is none.</param>
/// <param name="Scales">λ.</param>
/// <param name="Errors">The largest error on [−1, 1]².</param>
/// <param name="Constant">What error/λ² tends to by Taylor's series.</param>
internal sealed record ProductErrors(
    string Function, double Bias, double Curvature, double[] Scales, double[] Errors, double Constant)
{
    /// <summary>The power of λ with which the error vanishes, between the two smallest.</summary>
    public double Order => Math.Log(Errors[^1] / Errors[^2]) / Math.Log(Scales[^1] / Scales[^2]);

    /// <summary>error/λ² of the smallest λ over what it tends to.</summary>
    public double ShareOfConstant => Errors[^1] / (Scales[^1] * Scales[^1] * Constant);
}
