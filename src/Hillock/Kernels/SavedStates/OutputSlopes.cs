using Hillock.Expressions;
using static Hillock.Expressions.Functions;

namespace Hillock.Kernels.SavedStates;

/// <summary>The slope of a smooth formula as a function of its value: y(1 − y) for the logistic function. Each step is
/// invertible, so a formula for which there is an answer is strictly monotone.</summary>
internal static class OutputSlopes
{
    /// <summary>T′ as a function of t = T, times a factor k; z is k·t. So written, most need no division.</summary>
    private delegate Expression Slope(Expression k, Expression z);

    private sealed record Row(Slope Slope, Func<Expression, Expression> Inverse);

    // The monotone primitives whose slope is an elementary function of their value. Φ and erf are monotone, but theirs
    // is not.
    private static readonly Dictionary<Primitive, Row> Rows = new()
    {
        [Primitive.Exp] = new((_, z) => z, Log),
        [Primitive.Expm1] = new((k, z) => z + k, Log1p),
        [Primitive.Log] = new((k, z) => k * Exp(-(z / k)), Exp),
        [Primitive.Log1p] = new((k, z) => k * Exp(-(z / k)), Expm1),
        [Primitive.Sigmoid] = new((k, z) => z * (1 - (z / k)), t => Log(t) - Log1p(-t)),
        [Primitive.Softplus] = new((k, z) => -(k * Expm1(-(z / k))), t => Log(Expm1(t))),
        [Primitive.Tanh] = new((k, z) => (k - z) * (1 + (z / k)), t => (Log1p(t) - Log1p(-t)) / 2),
        [Primitive.Sinh] = new((k, z) => k * Sqrt(1 + Power(z / k, 2)), Asinh),
        [Primitive.Asinh] = new((k, z) => k / Cosh(z / k), Sinh),
        [Primitive.Atan] = new((k, z) => k * Power(Cos(z / k), 2), t => Sin(t) / Cos(t)),
        [Primitive.Sqrt] = new((k, z) => Power(k, 2) / (2 * z), t => Power(t, 2)),
    };

    /// <summary>The slope with respect to x of a smooth formula, from its value y; null where none was found.</summary>
    /// <param name="formula">A formula without switches.</param>
    /// <param name="y">Its value.</param>
    /// <param name="isPositive">Whether an expression that is linear in x is above 0 in all of the piece.</param>
    public static Expression? Find(Expression formula, Expression y, Func<Expression, bool> isPositive)
    {
        var slope = Derivative.WithRespectToX(formula);
        if (!slope.DependsOnX) return slope;
        return ThroughFraction(formula, y, isPositive) ?? ThroughSquares(formula, y, isPositive);
    }

    // y = (a·t + b)/(c·t + d) with t = T(u).
    private static Expression? ThroughFraction(Expression formula, Expression y, Func<Expression, bool> isPositive)
    {
        if (Fraction.Core(formula) is not { } t || Fraction.Of(formula, t) is not { } fraction) return null;
        if (t is not Operation o) return fraction.Slope(y);
        var (k, z) = (fraction.Slope(y), fraction.Scaled(y));
        if (o.Primitive == Primitive.Power) return OfPower(o, k, z, isPositive);
        if (!Rows.TryGetValue(o.Primitive, out var row)) return null;
        var inner = Derivative.WithRespectToX(o[0]);
        if (inner.DependsOnX) inner = Find(o[0], row.Inverse(fraction.Solve(y)), isPositive);
        return inner is null ? null : row.Slope(k, z) * inner;
    }

    // (uⁿ)′ = n · (uⁿ)^(1 − 1/n) · u′ for u > 0.
    private static Expression? OfPower(Operation power, Expression k, Expression z, Func<Expression, bool> isPositive)
    {
        if (power[1] is not Constant { Value: var n } || n == 0) return null;
        var inner = Derivative.WithRespectToX(power[0]);
        if (inner.DependsOnX || !isPositive(power[0])) return null;
        var root = n == 2 ? Sqrt(z / k) : Power(z / k, (Expression)(n - 1) / n);
        return k * n * root * inner;
    }

    // Where y² is a·w/(c·w + d) with w = x², and x keeps its sign: y·y′ = x · ∂(y²)/∂w, and x/y is a root.
    private static Expression? ThroughSquares(Expression formula, Expression y, Func<Expression, bool> isPositive)
    {
        if (Squared(formula) is not { } square || Fraction.Of(square, Expression.X) is not { } fraction) return null;
        if (!fraction.B.IsZero) return null;
        // Rounding may carry y beyond its bound, where q is 0.
        var q = new Operation(Primitive.Max, fraction.A - (fraction.C * Power(y, 2)), 0);
        var (a, d) = (fraction.A, fraction.D);
        return IsOddOne(formula, isPositive) ? q * Sqrt(d * q) / (a * d) : null;
    }

    // y has the sign of x: products and quotients of x and positive roots.
    private static bool IsOddOne(Expression formula, Func<Expression, bool> isPositive) => formula switch
    {
        Variable => true,
        Operation { Primitive: Primitive.Divide } o => IsOddOne(o[0], isPositive) && o[1] is Operation { Primitive: Primitive.Sqrt },
        Operation { Primitive: Primitive.Multiply } o =>
            (IsOddOne(o[0], isPositive) && IsPositiveFactor(o[1], isPositive))
            || (IsOddOne(o[1], isPositive) && IsPositiveFactor(o[0], isPositive)),
        _ => false,
    };

    private static bool IsPositiveFactor(Expression e, Func<Expression, bool> isPositive) =>
        e is Operation { Primitive: Primitive.Sqrt } || (!e.DependsOnX && isPositive(e));

    /// <summary>The square of an expression, with x standing for x² in the result.</summary>
    private static Expression? Squared(Expression e)
    {
        if (!e.DependsOnX) return Power(e, 2);
        if (e is not Operation o) return Expression.X;
        if (o.Primitive == Primitive.Sqrt) return InSquares(o[0]);
        if (o.Primitive is not (Primitive.Multiply or Primitive.Divide)) return null;
        return Squared(o[0]) is { } left && Squared(o[1]) is { } right ? new Operation(o.Primitive, left, right) : null;
    }

    private static Expression? InSquares(Expression e)
    {
        if (e is Variable) return null;
        if (e is not Operation o || !e.DependsOnX) return e;
        if (o.Primitive == Primitive.Power) return o[0] is Variable && o[1] is Constant { Value: 2 } ? Expression.X : null;
        var operands = o.Operands.Select(InSquares).ToList();
        return operands.Contains(null) ? null : new Operation(o.Primitive, [.. operands.Select(operand => operand!)]);
    }
}
