using Hillock.Expressions;

namespace Hillock.Analysis.Pieces;

/// <summary>Monotonicity from the form of an expression alone: sums and compositions of functions that do not fall do not
/// fall. It needs no pieces and sees floor(x) as well.</summary>
internal static class MonotoneComposition
{
    private static readonly HashSet<Primitive> NonDecreasing =
    [
        Primitive.Min, Primitive.Max, Primitive.Clamp, Primitive.Floor, Primitive.Sign, Primitive.Exp, Primitive.Expm1,
        Primitive.Log, Primitive.Log1p, Primitive.Sqrt, Primitive.Atan, Primitive.Sinh, Primitive.Tanh, Primitive.Asinh,
        Primitive.Erf, Primitive.Sigmoid, Primitive.Softplus, Primitive.NormalDistribution, Primitive.Add,
    ];

    /// <summary>1 where it nowhere falls, −1 where it nowhere rises, 0 for a constant, null where undecided.</summary>
    public static int? DirectionOf(Expression expression)
    {
        if (expression is not Operation o) return expression is Variable ? 1 : 0;
        if (NonDecreasing.Contains(o.Primitive)) return Common(o.Operands.Select(DirectionOf));
        return o.Primitive switch
        {
            Primitive.Negate => -DirectionOf(o[0]),
            Primitive.Erfc => -DirectionOf(o[0]),
            Primitive.Subtract => Common([DirectionOf(o[0]), -DirectionOf(o[1])]),
            Primitive.Multiply when o[0] is Constant c => Math.Sign(c.Value) * DirectionOf(o[1]),
            Primitive.Multiply when o[1] is Constant c => Math.Sign(c.Value) * DirectionOf(o[0]),
            Primitive.Divide when o[1] is Constant c => Math.Sign(c.Value) * DirectionOf(o[0]),
            _ => o.DependsOnX ? null : 0,
        };
    }

    private static int? Common(IEnumerable<int?> directions)
    {
        var common = 0;
        foreach (var direction in directions)
        {
            if (direction is null || direction * common < 0) return null;
            if (direction != 0) common = direction.Value;
        }

        return common;
    }
}
