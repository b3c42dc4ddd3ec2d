namespace Hillock.Kernels.Elementary;

/// <summary>exp and what is made of it: expm1, sigmoid, softplus, the hyperbolic functions.</summary>
/// <remarks>What a widened format does in another way is in <see cref="WidenedFunctions"/>.</remarks>
internal static class ExponentialFunctions
{
    /// <summary>eᵘ = 2ⁿ · (1 + q) with integral n and q = e^r − 1, |r| ≤ ½ log 2.</summary>
    private readonly record struct Core(Value Q, Value N);

    // Beyond these e^u is 0 or ∞, and within them 2ⁿ can be applied in two steps.
    private static double Bound(ElementFormat format) => format.IsSingle ? 174 : 1416;

    private static Core CoreOf(ExtendedValue u, Value clamped)
    {
        var b = u.High.Builder;
        var n = b.Round(clamped * (1 / Math.Log(2)));
        var (ln2High, ln2Low) = b.Format.IsSingle
            ? (Coefficients.Ln2HighSingle, Coefficients.Ln2LowSingle)
            : (Coefficients.Ln2HighDouble, Coefficients.Ln2LowDouble);
        var r = b.FusedMultiplyAdd(n, -ln2High, clamped);
        r = b.FusedMultiplyAdd(n, -ln2Low, r);
        if (u.SafeLow(Bound(b.Format)) is { } correction) r += correction;
        return new Core(Expm1Of(r), n);
    }

    private static Value Expm1Of(Value r)
    {
        var b = r.Builder;
        var tail = b.Polynomial(r, b.Format.IsSingle ? Coefficients.Expm1TailSingle : Coefficients.Expm1TailDouble);
        return b.FusedMultiplyAdd(r * r, tail, r);
    }

    /// <summary>eᵘ</summary>
    public static Value Exp(ExtendedValue u)
    {
        var b = u.High.Builder;
        if (b.Format.IsWidened) return WidenedFunctions.Exp(u.High);
        var bound = Bound(b.Format);
        var clamped = b.Minimum(b.Maximum(u.High, b.Constant(-bound)), b.Constant(bound));
        var core = CoreOf(u, clamped);
        var mantissa = ZeroBelow(-bound, u.High, 1 + core.Q);
        mantissa = b.Select(b.Less(b.Constant(bound), u.High), b.Constant(double.PositiveInfinity), mantissa);
        return b.Scale(mantissa, core.N);
    }

    /// <summary>eᵘ for u ≤ 0</summary>
    public static Value ExpOfNegative(ExtendedValue u)
    {
        var b = u.High.Builder;
        if (b.Format.IsWidened) return WidenedFunctions.ExpOfNegative(u.High);
        var bound = Bound(b.Format);
        var core = CoreOf(u, b.Maximum(u.High, b.Constant(-bound)));
        return b.Scale(ZeroBelow(-bound, u.High, 1 + core.Q), core.N);
    }

    // An exact 0, which stays 0 when a large factor is multiplied in before the scaling.
    private static Value ZeroBelow(double bound, Value u, Value mantissa)
    {
        var b = u.Builder;
        return b.Select(b.Less(u, bound), b.Constant(0), mantissa);
    }

    /// <summary>eᵘ − 1 = 2ⁿ q + (2ⁿ − 1), with the sign of u also at ±0.</summary>
    public static Value Expm1(ExtendedValue u)
    {
        var b = u.High.Builder;
        if (b.Format.IsWidened) return WidenedFunctions.Expm1(u.High);
        var bound = Bound(b.Format);
        var core = CoreOf(u, b.Minimum(b.Maximum(u.High, b.Constant(-bound)), b.Constant(bound)));
        // In two steps, because 2¹²⁸ is too large for a float and yet e^88.5 is not.
        var n = b.Minimum(core.N, b.Constant(b.Format.ExponentBias));
        var power = b.Scale(b.Constant(1), n);
        return b.WithSign(b.Scale(b.FusedMultiplyAdd(power, core.Q, power - 1), core.N - n), u.High);
    }

    /// <summary>eᵘ − 1 for u ≤ 0</summary>
    public static Value Expm1OfNegative(Value u) => u.Builder.Format.IsWidened
        ? WidenedFunctions.Expm1OfNegative(u)
        : u.Builder.WithSign(OneMinusExpOfNegative(u), u);

    /// <summary>±(1 − eᵘ) for u ≤ 0, from the same core as <see cref="ExpOfNegative"/>; the sign means nothing.</summary>
    private static Value OneMinusExpOfNegative(Value u)
    {
        var b = u.Builder;
        var core = CoreOf(u, b.Maximum(u, b.Constant(-Bound(b.Format))));
        var power = b.Scale(b.Constant(1), core.N);
        return b.FusedMultiplyAdd(power, core.Q, power - 1);
    }

    /// <summary>1 / (1 + e⁻ᵘ) = (u ≥ 0 ? 1 : y) / (1 + y) with y = e^−|u|.</summary>
    public static Value Sigmoid(ExtendedValue u)
    {
        var b = u.High.Builder;
        var y = ExpOfNegative(u.MinusMagnitude());
        var numerator = b.Select(b.LessOrEqual(b.Constant(0), u.High), b.Constant(1), y);
        return b.DivideByModerate(numerator, 1 + y);
    }

    /// <summary>σ(u) σ(−u) = y / (1 + y)², y = e^−|u|: no 1 − σ, which would cancel.</summary>
    public static Value SigmoidBell(ExtendedValue u)
    {
        var b = u.High.Builder;
        var y = ExpOfNegative(u.MinusMagnitude());
        return b.DivideByModerate(b.DivideByModerate(y, 1 + y), 1 + y);
    }

    /// <summary>log(1 + eᵘ) = max(u, 0) + log1p(e^−|u|)</summary>
    public static Value Softplus(ExtendedValue u)
    {
        var b = u.High.Builder;
        if (b.Format.IsWidened) return WidenedFunctions.Softplus(u.High);
        var tail = Logarithm.Log1pOfUnit(ExpOfNegative(u.MinusMagnitude()));
        // Selected rather than added, so that the left tail keeps its postponed scaling.
        var right = u.High + tail;
        if (u.SafeLow(Bound(b.Format)) is { } low) right += low;
        return b.Select(b.Less(b.Constant(0), u.High), right, tail);
    }

    /// <summary>tanh u = (1 − y) / (1 + y) with the sign of u, y = e^(−2|u|), 1 − y without cancellation.</summary>
    public static Value Tanh(Value u)
    {
        var b = u.Builder;
        if (b.Format.IsWidened) return WidenedFunctions.Tanh(u);
        var exponent = b.MinusAbs(2 * u);
        var numerator = b.WithSign(OneMinusExpOfNegative(exponent), u);
        return b.DivideByModerate(numerator, 1 + ExpOfNegative(exponent));
    }

    /// <summary>tanh(softplus u), without an intermediate that overflows or cancels.</summary>
    public static Value TanhOfSoftplus(ExtendedValue u)
    {
        var (numerator, denominator, _, _) = PartsOfTanhOfSoftplus(u);
        return u.High.Builder.DivideByModerate(numerator, denominator);
    }

    /// <summary>1 − tanh²(softplus u) = 4 s (1 + y)² / M², with M the denominator of tanh(softplus u),
    /// s = y² for u ≥ 0 and 1 else.</summary>
    public static Value BellOfSoftplus(ExtendedValue u)
    {
        var (_, denominator, y, right) = PartsOfTanhOfSoftplus(u);
        var b = u.High.Builder;
        var numerator = 4 * b.Select(right, y * y, b.Constant(1)) * ((1 + y) * (1 + y));
        return b.DivideByModerate(b.DivideByModerate(numerator, denominator), denominator);
    }

    // With y = e^−|u|: (1 + 2y) / (1 + 2y + 2y²) for u ≥ 0 and y(y + 2) / (y(y + 2) + 2) for u < 0.
    private static (Value Numerator, Value Denominator, Value Y, Value Right) PartsOfTanhOfSoftplus(ExtendedValue u)
    {
        var b = u.High.Builder;
        var y = ExpOfNegative(u.MinusMagnitude());
        var right = b.LessOrEqual(b.Constant(0), u.High);
        var left = y * (y + 2);
        var top = 1 + (2 * y);
        var numerator = b.Select(right, top, left);
        var denominator = b.Select(right, b.FusedMultiplyAdd(2 * y, y, top), left + 2);
        return (numerator, denominator, y, right);
    }

    /// <summary>cosh u = ½ e^|u| + ½ e^−|u|</summary>
    public static Value Cosh(Value u)
    {
        var size = u.Builder.Abs(u);
        return (0.5 * Exp(size)) + (0.5 * ExpOfNegative(-size));
    }

    /// <summary>sinh u = ½ (m + m / (m + 1)), m = expm1 |u|; for large |u| ½ e^|u|, which does not overflow early.</summary>
    public static Value Sinh(Value u)
    {
        var b = u.Builder;
        var size = b.Abs(u);
        var bound = b.Format.IsSingle ? 20 : 40;
        var m = Expm1(b.Minimum(size, b.Constant(bound)));
        var sinh = b.Select(b.Less(size, bound), 0.5 * (m + (m / (m + 1))), 0.5 * Exp(size));
        return b.WithSign(sinh, u);
    }

    /// <summary>log cosh u = log1p(m² / (2 (m + 1))), m = expm1 |u|; for large |u| it is |u| − log 2.</summary>
    public static Value LogOfCosh(Value u)
    {
        var b = u.Builder;
        if (b.Format.IsWidened) return WidenedFunctions.LogOfCosh(u);
        var size = b.Abs(u);
        var bound = b.Format.IsSingle ? 9.5 : 19.5;
        var m = Expm1(b.Minimum(size, b.Constant(bound)));
        var near = Logarithm.Log1p(m * (m / (2 * (m + 1))));
        return b.Select(b.Less(size, bound), near, size - Math.Log(2));
    }

    /// <summary>u − tanh u = (u cosh u − sinh u) / cosh u near 0, where the numerator is a series without
    /// cancellation, Σ 2k / (2k + 1)! · u^(2k+1).</summary>
    public static Value TanhShrink(Value u)
    {
        var b = u.Builder;
        if (b.Format.IsWidened) return WidenedFunctions.TanhShrink(u);
        var square = u * u;
        var series = b.Polynomial(square, TanhShrinkSeries(b.Format.IsSingle ? 6 : 11));
        var small = u * square * series / Cosh(b.Minimum(b.Abs(u), b.Constant(1)));
        return b.Select(b.Less(b.Abs(u), 1), small, u - Tanh(u));
    }

    private static double[] TanhShrinkSeries(int terms)
    {
        var series = new double[terms];
        var factorial = 1.0;
        for (var k = 1; k <= terms; k++)
        {
            factorial *= 2 * k * ((2 * k) + 1);
            series[k - 1] = 2 * k / factorial;
        }

        return series;
    }
}
