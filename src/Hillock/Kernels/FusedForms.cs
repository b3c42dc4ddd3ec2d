using Hillock.Expressions;
using Hillock.Kernels.Elementary;

namespace Hillock.Kernels;

/// <summary>Compositions that have an accurate evaluation of their own, which no expression in the primitives has.</summary>
internal static class FusedForms
{
    /// <summary>The value of the operation by a form of this list, or null.</summary>
    public static Value? TryLower(Lowering lowering, Operation o) => o switch
    {
        { Primitive: Primitive.Tanh } when Inner(o[0], Primitive.Softplus) is { } u =>
            ExponentialFunctions.TanhOfSoftplus(lowering.Extended(u)),
        { Primitive: Primitive.Log } when Inner(o[0], Primitive.Cosh) is { } u =>
            ExponentialFunctions.LogOfCosh(lowering.Value(u)),
        { Primitive: Primitive.Subtract } when Inner(o[1], Primitive.Tanh) is { } u && u.Equals(o[0]) =>
            ExponentialFunctions.TanhShrink(lowering.Value(u)),
        { Primitive: Primitive.Subtract } when o[0].IsOne && SquareOfTanhOfSoftplus(o[1]) is { } u =>
            ExponentialFunctions.BellOfSoftplus(lowering.Extended(u)),
        { Primitive: Primitive.Sigmoid } when lowering.Builder.Format.IsSingle && lowering.IsOutput(o) =>
            PlainFunctions.Sigmoid(lowering.Extended(o[0])),
        { Primitive: Primitive.Where } when WithBoundedExponentials(o) is { } bounded => lowering.Value(bounded),
        { Primitive: Primitive.Multiply } => SigmoidPair(lowering, o) ?? NormalGate(lowering, o),
        { Primitive: Primitive.Sqrt } when SquarePlusConstant(o[0]) is var (factor, u, constant) =>
            RootOfSquare(lowering, factor, u, constant),
        { Primitive: Primitive.Expm1 } when IsNegative(o[0]) => ExponentialFunctions.Expm1OfNegative(lowering.Value(o[0])),
        { Primitive: Primitive.Exp } when IsNegative(o[0]) => ExponentialFunctions.ExpOfNegative(lowering.Value(o[0])),
        _ => null,
    };

    /// <summary>where(u > 0, a, b) with expm1(u) or exp(u) in b, which then need not reach beyond u = 0.</summary>
    internal static Operation? WithBoundedExponentials(Operation o)
    {
        if (o[0] is not Operation { Primitive: Primitive.Greater or Primitive.GreaterOrEqual } test || !test[1].IsZero)
            return null;
        var u = test[0];
        var left = o[2].Transform(node =>
            node is Operation { Primitive: Primitive.Expm1 or Primitive.Exp } e && e[0].Equals(u)
                ? new Operation(e.Primitive, new Operation(Primitive.Min, u, Expression.Zero))
                : node);
        return left.Equals(o[2]) ? null : new Operation(Primitive.Where, o[0], o[1], left);
    }

    internal static bool IsNegative(Expression e) =>
        e is Operation { Primitive: Primitive.Min } minimum && minimum[1].IsZero;

    internal static Expression? Inner(Expression e, Primitive primitive) =>
        e is Operation o && o.Primitive == primitive ? o[0] : null;

    internal static Expression? SquareOfTanhOfSoftplus(Expression e) =>
        e is Operation { Primitive: Primitive.Power } power
        && power[1] is Constant { Value: 2 }
        && Inner(power[0], Primitive.Tanh) is { } inner
            ? Inner(inner, Primitive.Softplus)
            : null;

    /// <summary>A product that contains σ(u) and σ(−u): u, and the product of the other factors.</summary>
    internal static (Expression U, Expression? Others)? SigmoidPairIn(Operation product)
    {
        var factors = Factors(product).ToList();
        foreach (var first in factors)
        {
            if (factors.Find(other => AreOpposite(first, other)) is not { } second) continue;
            var u = Inner(first, Primitive.Sigmoid)!;
            factors.Remove(first);
            factors.Remove(second);
            return (u, factors.Count == 0 ? null : factors.Aggregate((a, b) => a * b));
        }

        return null;
    }

    /// <summary>Whether these are σ(u) and σ(−u).</summary>
    internal static bool AreOpposite(Expression a, Expression b) =>
        Inner(a, Primitive.Sigmoid) is { } u && Inner(b, Primitive.Sigmoid) is { } v && Simplifier.Simplify(u + v).IsZero;

    /// <summary>σ(u) σ(−u) from one exponential over one denominator.</summary>
    private static Value? SigmoidPair(Lowering lowering, Operation product)
    {
        if (SigmoidPairIn(product) is not var (u, others)) return null;
        var bell = ExponentialFunctions.SigmoidBell(lowering.Extended(u));
        return others is null ? bell : lowering.Value(others) * bell;
    }

    /// <summary>A product that contains u and Φ(u), in lanes that have a form for both together; it does not pay where Φ(u)
    /// is needed anyway.</summary>
    private static Value? NormalGate(Lowering lowering, Operation product)
    {
        var format = lowering.Builder.Format;
        if (!format.IsWidened && !format.IsSingle) return null;
        var factors = Factors(product).ToList();
        foreach (var phi in factors)
            if (Inner(phi, Primitive.NormalDistribution) is { } u && factors.Contains(u) && lowering.OccursOnlyIn(product, phi))
            {
                factors.Remove(phi);
                factors.Remove(u);
                var argument = lowering.Value(u);
                var gate = format.IsWidened ? WidenedNormalDistribution.Gate(argument) : PlainFunctions.NormalGate(argument);
                return factors.Count == 0 ? gate : lowering.Value(factors.Aggregate((a, b) => a * b)) * gate;
            }

        return null;
    }

    private static IEnumerable<Expression> Factors(Expression e) =>
        e is Operation { Primitive: Primitive.Multiply } o ? Factors(o[0]).Concat(Factors(o[1])) : [e];

    /// <summary>√(a·u² + c); where u² might overflow, c no longer counts and √a·|u| is the value.</summary>
    private static Value RootOfSquare(Lowering lowering, Expression factor, Expression u, Expression constant)
    {
        var value = lowering.Value(u);
        var b = value.Builder;
        var (a, c) = (lowering.Value(factor), lowering.Value(constant));
        var size = b.Abs(value);
        var near = b.SquareRoot(b.FusedMultiplyAdd(a * value, value, c));
        if (b.Format.IsWidened) return near;
        var bound = Math.ScaleB(1, b.Format.ExponentBias / 3);
        return b.Select(b.Less(size, bound), near, size * b.SquareRoot(a));
    }

    private static (Expression Factor, Expression U, Expression Constant)? SquarePlusConstant(Expression e)
    {
        if (e is not Operation { Primitive: Primitive.Add } sum) return null;
        for (var i = 0; i < 2; i++)
            if (!sum[1 - i].DependsOnX && Square(sum[i]) is var (factor, u))
                return (factor, u, sum[1 - i]);
        return null;
    }

    private static (Expression Factor, Expression U)? Square(Expression e) => e switch
    {
        Operation { Primitive: Primitive.Power } p when p[1] is Constant { Value: 2 } => (Expression.One, p[0]),
        Operation { Primitive: Primitive.Multiply } m when !m[0].DependsOnX && Square(m[1]) is var (factor, u) =>
            (m[0] * factor, u),
        _ => null,
    };
}
