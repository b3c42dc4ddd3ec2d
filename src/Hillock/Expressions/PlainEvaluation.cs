namespace Hillock.Expressions;

/// <summary>Evaluates expressions at one point in double precision by the plain formula of each primitive.</summary>
/// <remarks>For questions of shape, such as which side of a kink is steeper; kernels give accurate values.</remarks>
internal static class PlainEvaluation
{
    private delegate double Row(double a, double b, double c);

    private static readonly Dictionary<Primitive, Row> Rows = new()
    {
        [Primitive.Add] = (a, b, _) => a + b,
        [Primitive.Subtract] = (a, b, _) => a - b,
        [Primitive.Multiply] = (a, b, _) => a * b,
        [Primitive.Divide] = (a, b, _) => a / b,
        [Primitive.Power] = (a, b, _) => Math.Pow(a, b),
        [Primitive.Negate] = (a, _, _) => -a,
        [Primitive.Abs] = (a, _, _) => Math.Abs(a),
        [Primitive.Sign] = (a, _, _) => double.IsNaN(a) ? a : Math.Sign(a),
        [Primitive.Min] = (a, b, _) => Math.Min(a, b),
        [Primitive.Max] = (a, b, _) => Math.Max(a, b),
        [Primitive.Clamp] = (a, b, c) => Math.Min(Math.Max(a, b), c),
        [Primitive.Floor] = (a, _, _) => Math.Floor(a),
        [Primitive.Exp] = (a, _, _) => Math.Exp(a),
        [Primitive.Expm1] = (a, _, _) => Expm1(a),
        [Primitive.Log] = (a, _, _) => Math.Log(a),
        [Primitive.Log1p] = (a, _, _) => Log1p(a),
        [Primitive.Sqrt] = (a, _, _) => Math.Sqrt(a),
        [Primitive.Sin] = (a, _, _) => Math.Sin(a),
        [Primitive.Cos] = (a, _, _) => Math.Cos(a),
        [Primitive.Tan] = (a, _, _) => Math.Tan(a),
        [Primitive.Atan] = (a, _, _) => Math.Atan(a),
        [Primitive.Sinh] = (a, _, _) => Math.Sinh(a),
        [Primitive.Cosh] = (a, _, _) => Math.Cosh(a),
        [Primitive.Tanh] = (a, _, _) => Math.Tanh(a),
        [Primitive.Asinh] = (a, _, _) => Math.Asinh(a),
        [Primitive.Erf] = (a, _, _) => 1 - Erfc(a),
        [Primitive.Erfc] = (a, _, _) => Erfc(a),
        [Primitive.Sigmoid] = (a, _, _) => 1 / (1 + Math.Exp(-a)),
        [Primitive.Softplus] = (a, _, _) => Math.Max(a, 0) + Log1p(Math.Exp(-Math.Abs(a))),
        [Primitive.NormalDistribution] = (a, _, _) => Erfc(-a / Math.Sqrt(2)) / 2,
        [Primitive.NormalDensity] = (a, _, _) => Math.Exp(-a * a / 2) / Math.Sqrt(2 * Math.PI),
        [Primitive.Less] = (a, b, _) => a < b ? 1 : 0,
        [Primitive.LessOrEqual] = (a, b, _) => a <= b ? 1 : 0,
        [Primitive.Greater] = (a, b, _) => a > b ? 1 : 0,
        [Primitive.GreaterOrEqual] = (a, b, _) => a >= b ? 1 : 0,
        [Primitive.Where] = (a, b, c) => a != 0 ? b : c,
    };

    /// <summary>The value at x, with these values of the parameters.</summary>
    public static double Evaluate(Expression expression, double x, IReadOnlyDictionary<string, double> parameters)
    {
        return Visit(expression);

        double Visit(Expression e) => e switch
        {
            Constant c => c.Value,
            Parameter p => parameters.GetValueOrDefault(p.Name, double.NaN),
            Operation o => Rows[o.Primitive](Operand(o, 0), Operand(o, 1), Operand(o, 2)),
            _ => x,
        };

        double Operand(Operation o, int index) => index < o.Operands.Length ? Visit(o[index]) : 0;
    }

    internal static bool Covers(Primitive primitive) => Rows.ContainsKey(primitive);

    // (u − 1) · a / log u with u = e^a corrects the rounding of u (Kahan).
    private static double Expm1(double a)
    {
        var u = Math.Exp(a);
        if (u == 1) return a;
        return u - 1 == -1 || double.IsInfinity(u) ? u - 1 : (u - 1) * a / Math.Log(u);
    }

    private static double Log1p(double a)
    {
        var u = 1 + a;
        return u == 1 || double.IsInfinity(u) ? a : Math.Log(u) * a / (u - 1);
    }

    // The series of erf near 0, a continued fraction of erfc farther out.
    private static double Erfc(double a)
    {
        if (double.IsNaN(a)) return a;
        if (a < 0) return 2 - Erfc(-a);
        if (a > 30) return 0;
        var scale = Math.Exp(-a * a) / Math.Sqrt(Math.PI);
        if (a < 2)
        {
            var (term, sum) = (a, a);
            for (var k = 1; k < 60; k++) sum += term *= 2 * a * a / ((2 * k) + 1);
            return 1 - (2 * scale * sum);
        }

        var fraction = 0.0;
        for (var k = 120; k > 0; k--) fraction = k / 2.0 / (a + fraction);
        return scale / (a + fraction);
    }
}
