using Hillock.Expressions;

namespace Hillock.Analysis.Intervals;

/// <summary>The table of interval evaluation: one row a primitive, from enclosures of the operands to an enclosure of all
/// values.</summary>
/// <remarks>A condition is 1 where it holds for all operands, 0 where it holds for none, else [0, 1].</remarks>
internal static class IntervalTable
{
    private delegate Interval Row(Interval a, Interval b, Interval c);

    private static readonly Dictionary<Primitive, Row> Rows = new()
    {
        [Primitive.Add] = (a, b, _) => a + b,
        [Primitive.Subtract] = (a, b, _) => a - b,
        [Primitive.Multiply] = (a, b, _) => a * b,
        [Primitive.Divide] = (a, b, _) => a / b,
        [Primitive.Power] = (a, b, _) => Interval.Pow(a, b),
        [Primitive.Negate] = (a, _, _) => -a,
        [Primitive.Abs] = (a, _, _) => Interval.Abs(a),
        [Primitive.Sign] = (a, _, _) => Interval.SignOf(a),
        [Primitive.Min] = (a, b, _) => Interval.Min(a, b),
        [Primitive.Max] = (a, b, _) => Interval.Max(a, b),
        [Primitive.Clamp] = (a, b, c) => Interval.Min(Interval.Max(a, b), c),
        [Primitive.Floor] = (a, _, _) => Interval.Floor(a),
        [Primitive.Exp] = (a, _, _) => Interval.Exp(a),
        [Primitive.Expm1] = (a, _, _) => Interval.Expm1(a),
        [Primitive.Log] = (a, _, _) => Interval.Log(a),
        [Primitive.Log1p] = (a, _, _) => Interval.Log1p(a),
        [Primitive.Sqrt] = (a, _, _) => Interval.Sqrt(a),
        [Primitive.Sin] = (a, _, _) => Interval.Sin(a),
        [Primitive.Cos] = (a, _, _) => Interval.Cos(a),
        [Primitive.Tan] = (a, _, _) => Interval.Tan(a),
        [Primitive.Atan] = (a, _, _) => Interval.Atan(a),
        [Primitive.Sinh] = (a, _, _) => Interval.Sinh(a),
        [Primitive.Cosh] = (a, _, _) => Interval.Cosh(a),
        [Primitive.Tanh] = (a, _, _) => Interval.Tanh(a),
        [Primitive.Asinh] = (a, _, _) => Interval.Asinh(a),
        [Primitive.Erf] = (a, _, _) => Interval.Erf(a),
        [Primitive.Erfc] = (a, _, _) => Interval.Erfc(a),
        [Primitive.Sigmoid] = (a, _, _) => Interval.Sigmoid(a),
        [Primitive.Softplus] = (a, _, _) => Interval.Softplus(a),
        [Primitive.NormalDistribution] = (a, _, _) => Interval.NormalDistribution(a),
        [Primitive.NormalDensity] = (a, _, _) => Interval.NormalDensity(a),
        [Primitive.Less] = (a, b, _) => Truth(a, b, a.Upper < b.Lower, a.Lower >= b.Upper),
        [Primitive.LessOrEqual] = (a, b, _) => Truth(a, b, a.Upper <= b.Lower, a.Lower > b.Upper),
        [Primitive.Greater] = (a, b, _) => Truth(a, b, a.Lower > b.Upper, a.Upper <= b.Lower),
        [Primitive.GreaterOrEqual] = (a, b, _) => Truth(a, b, a.Lower >= b.Upper, a.Upper < b.Lower),
        [Primitive.Where] = Choose,
    };

    private static readonly Row[] ByPrimitive = [.. Enum.GetValues<Primitive>().Select(p => Rows[p])];

    /// <summary>Encloses all values of a primitive; operands that it does not take are ignored.</summary>
    public static Interval Apply(Primitive primitive, Interval a, Interval b, Interval c) =>
        ByPrimitive[(int)primitive](a, b, c);

    internal static bool Covers(Primitive primitive) => Rows.ContainsKey(primitive);

    private static Interval Truth(Interval a, Interval b, bool always, bool never)
    {
        if (a.IsEmpty || b.IsEmpty) return new(0, 1, Decoration.Unknown);
        Interval truth = always ? 1 : never ? 0 : new Interval(0, 1);
        return truth.With(a.Decoration).With(b.Decoration);
    }

    // Where both branches occur, the function may jump.
    private static Interval Choose(Interval condition, Interval then, Interval otherwise)
    {
        var isDefined = condition.Decoration == Decoration.Unknown ? Decoration.Unknown : Decoration.Continuous;
        return condition.Sign switch
        {
            1 => then.With(isDefined),
            0 => otherwise.With(isDefined),
            _ => Interval.Hull(then, otherwise).With(Decoration.Defined).With(isDefined),
        };
    }
}
