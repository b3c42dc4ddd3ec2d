using Hillock.Analysis.Properties;

namespace Hillock.Lab.Experiments.Taylor;

/// <summary>What a property report says of the series of a function at 0.</summary>
/// <param name="Function">The function.</param>
/// <param name="Coefficients">f⁽ᵏ⁾(0)/k! for k = 0, 1, …; empty where there is no series.</param>
/// <param name="Exact">The same as formulas.</param>
/// <param name="Products">Which products x₁ⁱx₂ʲ a unit contains, as pairs i, j.</param>
/// <param name="Because">The argument.</param>
internal sealed record TaylorCoefficients(
    string Function, double[] Coefficients, IReadOnlyList<string> Exact, IReadOnlyList<(int, int)> Products, string Because)
{
    private const double FirstStep = 1e-3;

    public bool HasSeries => Coefficients.Length > 0;

    /// <summary>Asks the report.</summary>
    public static TaylorCoefficients Of(string function)
    {
        var finding = Activation.Parse(function).Properties().Taylor;
        return finding.Value is { } series
            ? new(
                function, [.. series.Coefficients.Select(Middle)], series.ExactCoefficients, series.Products, finding.Because)
            : new(function, [], [], [], finding.Because);
    }

    /// <summary>The largest difference to the kernels of the derivatives, f⁽ᵏ⁾(0)/k!.</summary>
    public double DifferenceToKernels()
    {
        var f = Activation.Parse(Function);
        var factorial = 1.0;
        return Coefficients.Select((coefficient, order) =>
        {
            factorial *= Math.Max(1, order);
            return Math.Abs(coefficient - (f.DerivativeAt(0, order) / factorial));
        }).Max();
    }

    /// <summary>∂²/∂x₁∂x₂ of the unit f(x₁ + x₂ + b) at 0 by central differences, in the values of f alone.</summary>
    public static double MixedDerivative(string function, double bias)
    {
        var f = Activation.Parse(function);
        double At(double x, double y) => f.Value(x + y + bias);
        var step = FirstStep;
        return (At(step, step) - At(step, -step) - At(-step, step) + At(-step, -step)) / (4 * step * step);
    }

    private static double Middle(Enclosure coefficient) => (coefficient.Lower + coefficient.Upper) / 2;
}
