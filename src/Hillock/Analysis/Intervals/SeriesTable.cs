using Hillock.Expressions;

namespace Hillock.Analysis.Intervals;

/// <summary>The table of interval Taylor series: one row a primitive, from the series of the operands to the series of the
/// result.</summary>
internal static class SeriesTable
{
    private const int LargestRepeatedPower = 64;

    private delegate IntervalSeries Row(IntervalSeries a, IntervalSeries b, IntervalSeries c);

    private static readonly Dictionary<Primitive, Row> Rows = new()
    {
        [Primitive.Add] = (a, b, _) => a + b,
        [Primitive.Subtract] = (a, b, _) => a - b,
        [Primitive.Multiply] = (a, b, _) => a * b,
        [Primitive.Divide] = (a, b, _) => a / b,
        [Primitive.Power] = (a, b, _) => Power(a, b),
        [Primitive.Negate] = (a, _, _) => -a,
        [Primitive.Abs] = (a, _, _) => Larger(a, -a).WithValues(Interval.Abs(a[0])),
        [Primitive.Sign] = (a, _, _) => Stepping(Interval.SignOf(a[0]), a.Order),
        [Primitive.Min] = (a, b, _) => -Larger(-a, -b),
        [Primitive.Max] = (a, b, _) => Larger(a, b),
        [Primitive.Clamp] = (a, b, c) => -Larger(-Larger(a, b), -c),
        [Primitive.Floor] = (a, _, _) => Stepping(Interval.Floor(a[0]), a.Order),
        [Primitive.Exp] = (a, _, _) => Exp(a),
        [Primitive.Expm1] = (a, _, _) => Exp(a).WithValues(Interval.Expm1(a[0])),
        [Primitive.Log] = (a, _, _) => IntervalSeries.Integrate(Interval.Log(a[0]), a, One(a) / a),
        [Primitive.Log1p] = (a, _, _) => IntervalSeries.Integrate(Interval.Log1p(a[0]), a, One(a) / (One(a) + a)),
        [Primitive.Sqrt] = (a, _, _) => IntervalSeries.Sqrt(a),
        [Primitive.Sin] = (a, _, _) => IntervalSeries.Pair(Interval.Sin(a[0]), Interval.Cos(a[0]), -1, a).First,
        [Primitive.Cos] = (a, _, _) => IntervalSeries.Pair(Interval.Sin(a[0]), Interval.Cos(a[0]), -1, a).Second,
        [Primitive.Tan] = (a, _, _) => Tan(a, Interval.Tan(a[0])),
        [Primitive.Atan] = (a, _, _) => IntervalSeries.Integrate(Interval.Atan(a[0]), a, One(a) / OnePlusSquare(a)),
        [Primitive.Sinh] = (a, _, _) => IntervalSeries.Pair(Interval.Sinh(a[0]), Interval.Cosh(a[0]), 1, a).First,
        [Primitive.Cosh] = (a, _, _) => IntervalSeries.Pair(Interval.Sinh(a[0]), Interval.Cosh(a[0]), 1, a).Second,
        [Primitive.Tanh] = (a, _, _) => IntervalSeries.Riccati(
            Interval.Tanh(a[0]), One(a)[0] / Interval.Square(Interval.Cosh(a[0])), a, 1, 0, -1),
        [Primitive.Asinh] = (a, _, _) => IntervalSeries.Integrate(
            Interval.Asinh(a[0]), a, One(a) / IntervalSeries.Sqrt(OnePlusSquare(a))),
        [Primitive.Erf] = (a, _, _) => IntervalSeries.Integrate(Interval.Erf(a[0]), a, ErfSlope(a)),
        [Primitive.Erfc] = (a, _, _) => IntervalSeries.Integrate(Interval.Erfc(a[0]), a, -ErfSlope(a)),
        [Primitive.Sigmoid] = (a, _, _) => Sigmoid(a),
        [Primitive.Softplus] = (a, _, _) => IntervalSeries.Integrate(Interval.Softplus(a[0]), a, Sigmoid(a)),
        [Primitive.NormalDistribution] = (a, _, _) =>
            IntervalSeries.Integrate(Interval.NormalDistribution(a[0]), a, Density(a)),
        [Primitive.NormalDensity] = (a, _, _) => Density(a),
        [Primitive.Less] = Truth(Primitive.Less),
        [Primitive.LessOrEqual] = Truth(Primitive.LessOrEqual),
        [Primitive.Greater] = Truth(Primitive.Greater),
        [Primitive.GreaterOrEqual] = Truth(Primitive.GreaterOrEqual),
        [Primitive.Where] = (a, b, c) => Choose(a[0], b, c),
    };

    private static readonly Row[] ByPrimitive = [.. Enum.GetValues<Primitive>().Select(p => Rows[p])];

    /// <summary>The series of a primitive; operands that it does not take are ignored.</summary>
    public static IntervalSeries Apply(Primitive primitive, IntervalSeries a, IntervalSeries b, IntervalSeries c) =>
        ByPrimitive[(int)primitive](a, b, c);

    /// <summary>The branch that a condition selects; where both may occur, the function may jump.</summary>
    public static IntervalSeries Choose(Interval condition, IntervalSeries then, IntervalSeries otherwise)
    {
        var values = IntervalTable.Apply(Primitive.Where, condition, then[0], otherwise[0]);
        return condition.Sign switch
        {
            1 => then.WithValues(values),
            0 => otherwise.WithValues(values),
            _ => Stepping(values, then.Order),
        };
    }

    internal static bool Covers(Primitive primitive) => Rows.ContainsKey(primitive);

    private static Row Truth(Primitive condition) =>
        (a, b, _) => Stepping(IntervalTable.Apply(condition, a[0], b[0], default), a.Order);

    private static IntervalSeries One(IntervalSeries like) => IntervalSeries.Constant(Interval.One, like.Order);

    private static IntervalSeries Square(IntervalSeries a) => (a * a).WithValues(Interval.Square(a[0]));

    private static IntervalSeries OnePlusSquare(IntervalSeries a) => One(a) + Square(a);

    private static IntervalSeries Exp(IntervalSeries a)
    {
        var value = Interval.Exp(a[0]);
        return IntervalSeries.Riccati(value, value, a, 0, 1, 0);
    }

    private static IntervalSeries Tan(IntervalSeries a, Interval value) =>
        IntervalSeries.Riccati(value, Interval.One + Interval.Square(value), a, 1, 0, 1);

    private static IntervalSeries Sigmoid(IntervalSeries a)
    {
        var value = Interval.Sigmoid(a[0]);
        return IntervalSeries.Riccati(value, value * Interval.Sigmoid(-a[0]), a, 0, 1, -1);
    }

    private static IntervalSeries ErfSlope(IntervalSeries a) =>
        Exp(-Square(a)) * IntervalSeries.Constant(2 / Interval.Sqrt(Interval.Pi), a.Order);

    private static IntervalSeries Density(IntervalSeries a) =>
        Exp(-Square(a) * IntervalSeries.Constant(0.5, a.Order))
        / IntervalSeries.Constant(Interval.Sqrt(2 * Interval.Pi), a.Order);

    // The general recurrence divides by the base; a natural power of a base that may be 0 is a product.
    private static IntervalSeries Power(IntervalSeries a, IntervalSeries b)
    {
        var values = Interval.Pow(a[0], b[0]);
        if (!IsConstant(b))
            return Exp(b * IntervalSeries.Integrate(Interval.Log(a[0]), a, One(a) / a)).WithValues(values);
        var p = b[0];
        if (!a[0].Contains(0) || !p.IsPoint || p.Lower != Math.Floor(p.Lower) || Math.Abs(p.Lower) > LargestRepeatedPower)
            return IntervalSeries.Power(a, p);
        var power = RepeatedPower(a, (int)Math.Abs(p.Lower));
        return (p.Lower < 0 ? One(a) / power : power).WithValues(values);
    }

    private static IntervalSeries RepeatedPower(IntervalSeries a, int n)
    {
        if (n == 0) return One(a);
        var half = RepeatedPower(a, n / 2);
        return n % 2 == 0 ? Square(half) : Square(half) * a;
    }

    private static bool IsConstant(IntervalSeries a)
    {
        for (var k = 1; k <= a.Order; k++)
            if (!a[k].IsZero)
                return false;
        return true;
    }

    // The larger of two; where either may be the larger there may be a kink, and the slope is one of the two.
    private static IntervalSeries Larger(IntervalSeries a, IntervalSeries b)
    {
        if (a[0].Lower > b[0].Upper) return a.WithValues(a[0].With(b[0].Decoration));
        if (b[0].Lower > a[0].Upper) return b.WithValues(b[0].With(a[0].Decoration));
        if (a[0].IsEmpty || b[0].IsEmpty) return Stepping(Interval.Empty, a.Order);
        return IntervalSeries.Build(a.Order, (k, _) => k switch
        {
            0 => Interval.Max(a[0], b[0]),
            1 => Interval.Hull(a[1], b[1]).With(Decoration.Unknown),
            _ => Interval.Entire.With(Decoration.Unknown),
        });
    }

    // Constant, but for jumps.
    private static IntervalSeries Stepping(Interval values, int order) => IntervalSeries.Build(order, (k, _) =>
        k == 0 ? values
        : values.Decoration == Decoration.Continuous ? Interval.Zero
        : Interval.Entire.With(Decoration.Unknown));
}
