using System.Collections.Immutable;
using Hillock.Expressions;

namespace Hillock.Tests;

/// <summary>A small expression in x for each primitive, defined and smooth at all of <see cref="Points"/>.</summary>
internal static class Sample
{
    public static double[] Points { get; } = [-2.3, -1.1, -0.37, 0.21, 0.83, 1.9, 3.4];

    public static Expression Of(Primitive primitive)
    {
        var x = Expression.X;
        Expression positive = new Operation(Primitive.Add, new Operation(Primitive.Power, x, 2), 0.5);
        ImmutableArray<Expression> operands = primitive switch
        {
            Primitive.Log or Primitive.Sqrt => [positive],
            Primitive.Log1p => [positive],
            Primitive.Power => [positive, new Operation(Primitive.Multiply, 0.7, x)],
            Primitive.Clamp => [x, -1.5, 1.5],
            Primitive.Where => [new Operation(Primitive.Greater, x, 0.5), new Operation(Primitive.Exp, x), x],
            _ when PrimitiveTable.Syntax(primitive).Arity == 1 => [x],
            _ => [x, new Operation(Primitive.Add, new Operation(Primitive.Sin, x), 2)],
        };
        var operation = new Operation(primitive, operands);
        return PrimitiveTable.Syntax(primitive).IsCondition ? new Operation(Primitive.Where, operation, x, 1) : operation;
    }
}
