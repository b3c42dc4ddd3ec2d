using Hillock.Expressions;
using Hillock.Precision;

namespace Hillock.Verification.Identification;

/// <summary>Decides whether two formulas are one function.</summary>
internal static class Comparison
{
    private const double ManyDigits = 1e-40;
    private const double DoubleDigits = 1e-11;

    // Those far out are for what differs only there, such as a bound.
    private static readonly double[] Points =
        [-47.3, -18.9, -7.3, -3.37, -1.71, -0.83, -0.29, 0.17, 0.61, 1.43, 2.77, 5.19, 8.9, 23.1, 41.7];

    private static readonly Dictionary<string, double> NoParameters = [];

    /// <summary>How sure it is that they are, or null where they are not.</summary>
    public static Evidence? Decide(Activation asked, Expression candidate)
    {
        var formula = asked.Formula.Substitute(
            asked.Parameters.ToDictionary(p => p.Name, p => (Expression)p.Default, StringComparer.Ordinal));
        if (Simplifier.Canonical(formula).Equals(Simplifier.Canonical(candidate))) return Evidence.Identical;
        var error = Math.Max(
            Distance(formula, candidate),
            Distance(Derivative.WithRespectToX(formula), Derivative.WithRespectToX(candidate)));
        return error <= ManyDigits ? Evidence.Indistinguishable
            : error <= DoubleDigits ? Evidence.EqualInDoublePrecision
            : null;
    }

    // The largest difference against the largest value; +∞ where one has a value and the other none.
    private static double Distance(Expression a, Expression b)
    {
        var (largest, difference) = (BigReal.Zero, BigReal.Zero);
        foreach (var x in Points)
        {
            var u = PreciseEvaluation.TryEvaluate(a, x, NoParameters);
            var v = PreciseEvaluation.TryEvaluate(b, x, NoParameters);
            if (u is null && v is null) continue;
            if (u is not { } left || v is not { } right) return double.PositiveInfinity;
            if (BigReal.Abs(left) > largest) largest = BigReal.Abs(left);
            if (BigReal.Abs(left - right) > difference) difference = BigReal.Abs(left - right);
        }

        if (difference.Sign == 0) return 0;
        return largest.Sign == 0 ? double.PositiveInfinity : (difference / largest).ToDouble();
    }
}
