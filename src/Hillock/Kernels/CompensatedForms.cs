using Hillock.Expressions;
using Hillock.Kernels.Elementary;

namespace Hillock.Kernels;

/// <summary>What compensated lanes compute in another way: results as unevaluated sums of two floats, rounded once where
/// a single float is asked for.</summary>
internal static class CompensatedForms
{
    /// <summary>The operation as a sum of two floats, where that takes more than sums, products and quotients; null where
    /// there is no such form.</summary>
    public static ExtendedValue? TryLower(Lowering l, Operation o) => o switch
    {
        { Primitive: Primitive.Sigmoid } => CompensatedSigmoid.AsFactor(l.Extended(o[0])),
        { Primitive: Primitive.Tanh } when !IsTanhOfSoftplus(o) =>
            WithSign(CompensatedSigmoid.TanhOfMagnitude(l.Extended(o[0])), l.Value(o[0])),
        { Primitive: Primitive.Expm1 } when FusedForms.IsNegative(o[0]) =>
            CompensatedExponentials.Expm1OfNegative(l.Value(o[0])),
        { Primitive: Primitive.Add } when o[1] is Constant c && IsClampedWithin(o[0], Math.Abs(c.Value)) =>
            ExtendedValue.SumOfOrdered(l.Value(o[1]), l.Value(o[0])),
        { Primitive: Primitive.Divide } when Lowering.IsNumber(o[1]) => l.Extended(o[0]) * l.Extended(1 / o[1]),
        { Primitive: Primitive.Where } when FusedForms.WithBoundedExponentials(o) is { } bounded => l.Extended(bounded),
        { Primitive: Primitive.Where } => ExtendedValue.Select(l.Value(o[0]), l.Extended(o[1]), l.Extended(o[2])),
        _ => null,
    };

    /// <summary>The operation rounded to a float, where that is more than one instruction on rounded operands.</summary>
    public static Value? TryRound(Lowering l, Operation o) => o.Primitive switch
    {
        Primitive.Sigmoid when l.Occurs(e => FusedForms.AreOpposite(o, e)) =>
            CompensatedSigmoid.RoundedByTail(l.Extended(o[0])),
        Primitive.Sigmoid => CompensatedSigmoid.Rounded(l.Extended(o[0])),
        Primitive.Tanh when !IsTanhOfSoftplus(o) =>
            l.Builder.WithSign(l.Builder.Sum(CompensatedSigmoid.TanhOfMagnitude(l.Extended(o[0]))), l.Value(o[0])),
        Primitive.Multiply when IsSigmoidGate(o) && l.Occurs(e => FusedForms.AreOpposite(o[1], e)) =>
            CompensatedSigmoid.RoundedGateByTail(l.Value(o[0])),
        Primitive.Multiply when IsSigmoidGate(o) => CompensatedSigmoid.RoundedGate(l.Value(o[0])),
        Primitive.Multiply when IsTanhOfSoftplusGate(o) => CompensatedExponentials.RoundedTanhOfSoftplusGate(l.Value(o[0])),
        Primitive.Multiply when FusedForms.SigmoidPairIn(o) is var (u, others) => BellTimes(l, u, others),
        Primitive.Multiply when WithFactorInside(o) is { } branches => l.Value(branches),
        Primitive.Multiply => Product(l.Extended(o[0]), l.Extended(o[1])),
        Primitive.Divide when Lowering.IsNumber(o[1]) => Product(l.Extended(o[0]), l.Extended(1 / o[1])),
        Primitive.Power when !Lowering.IsShortProduct(o) => null,
        Primitive.Add when ArgumentOfGateSlope(o) is { } u => CompensatedSigmoid.RoundedSlopeOfGate(l.Value(u)),
        Primitive.Add or Primitive.Subtract or Primitive.Divide or Primitive.Power =>
            o.Operands.All(e => l.Extended(e).Low is null) ? null : l.Builder.Sum(l.Extended(o)),
        Primitive.Where => null,
        _ => TryLower(l, o) is { } pair ? l.Builder.Sum(pair) : null,
    };

    // It has a form of its own, which overflows nowhere.
    private static bool IsTanhOfSoftplus(Operation tanh) => FusedForms.Inner(tanh[0], Primitive.Softplus) is not null;

    // k · where(c, a, k' · b) = where(c, k · a, (k · k') · b): what does not depend on x is multiplied before the loop, and b
    // is rounded once.
    private static Operation? WithFactorInside(Operation product) =>
        !product[0].DependsOnX && product[1] is Operation { Primitive: Primitive.Where } where
            ? new Operation(Primitive.Where, where[0], Times(product[0], where[1]), Times(product[0], where[2]))
            : null;

    private static Expression Times(Expression factor, Expression e) =>
        e is Operation { Primitive: Primitive.Multiply } product && !product[0].DependsOnX
            ? factor * product[0] * product[1]
            : factor * e;

    private static Value BellTimes(Lowering l, Expression u, Expression? others)
    {
        var (argument, factor) = (l.Extended(u), others is null ? 1 : Lowering.PowerOfTwo(others));
        return factor is { } k
            ? CompensatedSigmoid.RoundedBell(argument, k)
            : Product(l.Extended(others!), CompensatedSigmoid.RoundedBell(argument, factor: 1));
    }

    // σ(u) + u σ(u) σ(−u), where u is a float.
    private static Expression? ArgumentOfGateSlope(Operation sum) =>
        sum[1] is Operation { Primitive: Primitive.Multiply } product
        && FusedForms.SigmoidPairIn(product) is ({ } u, { } others)
        && u is Variable && others.Equals(u) && FusedForms.Inner(sum[0], Primitive.Sigmoid) is { } v && v.Equals(u)
            ? u
            : null;

    private static bool IsTanhOfSoftplusGate(Operation product) =>
        product[0] is Variable x && product[1] is Operation { Primitive: Primitive.Tanh } tanh
        && FusedForms.Inner(tanh[0], Primitive.Softplus) is { } u && u.Equals(x);

    private static bool IsSigmoidGate(Operation product) =>
        FusedForms.Inner(product[1], Primitive.Sigmoid) is { } u && u.Equals(product[0]);

    // The error of the product of the high parts need not be known where a fused multiply-add takes the rest.
    private static Value Product(ExtendedValue a, ExtendedValue c)
    {
        var b = a.High.Builder;
        var rest = (a.Low, c.Low) switch
        {
            ({ } aLow, { } cLow) => b.FusedMultiplyAdd(a.High, cLow, aLow * c.High),
            ({ } aLow, null) => aLow * c.High,
            (null, { } cLow) => a.High * cLow,
            _ => (Value?)null,
        };
        return rest is { } low ? b.FusedMultiplyAdd(a.High, c.High, low) : a.High * c.High;
    }

    private static ExtendedValue WithSign(ExtendedValue a, Value u)
    {
        var b = u.Builder;
        return new ExtendedValue(b.WithSign(a.High, u), b.Xor(a.Low!.Value, b.SignBit(u)));
    }

    private static bool IsClampedWithin(Expression e, double bound) =>
        e is Operation { Primitive: Primitive.Clamp } clamp
        && clamp[1] is Constant lowest && clamp[2] is Constant highest
        && Math.Max(Math.Abs(lowest.Value), Math.Abs(highest.Value)) <= bound;
}
