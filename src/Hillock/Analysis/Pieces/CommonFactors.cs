using Hillock.Expressions;

namespace Hillock.Analysis.Pieces;

/// <summary>Takes common factors out of sums: σ(x) + x·σ(x)·(1 − σ(x)) becomes σ(x)·(1 + x·(1 − σ(x))). Of a product of
/// factors with known signs the sign is known, of a sum of products it often is not.</summary>
internal static class CommonFactors
{
    private sealed record Term(double Sign, List<Expression> Above, List<Expression> Below);

    /// <summary>The same function, factored where a factor is common to all terms of a sum.</summary>
    public static Expression TakeOut(Expression expression) => expression.Transform(
        node => node is Operation { Primitive: Primitive.Add or Primitive.Subtract } sum ? Factored(sum) : node);

    private static Expression Factored(Expression sum)
    {
        var terms = new List<Term>();
        Collect(sum, 1, terms);
        var above = Common(terms, term => term.Above);
        var below = Common(terms, term => term.Below);
        if (above.Count == 0 && below.Count == 0) return sum;
        var rest = terms
            .Select(term => term.Sign * (Product(term.Above) / Product(term.Below)))
            .Aggregate((a, b) => a + b);
        return Product(above) * Simplifier.Simplify(rest) / Product(below);
    }

    private static void Collect(Expression e, double sign, List<Term> terms)
    {
        if (e is Operation { Primitive: Primitive.Add or Primitive.Subtract } o)
        {
            Collect(o[0], sign, terms);
            Collect(o[1], o.Primitive == Primitive.Add ? sign : -sign, terms);
            return;
        }

        var term = new Term(sign, [], []);
        Split(e, term.Above, term.Below);
        terms.Add(term);
    }

    private static void Split(Expression e, List<Expression> above, List<Expression> below)
    {
        switch (e)
        {
            case Operation { Primitive: Primitive.Multiply } o:
                Split(o[0], above, below);
                Split(o[1], above, below);
                break;
            case Operation { Primitive: Primitive.Divide } o:
                Split(o[0], above, below);
                Split(o[1], below, above);
                break;
            case Operation { Primitive: Primitive.Negate } o:
                above.Add(-1);
                Split(o[0], above, below);
                break;
            case Operation { Primitive: Primitive.Power } o when o[1] is Constant { Value: 2 or 3 or 4 } n:
                for (var i = 0; i < n.Value; i++) Split(o[0], above, below);
                break;
            default:
                above.Add(e);
                break;
        }
    }

    // Removes what all terms share, each as often as they share it.
    private static List<Expression> Common(List<Term> terms, Func<Term, List<Expression>> factors)
    {
        var common = new List<Expression>();
        foreach (var factor in factors(terms[0]).Where(f => f.DependsOnX).ToList())
        {
            if (!terms.All(term => factors(term).Contains(factor))) continue;
            foreach (var term in terms) factors(term).Remove(factor);
            common.Add(factor);
        }

        return common;
    }

    private static Expression Product(IEnumerable<Expression> factors) =>
        Simplifier.Simplify(factors.Aggregate(Expression.One, (a, b) => a * b));
}
