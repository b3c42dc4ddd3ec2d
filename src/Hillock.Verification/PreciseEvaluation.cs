using Hillock.Expressions;
using Hillock.Precision;

namespace Hillock.Verification;

/// <summary>Evaluates expressions with 320 bits by the plain formula of each primitive: no rewriting, no vector code,
/// nothing in common with the kernels. Where sums cancel more than that can bear, with 1600 bits.</summary>
public static class PreciseEvaluation
{
    private const int ManyBits = 1600;
    private const int MostCancelledBits = 150;

    private delegate BigReal Row(BigReal a, BigReal b, BigReal c);

    private static readonly Dictionary<Primitive, Row> Rows = new()
    {
        [Primitive.Add] = (a, b, _) => a + b,
        [Primitive.Subtract] = (a, b, _) => a - b,
        [Primitive.Multiply] = (a, b, _) => a * b,
        [Primitive.Divide] = (a, b, _) => a / b,
        [Primitive.Power] = (a, b, _) => BigMath.Pow(a, b),
        [Primitive.Negate] = (a, _, _) => -a,
        [Primitive.Abs] = (a, _, _) => BigReal.Abs(a),
        [Primitive.Sign] = (a, _, _) => a.Sign,
        [Primitive.Min] = (a, b, _) => a < b ? a : b,
        [Primitive.Max] = (a, b, _) => a > b ? a : b,
        [Primitive.Clamp] = (a, b, c) => a < b ? b : a > c ? c : a,
        [Primitive.Floor] = (a, _, _) => BigReal.FromInteger(BigReal.Floor(a)),
        [Primitive.Exp] = (a, _, _) => BigMath.Exp(a),
        [Primitive.Expm1] = (a, _, _) => BigMath.Expm1(a),
        [Primitive.Log] = (a, _, _) => BigMath.Log(a),
        [Primitive.Log1p] = (a, _, _) => BigMath.Log1p(a),
        [Primitive.Sqrt] = (a, _, _) => BigReal.Sqrt(a),
        [Primitive.Sin] = (a, _, _) => BigMath.Sin(a),
        [Primitive.Cos] = (a, _, _) => BigMath.Cos(a),
        [Primitive.Tan] = (a, _, _) => BigMath.Tan(a),
        [Primitive.Atan] = (a, _, _) => BigMath.Atan(a),
        [Primitive.Sinh] = (a, _, _) => BigMath.Sinh(a),
        [Primitive.Cosh] = (a, _, _) => BigMath.Cosh(a),
        [Primitive.Tanh] = (a, _, _) => BigMath.Tanh(a),
        [Primitive.Asinh] = (a, _, _) => BigMath.Asinh(a),
        [Primitive.Erf] = (a, _, _) => BigMath.Erf(a),
        [Primitive.Erfc] = (a, _, _) => BigMath.Erfc(a),
        [Primitive.Sigmoid] = (a, _, _) => BigMath.Sigmoid(a),
        [Primitive.Softplus] = (a, _, _) => BigMath.Softplus(a),
        [Primitive.NormalDistribution] = (a, _, _) => BigMath.NormalDistribution(a),
        [Primitive.NormalDensity] = (a, _, _) => BigMath.NormalDensity(a),
        [Primitive.Less] = (a, b, _) => a < b ? 1 : 0,
        [Primitive.LessOrEqual] = (a, b, _) => a <= b ? 1 : 0,
        [Primitive.Greater] = (a, b, _) => a > b ? 1 : 0,
        [Primitive.GreaterOrEqual] = (a, b, _) => a >= b ? 1 : 0,
        [Primitive.Where] = (a, b, c) => a.Sign != 0 ? b : c,
    };

    /// <summary>Whether there is a formula for the primitive.</summary>
    public static bool Covers(Primitive primitive) => Rows.ContainsKey(primitive);

    /// <summary>The value at x, or null where a part is undefined or beyond all bounds.</summary>
    public static BigReal? TryEvaluate(Expression expression, double x, IReadOnlyDictionary<string, double> parameters)
    {
        try
        {
            var (value, cancelled) = Evaluate(expression, x, parameters);
            return cancelled <= MostCancelledBits
                ? value
                : BigReal.WithPrecision(ManyBits, () => Evaluate(expression, x, parameters).Value);
        }
        catch (Exception e) when (e is ArgumentException or DivideByZeroException or OverflowException)
        {
            return null;
        }
    }

    private static (BigReal Value, long Cancelled) Evaluate(
        Expression expression, double x, IReadOnlyDictionary<string, double> parameters)
    {
        var known = new Dictionary<Expression, BigReal>();
        var cancelled = 0L;
        return (Visit(expression), cancelled);

        BigReal Visit(Expression e)
        {
            if (known.TryGetValue(e, out var value)) return value;
            return known[e] = Counted(e, Compute(e));
        }

        BigReal Compute(Expression e) => e switch
        {
            Constant { Name: "pi" } => BigMath.Pi,
            Constant { Name: "e" } => BigMath.Exp(1),
            Constant c => c.Value,
            Parameter p => parameters[p.Name],
            Operation { Primitive: Primitive.Where } o => Visit(Visit(o.Operands[0]).Sign != 0 ? o.Operands[1] : o.Operands[2]),
            Operation o => Rows[o.Primitive](Visit(o.Operands[0]), Operand(o, 1), Operand(o, 2)),
            _ => x,
        };

        // Leading bits that a sum has lost. What is exactly 0 has lost nothing that matters.
        BigReal Counted(Expression e, BigReal value)
        {
            if (e is Operation { Primitive: Primitive.Add or Primitive.Subtract } o && value.Sign != 0)
                cancelled = Math.Max(cancelled, Visit(o.Operands[0]).Magnitude - value.Magnitude);
            return value;
        }

        BigReal Operand(Operation o, int index) => index < o.Operands.Length ? Visit(o.Operands[index]) : BigReal.Zero;
    }
}
