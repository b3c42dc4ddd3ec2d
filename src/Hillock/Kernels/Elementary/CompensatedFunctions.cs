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

    /// <summary>e⁻ᵘ = 2⁻ⁿ (1 + Q)</summary>
    /// <param name="N">n, an integer.</param>
    /// <param name="Lifted">2^(n + lift).</param>
    /// <param name="Q">e^(n log 2 − u) − 1, |Q| ≤ 0.42.</param>
    private readonly record struct Core(Value N, Value Lifted, ExtendedValue Q);

    // u is bounded already.
    private static Core CoreOf(Value bounded, Value? low, int lift)
    {
        var exponent = RoundedExponent.Of(bounded, 1 / Math.Log(2), lift);
        var n = exponent.N;
        return new Core(n, exponent.Power, Remainder(n, -bounded, low));
    }

    // e^(n log 2 + v − low) − 1
    private static ExtendedValue Remainder(Value n, Value v, Value? low)
    {
        var b = n.Builder;
        var r = b.FusedMultiplyAdd(n, Ln2High, v);
        var reduced = b.FusedMultiplyAdd(n, Ln2Low, low is { } rest ? r - rest : r);
        var square = reduced * reduced;
        var tail = b.Polynomial(reduced, Coefficients.Expm1TailSingle);
        var q = b.FusedMultiplyAdd(square, tail, r);
        var lost = b.FusedMultiplyAdd(square, tail, r - q);
        if (low is { } more) lost -= more;
        return new ExtendedValue(q, b.FusedMultiplyAdd(n, Ln2Low, lost));
    }

    /// <summary>eᵘ − 1 = 2⁻ⁿ − 1 + 2⁻ⁿ Q for u ≤ 0, with the sign of u also at ±0.</summary>
    public static ExtendedValue Expm1OfNegative(Value u)
    {
        var b = u.Builder;
        // e^−88 vanishes beside 1.
        var bounded = b.Maximum(u, b.Constant(-88));
        var exponent = RoundedExponent.Of(bounded, 1 / Math.Log(2));
        var q = Remainder(exponent.MinusN, bounded, low: null);
        var power = exponent.Power;
        var high = b.FusedMultiplyAdd(power, q.High, power - 1);
        var rest = b.FusedMultiplyAdd(power, q.High, power - 1 - high);
        return new ExtendedValue(b.WithSign(high, u), b.FusedMultiplyAdd(power, q.Low!.Value, rest));
    }

    /// <summary>σ(u) = 2ⁿ / (2ⁿ + 1 + Q), where e⁻ᵘ = 2⁻ⁿ (1 + Q), as a factor of other values.</summary>
    public static ExtendedValue Sigmoid(ExtendedValue u)
    {
        var (_, core, reciprocal) = SigmoidParts(u);
        return Scaled(reciprocal, core.N, u.High);
    }

    /// <summary>σ(u), rounded. Nothing is multiplied in, so that the scaling need not wait.</summary>
    public static Value RoundedSigmoid(ExtendedValue u)
    {
        var (_, core, reciprocal) = SigmoidParts(u);
        return u.High.Builder.Sum(reciprocal) * core.Lifted * Math.ScaleB(1, -Lift);
    }

    /// <summary>u σ(u), rounded. The factor is bounded as the exponent is, so that it may be lifted with it.</summary>
    public static Value RoundedSigmoidGate(Value u)
    {
        var b = u.Builder;
        var (bounded, core, reciprocal) = SigmoidParts(u);
        var product = b.FusedMultiplyAdd(bounded, reciprocal.High, bounded * reciprocal.Low!.Value);
        return b.Select(b.Less(b.Constant(Highest), u), u, product * core.Lifted * Math.ScaleB(1, -Lift));
    }

    private static (Value Bounded, Core Core, ExtendedValue Reciprocal) SigmoidParts(ExtendedValue u)
    {
        var b = u.High.Builder;
        var bounded = b.Minimum(b.Maximum(u.High, b.Constant(Lowest)), b.Constant(Highest));
        var core = CoreOf(bounded, u.SafeLow(-Lowest), Lift);
        var unlift = Math.ScaleB(1, -Lift);
        var sum = b.FusedMultiplyAdd(core.Lifted, b.Constant(unlift), 1) + core.Q.High;
        // 2ⁿ is taken off after 1: what it loses then does not count.
        var added = b.FusedMultiplyAdd(core.Lifted, -unlift, sum - 1);
        var lost = core.Q.High - added + core.Q.Low!.Value;
        return (bounded, core, new ExtendedValue(b.Constant(1)) / new ExtendedValue(sum, lost));
    }

    // An exact 0 far left, which stays 0 when a large factor is multiplied in before the scaling.
    private static ExtendedValue Scaled(ExtendedValue mantissa, Value n, Value u)
    {
        var b = n.Builder;
        var zero = new ExtendedValue(b.Constant(0), b.Constant(0));
        mantissa = ExtendedValue.Select(b.Less(u, Lowest), zero, mantissa);
        return new ExtendedValue(b.Scale(mantissa.High, n), b.Scale(mantissa.Low!.Value, n));
    }

    /// <summary>tanh |u| = (2ⁿ − E) / (2ⁿ + E), where e^(−2|u|) = 2⁻ⁿ E.</summary>
    public static ExtendedValue TanhOfMagnitude(ExtendedValue u)
    {
        var b = u.High.Builder;
        // tanh 10 is 1 to a float.
        var bounded = b.Minimum(b.Abs(u.High + u.High), b.Constant(20));
        Value? low = u.SafeLow(10) is { } known ? 2 * b.Xor(known, b.SignBit(u.High)) : null;
        var core = CoreOf(bounded, low, lift: 0);
        var (q, rest) = (core.Q.High, core.Q.Low!.Value);
        // E is 1 + Q, and 2ⁿ + E is 2ⁿ⁺¹ less the numerator.
        var power = core.Lifted;
        var powerMinusOne = power - 1;
        var above = powerMinusOne - q;
        var aboveRest = powerMinusOne - above - q - rest + (power - powerMinusOne - 1);
        var twice = power + power;
        var below = twice - above;
        var belowRest = twice - below - above - aboveRest;
        return new ExtendedValue(above, aboveRest) / new ExtendedValue(below, belowRest);
    }
}
