namespace Hillock.Expressions;

/// <summary>Solves conditions that are linear in x for x: (x + 3)/6 &lt; 1 becomes x &lt; 3.</summary>
/// <remarks>The left side is rounded before it is compared, so that the number next to the kink would be taken for the
/// kink; x itself is not rounded.</remarks>
internal static class LinearConditions
{
    /// <summary>The same expression with such conditions solved, where the solution is an exact number.</summary>
    public static Expression Solve(Expression expression) =>
        expression.Transform(node => node is Operation o ? Solved(o) ?? o : node);

    private static Operation? Solved(Operation o)
    {
        if (!PrimitiveTable.Syntax(o.Primitive).IsCondition || o[0] is Variable || o[1] is Variable) return null;
        var difference = o[0] - o[1];
        var slope = Derivative.WithRespectToX(difference);
        if (slope.DependsOnX || slope.ParameterNames().Count > 0) return null;
        var sign = Math.Sign(PlainEvaluation.Evaluate(slope, double.NaN, NoParameters));
        var atZero = Simplifier.Simplify(difference.Substitute(Expression.Zero));
        if (sign == 0 || Simplifier.Simplify(-atZero / slope) is not Constant { Name: null } root) return null;
        return new Operation(sign > 0 ? o.Primitive : Mirrored(o.Primitive), Expression.X, root);
    }

    private static readonly Dictionary<string, double> NoParameters = [];

    private static Primitive Mirrored(Primitive comparison) => comparison switch
    {
        Primitive.Less => Primitive.Greater,
        Primitive.LessOrEqual => Primitive.GreaterOrEqual,
        Primitive.Greater => Primitive.Less,
        _ => Primitive.LessOrEqual,
    };
}
