using Hillock.Expressions;

namespace Hillock.Analysis.Pieces;

/// <summary>Factors that are above 0 by their form, as exp(u) is. Without them a product has the same signs and zeros, and
/// is not lost where they vanish: of −2x·σ(−2eˣ) only −x remains.</summary>
internal static class PositiveFactors
{
    /// <summary>The expression without them; itself where it has none.</summary>
    public static Expression Drop(Expression e) => e switch
    {
        _ when IsPositive(e) => Expression.One,
        Operation { Primitive: Primitive.Negate } o => Drop(o[0]) is var inner && inner.Equals(o[0]) ? e : -inner,
        Operation { Primitive: Primitive.Multiply } o => Drop(o[0]) is var first && Drop(o[1]) is var second
            && first.Equals(o[0]) && second.Equals(o[1]) ? e : first * second,
        Operation { Primitive: Primitive.Divide } o when IsPositive(o[1]) => Drop(o[0]),
        _ => e,
    };

    private static bool IsPositive(Expression e) => e switch
    {
        Constant c => c.Value > 0,
        Operation o => IsPositive(o),
        _ => false,
    };

    private static bool IsPositive(Operation o) => o.Primitive switch
    {
        Primitive.Exp or Primitive.Cosh or Primitive.Sigmoid or Primitive.Softplus or Primitive.Erfc
            or Primitive.NormalDistribution or Primitive.NormalDensity => true,
        Primitive.Add => (IsPositive(o[0]) && IsNotNegative(o[1])) || (IsNotNegative(o[0]) && IsPositive(o[1])),
        Primitive.Multiply or Primitive.Divide => IsPositive(o[0]) && IsPositive(o[1]),
        Primitive.Power or Primitive.Sqrt => IsPositive(o[0]),
        _ => false,
    };

    private static bool IsNotNegative(Expression e) => IsPositive(e) || e switch
    {
        Constant c => c.Value >= 0,
        Operation { Primitive: Primitive.Power } o => o[1] is Constant { Value: var p } && double.IsEvenInteger(p),
        Operation { Primitive: Primitive.Multiply } o => o[0].Equals(o[1]),
        _ => false,
    };
}
