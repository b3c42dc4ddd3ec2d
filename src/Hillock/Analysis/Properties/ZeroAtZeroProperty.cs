using Hillock.Analysis.Intervals;
using Hillock.Expressions;
using Hillock.Expressions.Asymptotics;

namespace Hillock.Analysis.Properties;

/// <summary>Whether f(0) = 0.</summary>
internal static class ZeroAtZeroProperty
{
    /// <summary>By interval evaluation at 0, or by exact evaluation where rounding hides the answer.</summary>
    public static Finding<bool> Of(AnalysedFunction function)
    {
        var value = new EnclosedFunction(function.ExactFormula).Over(Interval.Zero);
        if (value.IsEmpty || value.Decoration == Decoration.Unknown)
            return new(false, Certainty.Proved, "It is not defined at 0.");
        if (value.IsZero) return new(true, Certainty.Proved, "f(0) is exactly 0.");
        if (!value.Contains(0)) return new(false, Certainty.Proved, $"f(0) is near {value.Midpoint:G6}.");
        return IsZeroExactly(function.ExactFormula) is { } isZero
            ? new(isZero, Certainty.Proved, isZero ? "f(0) is exactly 0." : "f(0) is not 0, though next to it.")
            : new(default, Certainty.NotDecided, "Not decided: rounding hides whether f(0) is 0.");
    }

    private static bool? IsZeroExactly(Expression formula)
    {
        try
        {
            return Expansion.At(formula, Number.Zero).Sign() == 0;
        }
        catch (Exception e) when (e is NotDecidedException or UndefinedException)
        {
            return null;
        }
    }
}
