namespace Hillock.Kernels.Elementary;

/// <summary>σ and tanh as unevaluated sums of two floats: what the roundings lost is carried along, so that
/// little more than the last rounding is left of the error.</summary>
/// <remarks>Sums of two numbers keep their error by Fast2Sum (Dekker 1971), products by a fused multiply-add.</remarks>
internal static class CompensatedFunctions
{
    // e^−144 vanishes beside anything, and stays 0 beside factors of the size of x³.
    private const double Lowest = -144;

    // σ(18) is 1 to a float.
    private const double Highest = 18;

    // Added to an exponent from −208 to 26 it makes the power of two a normal number.
    private const int Lift = 82;

    // log 2 as a float, and the rest. u − n · High is exact: both are multiples of 2⁻²⁵, and so is the small difference.
    private const double Ln2High = 0.693147182464599609375;
    private const double Ln2Low = -1.90465429995776804e-9;

    // scale · (e^(n log 2 + v − low) − 1) with a scale that is a power of two, by a polynomial for e^r − 1.
    private static ExtendedValue Remainder(Value n, Value v, Value? low, double[] tailOfPolynomial, double scale = 1)
    {
        var b = n.Builder;
        var r = b.FusedMultiplyAdd(n, Ln2High, v);
        var reduced = b.FusedMultiplyAdd(n, Ln2Low, low is { } rest ? r - rest : r);
        var square = reduced * reduced;
        var tail = b.Polynomial(reduced, [.. tailOfPolynomial.Select(c => c * scale)]);
        r *= scale;
        var q = b.FusedMultiplyAdd(square, tail, r);
        var lost = b.FusedMultiplyAdd(square, tail, r - q);
        if (low is { } more) lost -= more * scale;
        return new ExtendedValue(q, b.FusedMultiplyAdd(n, Ln2Low * scale, lost));
    }

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

    /// <summary>σ(u) = 2ⁿ / (2ⁿ + 1 + Q), where e⁻ᵘ = 2⁻ⁿ (1 + Q), as a factor of other values.</summary>
    public static ExtendedValue Sigmoid(ExtendedValue u)
    {
        var parts = SigmoidParts(u);
        var b = u.High.Builder;
        // An exact 0 far left, which stays 0 when a large factor is multiplied in before the scaling.
        var zero = new ExtendedValue(b.Constant(0), b.Constant(0));
        var mantissa = ExtendedValue.Select(b.Less(u.High, Lowest), zero, b.Constant(1) / parts.Denominator);
        var exponent = parts.N + Lift;
        return new ExtendedValue(b.Scale(mantissa.High, exponent), b.Scale(mantissa.Low!.Value, exponent));
    }

    /// <summary>σ(u), rounded. Nothing is multiplied in, so that the scaling need not wait.</summary>
    public static Value RoundedSigmoid(ExtendedValue u)
    {
        var parts = SigmoidParts(u);
        return u.High.Builder.Sum(parts.Lifted / parts.Denominator);
    }

    /// <summary>u σ(u), rounded. The factor is bounded as the exponent is, so that it may be lifted with it.</summary>
    public static Value RoundedSigmoidGate(Value u)
    {
        var b = u.Builder;
        var parts = SigmoidParts(u);
        return b.Select(b.Less(b.Constant(Highest), u), u, b.Sum(parts.Bounded * parts.Lifted / parts.Denominator));
    }

    /// <summary>σ(u) = Lifted / Denominator.</summary>
    /// <param name="Bounded">u, bounded.</param>
    /// <param name="N">The integer next to u / log 2.</param>
    /// <param name="Lifted">2^(n + lift).</param>
    /// <param name="Denominator">2^lift (2ⁿ + 1 + Q).</param>
    private readonly record struct PartsOfSigmoid(Value Bounded, Value N, Value Lifted, ExtendedValue Denominator);

    // Numerator and denominator are lifted alike, so that the quotient need not be scaled back.
    private static PartsOfSigmoid SigmoidParts(ExtendedValue u)
    {
        var b = u.High.Builder;
        var bounded = b.Minimum(b.Maximum(u.High, b.Constant(Lowest)), b.Constant(Highest));
        var exponent = RoundedExponent.Of(bounded, 1 / Math.Log(2), Lift);
        var (n, lifted, one) = (exponent.N, exponent.Power, Math.ScaleB(1, Lift));
        // Q counts beside 1 only: a shorter polynomial does.
        var q = Remainder(n, -bounded, u.SafeLow(-Lowest), Coefficients.ExpTailSingle, one);
        var sum = lifted + one + q.High;
        // 2ⁿ is taken off after 1: what it loses then does not count.
        var added = sum - one - lifted;
        return new PartsOfSigmoid(bounded, n, lifted, new ExtendedValue(sum, q.High - added + q.Low!.Value));
    }

    /// <summary>tanh |u| = (2ⁿ − E) / (2ⁿ + E), where e^(−2|u|) = 2⁻ⁿ E.</summary>
    public static ExtendedValue TanhOfMagnitude(ExtendedValue u)
    {
        var b = u.High.Builder;
        // tanh 10 is 1 to a float.
        var bounded = b.Minimum(b.Abs(u.High + u.High), b.Constant(20));
        Value? low = u.SafeLow(10) is { } known ? 2 * b.Xor(known, b.SignBit(u.High)) : null;
        var exponent = RoundedExponent.Of(bounded, 1 / Math.Log(2));
        var remainder = Remainder(exponent.N, -bounded, low, Coefficients.Expm1TailSingle);
        var (q, rest) = (remainder.High, remainder.Low!.Value);
        // E is 1 + Q, and 2ⁿ + E is 2ⁿ⁺¹ less the numerator.
        var power = exponent.Power;
        var powerMinusOne = power - 1;
        var above = powerMinusOne - q;
        var aboveRest = powerMinusOne - above - q - rest + (power - powerMinusOne - 1);
        var twice = power + power;
        var below = twice - above;
        var belowRest = twice - below - above - aboveRest;
        return new ExtendedValue(above, aboveRest) / new ExtendedValue(below, belowRest);
    }
}
