namespace Hillock.Kernels.Elementary;

/// <summary>eᵘ − 1, and what is made of eᵘ, as unevaluated sums of two floats: what the roundings lost is carried along, so that
/// little more than the last rounding is left of the error.</summary>
/// <remarks>Sums of two numbers keep their error by Fast2Sum (Dekker 1971), products by a fused multiply-add.</remarks>
internal static class CompensatedExponentials
{
    /// <summary>eᵘ − 1 = 2⁻ⁿ − 1 + 2⁻ⁿ Q for u ≤ 0, with the sign of u also at ±0.</summary>
    public static ExtendedValue Expm1OfNegative(Value u)
    {
        var b = u.Builder;
        // e^−88 vanishes beside 1.
        var bounded = b.Maximum(u, b.Constant(-88));
        var exponent = RoundedExponent.Of(bounded, 1 / Math.Log(2));
        var q = Remainder(exponent.MinusN, bounded, low: null, Coefficients.Expm1TailSingle);
        var power = exponent.Power;
        var high = b.FusedMultiplyAdd(power, q.High, power - 1);
        var rest = b.FusedMultiplyAdd(power, q.High, power - 1 - high);
        return new ExtendedValue(b.WithSign(high, u), b.FusedMultiplyAdd(power, q.Low!.Value, rest));
    }

    /// <summary>u tanh(softplus u) = u N / (N + 2), N = eᵘ (eᵘ + 2), rounded.</summary>
    public static Value RoundedTanhOfSoftplusGate(Value u)
    {
        var b = u.Builder;
        // From there on tanh(softplus u) is 1 to a float.
        const double highest = 9.02;
        var bounded = b.Minimum(b.Maximum(u, b.Constant(RoundedExponent.LowestLifted)), b.Constant(highest));
        var exponent = RoundedExponent.Of(bounded, 1 / Math.Log(2), RoundedExponent.Lift);
        var exp = OnePlus(Remainder(exponent.MinusN, bounded, low: null, Coefficients.ExpTailSingle), exponent.Power);
        var numerator = exp * Plus(exp.TimesPowerOfTwo(Math.ScaleB(1, -RoundedExponent.Lift)), 2);
        var gate = bounded * numerator / Plus(numerator, Math.ScaleB(2, RoundedExponent.Lift));
        return b.Select(b.Less(b.Constant(highest), u), u, b.Sum(gate));
    }

    /// <summary>scale · (e^(n log 2 + v − low) − 1) with a scale that is a power of two, by a polynomial for e^r − 1.</summary>
    public static ExtendedValue Remainder(Value n, Value v, Value? low, double[] tailOfPolynomial, double scale = 1)
    {
        var b = n.Builder;
        var (exact, rounded) = ReducedExponent.Of(n, v, low);
        var square = rounded * rounded;
        var tail = b.Polynomial(rounded, [.. tailOfPolynomial.Select(c => c * scale)]);
        var r = exact * scale;
        var q = b.FusedMultiplyAdd(square, tail, r);
        var lost = b.FusedMultiplyAdd(square, tail, r - q);
        if (low is { } more) lost -= more * scale;
        return new ExtendedValue(q, b.FusedMultiplyAdd(n, ReducedExponent.Ln2Low * scale, lost));
    }

    // power · (1 + q)
    private static ExtendedValue OnePlus(ExtendedValue q, Value power)
    {
        var b = power.Builder;
        var high = b.FusedMultiplyAdd(power, q.High, power);
        var lost = b.FusedMultiplyAdd(power, q.High, power - high);
        return new ExtendedValue(high, b.FusedMultiplyAdd(power, q.Low!.Value, lost));
    }

    // a + k for positive a.
    private static ExtendedValue Plus(ExtendedValue a, double k)
    {
        var b = a.High.Builder;
        var sum = a.High + k;
        var lost = b.Minimum(a.High, b.Constant(k)) - (sum - b.Maximum(a.High, b.Constant(k)));
        return new ExtendedValue(sum, lost + a.Low!.Value);
    }
}
