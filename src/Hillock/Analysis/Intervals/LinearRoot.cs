using Hillock.Expressions;

namespace Hillock.Analysis.Intervals;

/// <summary>The zero of an expression that is linear in x.</summary>
internal static class LinearRoot
{
    /// <summary>An enclosure of the zero, and the sign of the slope; null where the expression is not linear, is
    /// constant, or the zero is beyond all doubles.</summary>
    public static (Interval Root, int Slope)? TryFind(Expression expression)
    {
        var derivative = Derivative.WithRespectToX(expression);
        if (derivative.DependsOnX || derivative.IsZero) return null;
        var program = new EnclosureProgram(expression);
        var atZero = At(program, 0);
        var slope = At(program, 1) - atZero;
        if (slope.Contains(0)) return null;
        var root = -atZero / slope;
        return root.IsBounded ? (Exact(program, root), slope.Lower > 0 ? 1 : -1) : null;
    }

    // Rounding makes an interval of 3 as the zero of (x + 3)/6 - 1; where the value is exactly 0, so is the zero.
    private static Interval Exact(EnclosureProgram program, Interval root)
    {
        for (var candidate = root.Lower; candidate <= root.Upper; candidate = Math.BitIncrement(candidate))
        {
            if (At(program, candidate).IsZero) return candidate;
            if (candidate > root.Lower + (8 * (Math.BitIncrement(root.Lower) - root.Lower))) break;
        }

        return root;
    }

    private static Interval At(EnclosureProgram program, double x) => program.Evaluate(x, IntervalArithmetic.Instance);
}
