using System.Numerics;
using Hillock.Lab.Data;

namespace Hillock.Cli.Commands;

/// <summary>A derivative of an activation in x of some order, or one in a parameter.</summary>
internal sealed record ActivationEvaluation(Activation Activation, string Quantity, int Order, int? Parameter)
    : Evaluation(Activation.Id, Quantity)
{
    public static ActivationEvaluation Of(Activation activation, int order, string? parameter)
    {
        CommonOptions.CheckOrder(order);
        if (parameter is null) return new ActivationEvaluation(activation, Label(order), order, null);
        if (order != 0) throw new UsageException("Give either --derivative or --with-respect-to, not both.");
        if (activation.Parameters.All(p => p.Name != parameter))
            throw new UsageException(activation.Parameters.Count == 0
                ? $"{activation.Id} has no parameters to differentiate by."
                : $"{activation.Id} has no parameter '{parameter}'; it has "
                    + string.Join(", ", activation.Parameters.Select(p => p.Name)) + ".");
        return new ActivationEvaluation(activation, $"∂f/∂{parameter}", 0, activation.IndexOf(parameter));
    }

    public override NumpyArray<T> Of<T>(NumpyArray<T> x)
    {
        var y = new T[x.Values.Length];
        if (Parameter is { } p) Activation.Kernel<T>().ParameterDerivative(p, x.Values, y);
        else Activation.Kernel<T>().Derivative(Order, x.Values, y);
        return new NumpyArray<T>(y, x.Shape);
    }

    private static string Label(int order) => order switch
    {
        0 => "f(x)",
        1 => "f′(x)",
        2 => "f″(x)",
        // Orders of two digits are not offered.
        _ => $"f⁽{"⁰¹²³⁴⁵⁶⁷⁸⁹"[order]}⁾(x)",
    };
}
