using Hillock.Analysis.Intervals;
using Hillock.Expressions;

namespace Hillock.Analysis.MeanField;

/// <summary>A bound on how fast an expression grows far out on one side: |e(x)| ≤ C (1 + |x|)ᵖ exp(b|x|).</summary>
/// <param name="Scale">C.</param>
/// <param name="Power">p ≥ 0.</param>
/// <param name="Rate">b ≥ 0.</param>
internal readonly record struct GrowthBound(double Scale, double Power, double Rate)
{
    /// <summary>Covers the rounding errors of the few operations that a bound is computed by.</summary>
    private const double Slack = 1 + 1e-9;

    /// <summary>The bound of e², where this is that of e.</summary>
    public GrowthBound Squared => this * this;

    /// <summary>A bound for all x of an interval that is not bounded; null where none was found.</summary>
    public static GrowthBound? Of(Expression e, Interval tail)
    {
        if (Values(e, tail) is { IsBounded: true } values) return new(values.Magnitude, 0, 0);
        if (e is not Operation o) return new(1, 1, 0);
        return o.Primitive switch
        {
            Primitive.Where => OfWhere(o, tail),
            Primitive.Divide => OfQuotient(o, tail),
            Primitive.Log => OfLogarithm(o[0], tail),
            Primitive.Log1p => OfLogarithm(1 + o[0], tail),
            Primitive.Power when o[0] is Constant { Value: > 0 } c => Of(o[1] * Math.Log(c.Value), tail)?.Exponential(),
            Primitive.Power => o[1] is Constant { Value: >= 0 } exponent ? Of(o[0], tail)?.ToThe(exponent.Value) : null,
            _ => OfOperands(o, [.. o.Operands.Select(operand => Of(operand, tail))]),
        };
    }

    /// <summary>A bound on ∫ |e(σz)| φ(z) dz over |z| ≥ reach on this side; ∞ where it grows too fast for one.</summary>
    /// <remarks>For z ≥ R = reach, (1 + σz)ᵖ exp(bσz) ≤ (1 + σR)ᵖ exp(bσR) exp(β(z − R)) with β = bσ + pσ/(1 + σR), since
    /// the logarithm is concave; and ∫ exp(β(z − R)) φ(z) dz ≤ φ(R)/(R − β).</remarks>
    public double NormalTail(double deviation, double reach)
    {
        var end = 1 + (deviation * reach);
        var growth = (Rate * deviation) + (Power * deviation / end);
        if (!(growth < reach)) return double.PositiveInfinity;
        var logarithm = (Power * Math.Log(end)) + (Rate * deviation * reach) - (reach * reach / 2);
        return Slack * Scale * Math.Exp(logarithm) / (reach - growth);
    }

    public static GrowthBound operator *(GrowthBound a, GrowthBound b) =>
        new(Slack * a.Scale * b.Scale, a.Power + b.Power, a.Rate + b.Rate);

    private static GrowthBound? OfOperands(Operation o, GrowthBound?[] operands)
    {
        if (operands.Any(operand => operand is null)) return null;
        var a = operands[0]!.Value;
        var rest = operands.Skip(1).Select(operand => operand!.Value);
        return o.Primitive switch
        {
            Primitive.Add or Primitive.Subtract => rest.Aggregate(
                a, (sum, b) => Largest(sum, b) with { Scale = Slack * (sum.Scale + b.Scale) }),
            Primitive.Multiply => rest.Aggregate(a, (product, b) => product * b),
            Primitive.Min or Primitive.Max or Primitive.Clamp => rest.Aggregate(a, Largest),
            Primitive.Negate or Primitive.Abs or Primitive.Asinh => a,
            Primitive.Floor or Primitive.Softplus => a with { Scale = Slack * (a.Scale + 1) },
            Primitive.Sqrt => a.ToThe(0.5),
            Primitive.Exp or Primitive.Expm1 or Primitive.Sinh or Primitive.Cosh => a.Exponential(),
            _ => null,
        };
    }

    // The branch that holds there; the larger of both where that is not decided.
    private static GrowthBound? OfWhere(Operation o, Interval tail)
    {
        var holds = Values(new Operation(Primitive.Where, o[0], Expression.One, Expression.Zero), tail);
        if (holds is { IsPoint: true, Lower: var truth }) return Of(o[truth == 1 ? 1 : 2], tail);
        return Of(o[1], tail) is { } then && Of(o[2], tail) is { } otherwise ? Largest(then, otherwise) : null;
    }

    private static GrowthBound? OfQuotient(Operation o, Interval tail)
    {
        var denominator = Values(o[1], tail);
        if (denominator.Sign is not (1 or -1)) return null;
        var least = Math.Min(Math.Abs(denominator.Lower), Math.Abs(denominator.Upper));
        return Of(o[0], tail) is { } numerator ? numerator with { Scale = Slack * numerator.Scale / least } : null;
    }

    // |log v| ≤ |log m| + |log C| + (p + b)(1 + |x|) where 0 < m ≤ v ≤ C (1 + |x|)ᵖ exp(b|x|)
    private static GrowthBound? OfLogarithm(Expression argument, Interval tail)
    {
        var least = Values(argument, tail).Lower;
        return least > 0 && Of(argument, tail) is { } a
            ? new(Slack * (Math.Abs(Math.Log(least)) + Math.Abs(Math.Log(a.Scale)) + a.Power + a.Rate), 1, 0)
            : null;
    }

    private static Interval Values(Expression e, Interval tail) =>
        new EnclosureProgram(e).Evaluate(tail, IntervalArithmetic.Instance);

    private static GrowthBound Largest(GrowthBound a, GrowthBound b) =>
        new(Math.Max(a.Scale, b.Scale), Math.Max(a.Power, b.Power), Math.Max(a.Rate, b.Rate));

    private GrowthBound ToThe(double exponent) =>
        new(Slack * Math.Pow(Scale, exponent), Power * exponent, Rate * exponent);

    // e^|a| ≤ e^(C (1 + |x|))
    private GrowthBound? Exponential() =>
        Rate == 0 && Power <= 1 ? new(Slack * Math.Exp(Scale), 0, Scale) : null;
}
