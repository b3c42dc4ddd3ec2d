using Hillock.Expressions;

namespace Hillock.Lab.Reports;

/// <summary>Takes from an activation what a report shows of it.</summary>
public static class FunctionPictures
{
    private const double Reach = 5;
    private const int Samples = 801;

    /// <summary>Formula, derivative and both curves on [−5, 5].</summary>
    /// <param name="activation">The activation.</param>
    /// <param name="name">Its name in the comparison.</param>
    public static FunctionPicture Of(Activation activation, string name)
    {
        double[] x = [.. Enumerable.Range(0, Samples).Select(i => -Reach + (2 * Reach * i / (Samples - 1)))];
        var value = new double[Samples];
        var derivative = new double[Samples];
        activation.Kernel<double>().ValueAndDerivative(x, value, derivative);
        return new FunctionPicture
        {
            Name = name,
            FormulaText = activation.ToString(),
            FormulaLatex = LatexPrinter.Print(activation.Formula),
            FormulaMathML = MathMLPrinter.Print(activation.Formula),
            DerivativeMathML = MathMLPrinter.Print(activation.Derivative()),
            DerivativeText = activation.Derivative().ToString(),
            DerivativeLatex = LatexPrinter.Print(activation.Derivative()),
            X = x,
            Value = value,
            Derivative = derivative,
            Kinks = [.. activation.KinkLocations()],
            Year = activation.Entry?.Year,
            Citation = activation.Entry?.Citation,
        };
    }
}
