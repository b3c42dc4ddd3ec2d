namespace Hillock.Expressions;

/// <summary>Finds the kinks of a typed formula: where a switching primitive changes sides.</summary>
internal static class KinkFinder
{
    // Beside the point, relative to its size: near enough for one-sided slopes, far enough from rounding.
    private const double Offset = 1e-6;

    /// <summary>The points where the slopes on the two sides differ, or the function jumps, with the derived slope.</summary>
    public static IReadOnlyList<Kink> Find(Expression formula, IReadOnlyList<ActivationParameter> parameters)
    {
        var values = parameters.ToDictionary(p => p.Name, p => p.Default);
        var derivative = Derivative.WithRespectToX(formula);
        return
        [
            .. SwitchPoints(formula)
                .Select(location => (location, at: PlainEvaluation.Evaluate(location, double.NaN, values)))
                .Where(point => double.IsFinite(point.at))
                .DistinctBy(point => point.at)
                .Where(point => Differs(formula, point.at, values) || Differs(derivative, point.at, values))
                .OrderBy(point => point.at)
                .Select(point => new Kink(point.location, Simplifier.Simplify(derivative.Substitute(point.location)))),
        ];
    }

    private static bool Differs(Expression e, double at, IReadOnlyDictionary<string, double> parameters)
    {
        var step = Offset * Math.Max(1, Math.Abs(at));
        var left = PlainEvaluation.Evaluate(e, at - step, parameters);
        var right = PlainEvaluation.Evaluate(e, at + step, parameters);
        return Math.Abs(right - left) > 100 * Offset * Math.Max(1, Math.Abs(left) + Math.Abs(right));
    }

    private static List<Expression> SwitchPoints(Expression formula)
    {
        var points = new List<Expression>();
        formula.Any(node =>
        {
            if (node is Operation o) points.AddRange(Differences(o).Select(Root).OfType<Expression>());
            return false;
        });
        return points;
    }

    // The expressions whose change of sign switches the primitive.
    private static IEnumerable<Expression> Differences(Operation o) => o.Primitive switch
    {
        Primitive.Abs or Primitive.Sign => [o[0]],
        Primitive.Min or Primitive.Max => [o[0] - o[1]],
        Primitive.Clamp => [o[0] - o[1], o[0] - o[2]],
        Primitive.Where when o[0] is Operation c => [c[0] - c[1]],
        _ => [],
    };

    // The zero of a linear expression a·x + b, which is −b/a.
    private static Expression? Root(Expression difference)
    {
        var slope = Derivative.WithRespectToX(difference);
        if (slope.IsZero || slope.DependsOnX) return null;
        var atZero = Simplifier.Simplify(difference.Substitute(Expression.Zero));
        return Simplifier.Simplify(-atZero / slope);
    }
}
