namespace Hillock.Kernels.Elementary;

/// <summary>exp and its kin for floats that are computed as doubles: nearer to the textbook, since nothing overflows,
/// vanishes or loses the digits that a float has.</summary>
/// <remarks>The polynomials are good to 2⁻²⁷ or better, an eighth of an ULP of a float: results are within 0.65 ULP.</remarks>
internal static class WidenedFunctions
{
    // Here n is −1023, whose pattern as a power of two is that of 0: e^u is exactly 0 from there on, as at −∞.
    private const double Lowest = -1023 * 0.6931471805599453;

    // e^709 is nearly the largest double.
    private const double Highest = 709;

    /// <summary>eᵘ = 2ⁿ (1 + q)</summary>
    private readonly record struct Core(Value Q, Value Power)
    {
        public Value Exp => Q.Builder.FusedMultiplyAdd(Power, Q, Power);

        public Value Expm1 => Q.Builder.FusedMultiplyAdd(Power, Q, Power - 1);
    }

    // Beside 1 a shorter polynomial does.
    private static Value ExpOf(Value u) => CoreOf(u, Coefficients.ExpTailWidened).Exp;

    private static Value Expm1Of(Value u) => CoreOf(u, Coefficients.Expm1TailWidened).Expm1;

    private static Core CoreOf(Value u, double[] tail)
    {
        var b = u.Builder;
        var exponent = RoundedExponent.Of(u, 1 / Math.Log(2));
        var r = b.FusedMultiplyAdd(exponent.N, -Math.Log(2), u);
        var q = b.FusedMultiplyAdd(r * r, b.Polynomial(r, tail), r);
        return new Core(q, exponent.Power);
    }

    private static Value Bounded(Value u, double lowest, double highest)
    {
        var b = u.Builder;
        return b.Minimum(b.Maximum(u, b.Constant(lowest)), b.Constant(highest));
    }

    /// <summary>eᵘ</summary>
    public static Value Exp(Value u) => InfiniteAbove(u, ExpOf(Bounded(u, Lowest, Highest)));

    /// <summary>eᵘ for u ≤ 0</summary>
    public static Value ExpOfNegative(Value u) => ExpOf(u.Builder.Maximum(u, u.Builder.Constant(Lowest)));

    /// <summary>eᵘ − 1, with the sign of u also at ±0.</summary>
    public static Value Expm1(Value u) =>
        u.Builder.WithSign(InfiniteAbove(u, Expm1Of(Bounded(u, Lowest, Highest))), u);

    /// <summary>eᵘ − 1 for u ≤ 0, with the sign of u also at ±0.</summary>
    public static Value Expm1OfNegative(Value u) =>
        u.Builder.WithSign(Expm1Of(u.Builder.Maximum(u, u.Builder.Constant(Lowest))), u);

    private static Value InfiniteAbove(Value u, Value result)
    {
        var b = u.Builder;
        return b.Select(b.Less(b.Constant(Highest), u), b.Constant(double.PositiveInfinity), result);
    }

    /// <summary>tanh u = m / (m + 2), m = expm1(2u)</summary>
    public static Value Tanh(Value u)
    {
        var b = u.Builder;
        // tanh 20 is 1 to a double, and no product of such denominators overflows.
        var m = Expm1Of(Bounded(u + u, -40, 40));
        return b.WithSign(b.DivideByModerate(m, m + 2), u);
    }

    /// <summary>log(1 + eᵘ) = max(u, 0) + log1p(e^−|u|)</summary>
    public static Value Softplus(Value u)
    {
        var b = u.Builder;
        var tail = Log1pOfUnit(ExpOfNegative(b.MinusAbs(u)));
        return b.Select(b.Less(b.Constant(0), u), u + tail, tail);
    }

    /// <summary>log(1 + y) for 0 ≤ y ≤ 1</summary>
    public static Value Log1pOfUnit(Value y) => y * y.Builder.Polynomial(y, Coefficients.Log1pUnitWidened);

    /// <summary>log cosh u = log1p(w² / (2 (1 − w))) near 0 and |u| − log 2 + log1p((1 − w)²) else, with
    /// w = 1 − e^−|u|.</summary>
    public static Value LogOfCosh(Value u)
    {
        var b = u.Builder;
        var size = b.Abs(u);
        var core = CoreOf(b.Maximum(-size, b.Constant(Lowest)), Coefficients.Expm1TailWidened);
        var (y, w) = (core.Exp, core.Expm1);
        // cosh 1.3 − 1 < 1
        var isNear = b.Less(size, 1.3);
        var log = Log1pOfUnit(b.Select(isNear, w * w / (2 * y), y * y));
        return b.Select(isNear, log, log + (size - Math.Log(2)));
    }

    /// <summary>u − tanh u, by a polynomial where the difference would cancel.</summary>
    public static Value TanhShrink(Value u)
    {
        var b = u.Builder;
        var square = u * u;
        var near = u * square * b.Polynomial(square, Coefficients.TanhShrinkWidened);
        return b.Select(b.Less(b.Abs(u), 0.75), near, u - Tanh(u));
    }
}
