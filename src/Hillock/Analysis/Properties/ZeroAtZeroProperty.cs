using Hillock.Analysis.Intervals;
using Hillock.Expressions;

namespace Hillock.Analysis.Properties;

/// <summary>Whether f(0) = 0.</summary>
internal static class ZeroAtZeroProperty
{
    /// <summary>By interval evaluation at 0, or by simplifying f(0).</summary>
    public static Finding<bool> Of(AnalysedFunction function)
    {
        var value = new EnclosedFunction(function.ExactFormula).Over(Interval.Zero);
        if (value.IsEmpty || value.Decoration == Decoration.Unknown)
            return new(false, Certainty.Proved, "It is not defined at 0.");
        if (value.IsZero) return new(true, Certainty.Proved, "f(0) is exactly 0.");
        if (!value.Contains(0)) return new(false, Certainty.Proved, $"f(0) is near {value.Midpoint:G6}.");
        return Simplifier.Simplify(function.ExactFormula.Substitute(Expression.Zero)) is Constant { Value: 0 }
            ? new(true, Certainty.Proved, "f(0) simplifies to 0.")
            : new(default, Certainty.NotDecided, "Not decided: rounding hides whether f(0) is 0.");
    }
}
