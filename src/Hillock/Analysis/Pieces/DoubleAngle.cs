using Hillock.Expressions;

namespace Hillock.Analysis.Pieces;

/// <summary>sin u · cos u = sin(2u)/2: one wave whose values are known, in place of two whose product intervals overestimate.
/// </summary>
internal static class DoubleAngle
{
    /// <summary>The same function with such products as one sine.</summary>
    public static Expression Apply(Expression expression) => expression.Transform(
        node => node is Operation { Primitive: Primitive.Multiply } product ? Joined(product) : node);

    private static Expression Joined(Expression product)
    {
        var factors = new List<Expression>();
        Collect(product, factors);
        foreach (var sine in factors)
        {
            if (sine is not Operation { Primitive: Primitive.Sin } s || !factors.Contains(Functions.Cos(s[0]))) continue;
            factors.Remove(sine);
            factors.Remove(Functions.Cos(s[0]));
            var rest = factors.Aggregate((Expression)0.5, (a, b) => a * b);
            return Simplifier.Simplify(rest * Functions.Sin(2 * s[0]));
        }

        return product;
    }

    private static void Collect(Expression e, List<Expression> factors)
    {
        if (e is Operation { Primitive: Primitive.Multiply } o)
        {
            Collect(o[0], factors);
            Collect(o[1], factors);
            return;
        }

        factors.Add(e);
    }
}
