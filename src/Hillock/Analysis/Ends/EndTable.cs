using Hillock.Analysis.Intervals;
using Hillock.Expressions;
using static Hillock.Analysis.Ends.EndFunctions;

namespace Hillock.Analysis.Ends;

/// <summary>The table of expansions at an end: one row a primitive.</summary>
internal static class EndTable
{
    private delegate EndExpansion Row(EndExpansion a, EndExpansion b, EndExpansion c);

    private static readonly Dictionary<Primitive, Row> Rows = new()
    {
        [Primitive.Add] = (a, b, _) => a + b,
        [Primitive.Subtract] = (a, b, _) => a - b,
        [Primitive.Multiply] = (a, b, _) => a * b,
        [Primitive.Divide] = (a, b, _) => a * Reciprocal(b),
        [Primitive.Power] = (a, b, _) => Power(a, b),
        [Primitive.Negate] = (a, _, _) => -a,
        [Primitive.Abs] = (a, _, _) => a.WeakSign switch { >= 0 => a, -1 => -a, _ => ByIntervals(Primitive.Abs, a) },
        [Primitive.Sign] = (a, _, _) => a.Sign is { } sign ? Constant(sign, a) : ByIntervals(Primitive.Sign, a),
        [Primitive.Min] = (a, b, _) => Smaller(a, b),
        [Primitive.Max] = (a, b, _) => -Smaller(-a, -b),
        [Primitive.Clamp] = (a, b, c) => Smaller(-Smaller(-a, -b), c),
        [Primitive.Floor] = (a, _, _) => a + EndExpansion.Within(a.Start, new(-1, 0)),
        [Primitive.Exp] = (a, _, _) => Exp(a),
        [Primitive.Expm1] = (a, _, _) => Smooth(Primitive.Expm1, a, () => Exp(a) - Constant(1, a)),
        [Primitive.Log] = (a, _, _) => Log(a),
        [Primitive.Log1p] = (a, _, _) => Log1p(a),
        [Primitive.Sqrt] = (a, _, _) => Power(a, Constant(0.5, a)),
        [Primitive.Sin] = (a, _, _) => Smooth(Primitive.Sin, a, () => ByIntervals(Primitive.Sin, a)),
        [Primitive.Cos] = (a, _, _) => Smooth(Primitive.Cos, a, () => ByIntervals(Primitive.Cos, a)),
        [Primitive.Tan] = (a, _, _) => Smooth(Primitive.Tan, a, () => ByIntervals(Primitive.Tan, a)),
        [Primitive.Atan] = (a, _, _) => Smooth(Primitive.Atan, a, () => Atan(a)),
        [Primitive.Sinh] = (a, _, _) => Smooth(Primitive.Sinh, a, () => (Exp(a) - Exp(-a)) * Constant(0.5, a)),
        [Primitive.Cosh] = (a, _, _) => Smooth(Primitive.Cosh, a, () => (Exp(a) + Exp(-a)) * Constant(0.5, a)),
        [Primitive.Tanh] = (a, _, _) => Smooth(Primitive.Tanh, a, () => Tanh(a)),
        [Primitive.Asinh] = (a, _, _) => Smooth(Primitive.Asinh, a, () => Asinh(a)),
        [Primitive.Erf] = (a, _, _) => Smooth(Primitive.Erf, a, () => Constant(1, a) - Erfc(a)),
        [Primitive.Erfc] = (a, _, _) => Smooth(Primitive.Erfc, a, () => Erfc(a)),
        [Primitive.Sigmoid] = (a, _, _) => Smooth(Primitive.Sigmoid, a, () => Sigmoid(a)),
        [Primitive.Softplus] = (a, _, _) => Smooth(Primitive.Softplus, a, () => Softplus(a)),
        [Primitive.NormalDistribution] = (a, _, _) =>
            Smooth(Primitive.NormalDistribution, a, () => NormalDistribution(a)),
        [Primitive.NormalDensity] = (a, _, _) => NormalDensity(a),
        [Primitive.Less] = Truth(Primitive.Less),
        [Primitive.LessOrEqual] = Truth(Primitive.LessOrEqual),
        [Primitive.Greater] = Truth(Primitive.Greater),
        [Primitive.GreaterOrEqual] = Truth(Primitive.GreaterOrEqual),
        [Primitive.Where] = (a, b, c) => EndExpansion.Within(
            b.Start, IntervalTable.Apply(Primitive.Where, a.Range, b.Range, c.Range)),
    };

    private static readonly Row[] ByPrimitive = [.. Enum.GetValues<Primitive>().Select(p => Rows[p])];

    /// <summary>The expansion of a primitive; operands that it does not take are ignored.</summary>
    public static EndExpansion Apply(Primitive primitive, EndExpansion a, EndExpansion b, EndExpansion c) =>
        ByPrimitive[(int)primitive](a, b, c);

    internal static bool Covers(Primitive primitive) => Rows.ContainsKey(primitive);

    private static Row Truth(Primitive condition) => (a, b, _) =>
        EndExpansion.Within(a.Start, IntervalTable.Apply(condition, a.Range, b.Range, default));
}
