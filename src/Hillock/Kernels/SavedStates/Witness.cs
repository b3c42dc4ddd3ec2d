using System.Globalization;
using Hillock.Expressions;

namespace Hillock.Kernels.SavedStates;

/// <summary>Two inputs with the same output and different slopes: proof that the output does not suffice.</summary>
/// <param name="First">The one.</param>
/// <param name="Second">The other.</param>
/// <param name="Output">f at both.</param>
/// <param name="FirstSlope">f′ at the one.</param>
/// <param name="SecondSlope">f′ at the other.</param>
internal sealed record Witness(double First, double Second, double Output, double FirstSlope, double SecondSlope)
{
    private const double Range = 12;
    private const int Points = 384;

    // Slopes nearer to each other may be the same but for rounding.
    private const double LeastDifference = 1e-3;

    /// <summary>Searches a grid for two such inputs; null where there are none on it.</summary>
    public static Witness? Find(
        Expression formula, Expression derivative, IReadOnlyDictionary<string, double> values)
    {
        // Shifted, so that no point is a kink.
        var x = Enumerable.Range(0, Points).Select(i => (2 * Range * i / Points) - Range + 0.0137).ToArray();
        var y = x.Select(Value).ToArray();
        var slopes = x.Select(Slope).ToArray();
        // Not in a tail, where both slopes are next to 0, unless there is nothing else.
        return Search(leastSlope: LeastDifference) ?? Search(leastSlope: 0);

        Witness? Search(double leastSlope)
        {
            for (var i = 0; i < Points; i++)
                for (var j = i + 1; j + 1 < Points && Math.Abs(slopes[i]) >= leastSlope; j++)
                    if (Crosses(y[j] - y[i], y[j + 1] - y[i]) && Between(i, x[j], x[j + 1]) is { } witness)
                        return witness;
            return null;
        }

        double Value(double at) => PlainEvaluation.Evaluate(formula, at, values);

        double Slope(double at) => PlainEvaluation.Evaluate(derivative, at, values);

        Witness? Between(int first, double left, double right)
        {
            var output = y[first];
            var startsBelow = Value(left) < output;
            for (var k = 0; k < 60; k++)
            {
                var middle = (left + right) / 2;
                if (Value(middle) < output == startsBelow) left = middle;
                else right = middle;
            }

            var isMet = Math.Abs(Value(right) - output) <= 1e-9 * Math.Max(1, Math.Abs(output));
            var (a, b) = (slopes[first], Slope(right));
            var differ = Math.Abs(a - b) > LeastDifference * Math.Max(Math.Abs(a), Math.Abs(b));
            return isMet && differ ? new Witness(x[first], right, output, a, b) : null;
        }
    }

    // By more than rounding.
    private static bool Crosses(double before, double after) =>
        ((before < 0 && after >= 0) || (before > 0 && after <= 0)) && Math.Max(Math.Abs(before), Math.Abs(after)) > 1e-9;

    /// <summary>One sentence.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"The output does not tell the slope: f({First:G4}) = f({Second:G4}) = {Output:G4}, but f′ is {FirstSlope:G4} at the one and {SecondSlope:G4} at the other.");
}
