namespace Hillock.Expressions;

/// <summary>Finds the kinks of a typed formula: where a switching primitive changes sides.</summary>
internal static class KinkFinder
{
    // Beside the point, relative to its size: near enough for one-sided slopes, far enough from rounding.
    private const double Offset = 1e-6;

    // Where a switch is not linear in x, its zeros are searched for in this range at this step.
    private const double SearchRange = 20;
    private const double SearchStep = 1 / 64.0;

    /// <summary>The points where the slopes on the two sides differ, or the function jumps, with the derived slope.</summary>
    public static IReadOnlyList<Kink> Find(Expression formula, IReadOnlyList<ActivationParameter> parameters)
    {
        var values = parameters.ToDictionary(p => p.Name, p => p.Default);
        var derivative = Derivative.WithRespectToX(formula);
        return
        [
            .. SwitchPoints(formula, values)
                .Select(location => (location, at: PlainEvaluation.Evaluate(location, double.NaN, values)))
                .Where(point => double.IsFinite(point.at))
                .DistinctBy(point => point.at)
                .Where(point => IsKink(formula, point.at, values))
                .OrderBy(point => point.at)
                .Select(point => new Kink(point.location, Simplifier.Simplify(derivative.Substitute(point.location)))),
        ];
    }

    /// <summary>Whether the function or its slope jumps at a point.</summary>
    public static bool IsKink(Expression formula, double at, IReadOnlyDictionary<string, double> parameters) =>
        Differs(formula, at, parameters) || Differs(Derivative.WithRespectToX(formula), at, parameters);

    private static bool Differs(Expression e, double at, IReadOnlyDictionary<string, double> parameters)
    {
        var step = Offset * Math.Max(1, Math.Abs(at));
        var left = PlainEvaluation.Evaluate(e, at - step, parameters);
        var right = PlainEvaluation.Evaluate(e, at + step, parameters);
        return Math.Abs(right - left) > 100 * Offset * Math.Max(1, Math.Abs(left) + Math.Abs(right));
    }

    /// <summary>Where the switching primitives of a formula change sides, whether it has a kink there or not.</summary>
    public static IReadOnlyList<Expression> SwitchPoints(Expression formula, IReadOnlyDictionary<string, double> values)
    {
        var points = new List<Expression>();
        formula.Any(node =>
        {
            if (node is Operation o) points.AddRange(Differences(o).SelectMany(d => Roots(d, values)));
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

    // The zero of a linear expression a·x + b is −b/a; other zeros are found as numbers.
    private static IEnumerable<Expression> Roots(Expression difference, IReadOnlyDictionary<string, double> values)
    {
        var slope = Derivative.WithRespectToX(difference);
        if (slope.IsZero) return [];
        if (slope.DependsOnX) return NumericRoots(x => PlainEvaluation.Evaluate(difference, x, values));
        var atZero = Simplifier.Simplify(difference.Substitute(Expression.Zero));
        return [Simplifier.Simplify(-atZero / slope)];
    }

    private static IEnumerable<Expression> NumericRoots(Func<double, double> f)
    {
        for (var left = -SearchRange; left < SearchRange; left += SearchStep)
        {
            var right = left + SearchStep;
            if (f(left) == 0) yield return left;
            else if (f(left) * f(right) < 0) yield return Bisect(f, left, right);
        }
    }

    private static double Bisect(Func<double, double> f, double left, double right)
    {
        var sign = Math.Sign(f(left));
        while (true)
        {
            var middle = (left + right) / 2;
            if (middle <= left || middle >= right) return middle;
            if (Math.Sign(f(middle)) == sign) left = middle;
            else right = middle;
        }
    }
}
