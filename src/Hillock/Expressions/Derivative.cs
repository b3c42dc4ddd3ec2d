using System.Collections.Immutable;
using static Hillock.Expressions.Functions;

namespace Hillock.Expressions;

/// <summary>Symbolic derivatives of any order, with respect to x or to a parameter.</summary>
/// <remarks>
/// One rule a primitive. At a kink the rules give the slope that PyTorch uses: max(a, b) and min(a, b) follow b where
/// both are equal, clamp has slope 0 at both ends, |a| has slope 0 at 0, <c>where</c> follows its own condition.
/// </remarks>
public static class Derivative
{
    /// <summary>A rule: from the operands and their derivatives to the derivative.</summary>
    private delegate Expression Rule(ImmutableArray<Expression> a, ImmutableArray<Expression> d);

    private static readonly Dictionary<Primitive, Rule> Rules = new()
    {
        [Primitive.Add] = (_, d) => d[0] + d[1],
        [Primitive.Subtract] = (_, d) => d[0] - d[1],
        [Primitive.Multiply] = (a, d) => (d[0] * a[1]) + (a[0] * d[1]),
        [Primitive.Divide] = (a, d) => d[1].IsZero
            ? d[0] / a[1]
            : ((d[0] * a[1]) - (a[0] * d[1])) / Power(a[1], 2),
        [Primitive.Power] = OfPower,
        [Primitive.Negate] = (_, d) => -d[0],
        [Primitive.Abs] = (a, d) => Sign(a[0]) * d[0],
        [Primitive.Sign] = (_, _) => Expression.Zero,
        [Primitive.Min] = (a, d) => Where(Less(a[0], a[1]), d[0], d[1]),
        [Primitive.Max] = (a, d) => Where(Greater(a[0], a[1]), d[0], d[1]),
        [Primitive.Clamp] = (a, d) => Where(Greater(a[0], a[1]), Where(Less(a[0], a[2]), d[0], d[2]), d[1]),
        [Primitive.Floor] = (_, _) => Expression.Zero,
        [Primitive.Exp] = (a, d) => Exp(a[0]) * d[0],
        [Primitive.Expm1] = (a, d) => Exp(a[0]) * d[0],
        [Primitive.Log] = (a, d) => d[0] / a[0],
        [Primitive.Log1p] = (a, d) => d[0] / (Expression.One + a[0]),
        [Primitive.Sqrt] = (a, d) => d[0] / (2 * Sqrt(a[0])),
        [Primitive.Sin] = (a, d) => Cos(a[0]) * d[0],
        [Primitive.Cos] = (a, d) => -(Sin(a[0]) * d[0]),
        [Primitive.Tan] = (a, d) => d[0] / Power(Cos(a[0]), 2),
        [Primitive.Atan] = (a, d) => d[0] / (Expression.One + Power(a[0], 2)),
        [Primitive.Sinh] = (a, d) => Cosh(a[0]) * d[0],
        [Primitive.Cosh] = (a, d) => Sinh(a[0]) * d[0],
        [Primitive.Tanh] = (a, d) => (Expression.One - Power(Tanh(a[0]), 2)) * d[0],
        [Primitive.Asinh] = (a, d) => d[0] / Sqrt(Power(a[0], 2) + 1),
        [Primitive.Erf] = (a, d) => 2 / Sqrt(Constant.Pi) * Exp(-Power(a[0], 2)) * d[0],
        [Primitive.Erfc] = (a, d) => -2 / Sqrt(Constant.Pi) * Exp(-Power(a[0], 2)) * d[0],
        [Primitive.Sigmoid] = (a, d) => Sigmoid(a[0]) * (Expression.One - Sigmoid(a[0])) * d[0],
        [Primitive.Softplus] = (a, d) => Sigmoid(a[0]) * d[0],
        [Primitive.NormalDistribution] = (a, d) => Density(a[0]) * d[0],
        [Primitive.NormalDensity] = (a, d) => -(a[0] * Density(a[0]) * d[0]),
        [Primitive.Where] = (a, d) => Where(a[0], d[1], d[2]),
    };

    /// <summary>The derivative of order n ≥ 0 with respect to x.</summary>
    public static Expression WithRespectToX(Expression expression, int order = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(order);
        for (var i = 0; i < order; i++) expression = Simplifier.Simplify(Of(expression, Expression.X));
        return expression;
    }

    /// <summary>The derivative with respect to the parameter of this name.</summary>
    public static Expression WithRespectTo(Expression expression, string parameter) =>
        Simplifier.Simplify(Of(expression, new Parameter(parameter)));

    internal static bool Covers(Primitive primitive) => Rules.ContainsKey(primitive);

    // Shared subexpressions are differentiated once.
    private static Expression Of(Expression expression, Expression variable)
    {
        var known = new Dictionary<Expression, Expression>();
        return Visit(expression);

        Expression Visit(Expression e)
        {
            if (e.Equals(variable)) return Expression.One;
            if (e is not Operation o || PrimitiveTable.Syntax(o.Primitive).IsCondition) return Expression.Zero;
            if (known.TryGetValue(e, out var derivative)) return derivative;
            return known[e] = Rules[o.Primitive](o.Operands, [.. o.Operands.Select(Visit)]);
        }
    }

    private static Expression OfPower(ImmutableArray<Expression> a, ImmutableArray<Expression> d)
    {
        var byBase = d[0].IsZero ? Expression.Zero : a[1] * Power(a[0], Lowered(a[1])) * d[0];
        var byExponent = d[1].IsZero ? Expression.Zero : Power(a[0], a[1]) * Log(a[0]) * d[1];
        return byBase + byExponent;
    }

    private static Expression Lowered(Expression exponent) =>
        exponent is Constant { Name: null } c ? c.Value - 1 : exponent - Expression.One;
}
