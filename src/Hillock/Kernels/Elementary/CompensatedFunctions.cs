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

    /// <summary>n log 2 + v: exact but for the digits of log 2 that <see cref="Ln2High"/> lacks, and rounded.</summary>
    private readonly record struct Reduction(Value Exact, Value Rounded)
    {
        public static Reduction Of(Value n, Value v, Value? low)
        {
            var b = n.Builder;
            var exact = b.FusedMultiplyAdd(n, Ln2High, v);
            return new Reduction(exact, b.FusedMultiplyAdd(n, Ln2Low, low is { } rest ? exact - rest : exact));
        }
    }

    // scale · (e^(n log 2 + v − low) − 1) with a scale that is a power of two, by a polynomial for e^r − 1.
    private static ExtendedValue Remainder(Value n, Value v, Value? low, double[] tailOfPolynomial, double scale = 1)
    {
        var b = n.Builder;
        var (exact, rounded) = Reduction.Of(n, v, low);
        var square = rounded * rounded;
        var tail = b.Polynomial(rounded, Scaled(tailOfPolynomial, scale));
        var r = exact * scale;
        var q = b.FusedMultiplyAdd(square, tail, r);
        var lost = b.FusedMultiplyAdd(square, tail, r - q);
        if (low is { } more) lost -= more * scale;
        return new ExtendedValue(q, b.FusedMultiplyAdd(n, Ln2Low * scale, lost));
    }

    private static double[] Scaled(double[] coefficients, double scale) => [.. coefficients.Select(c => c * scale)];

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
        var parts = BoundedParts(u);
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
        var parts = BoundedParts(u);
        return u.High.Builder.Sum(parts.Lifted / parts.Denominator);
    }

    /// <summary>σ(u) without what the roundings lose, within two units or so. Not to be multiplied by what is large: far left it
    /// has lost its digits.</summary>
    public static Value QuickSigmoid(ExtendedValue u)
    {
        var b = u.High.Builder;
        var (bounded, one) = (Bounded(u.High), Math.ScaleB(1, Lift));
        var exponent = RoundedExponent.Of(bounded, 1 / Math.Log(2), Lift);
        var r = Reduction.Of(exponent.N, -bounded, u.SafeLow(-Lowest)).Rounded;
        var q = b.FusedMultiplyAdd(r * r, b.Polynomial(r, Scaled(Coefficients.ExpTailSingle, one)), r * one);
        return exponent.Power / (exponent.Power + one + q);
    }

    private static Value Bounded(Value u)
    {
        var b = u.Builder;
        return b.Minimum(b.Maximum(u, b.Constant(Lowest)), b.Constant(Highest));
    }

    /// <summary>σ(u) = s for u &lt; 0 and 1 − s else, s = σ(−|u|), where s is needed anyway.</summary>
    public static Value RoundedSigmoidByTail(ExtendedValue u)
    {
        var b = u.High.Builder;
        var tail = Tail(u);
        return b.Select(b.Less(u.High, 0), tail, 1 - tail);
    }

    /// <summary>k σ(u) σ(−u) = k s (1 − s), s = σ(−|u|) ≤ ½: three roundings.</summary>
    /// <param name="u">u.</param>
    /// <param name="factor">k, a power of two, which may lift s out of the subnormal numbers.</param>
    public static Value RoundedSigmoidBell(ExtendedValue u, double factor)
    {
        var tail = Tail(u, factor);
        return tail * tail.Builder.FusedMultiplyAdd(tail, tail.Builder.Constant(-1 / factor), 1);
    }

    private static Value Tail(ExtendedValue u, double factor = 1)
    {
        var parts = PartsOfTail(u, Coefficients.Expm1TailSingle);
        return parts.Lifted.Builder.Sum(parts.Lifted * factor / parts.Denominator);
    }

    // Those of σ(−|u|).
    private static PartsOfSigmoid PartsOfTail(ExtendedValue u, double[] tailOfPolynomial)
    {
        var size = u.MinusMagnitude();
        var b = size.High.Builder;
        return PartsOf(size, b.Maximum(size.High, b.Constant(Lowest)), tailOfPolynomial);
    }

    /// <summary>u σ(u), rounded. The factor is bounded as the exponent is, so that it may be lifted with it.</summary>
    public static Value RoundedSigmoidGate(Value u)
    {
        var b = u.Builder;
        var parts = BoundedParts(u);
        return b.Select(b.Less(b.Constant(Highest), u), u, b.Sum(parts.Bounded * parts.Lifted / parts.Denominator));
    }

    /// <summary>u σ(u) = v for u &lt; 0 and u + v else, v = −|u| σ(−|u|), where v is needed anyway.</summary>
    public static Value RoundedSigmoidGateByTail(Value u)
    {
        var b = u.Builder;
        var parts = PartsOfTail(u, Coefficients.ExpTailSingle);
        var tail = parts.Bounded * parts.Lifted / parts.Denominator;
        // What the sum loses, from the bounded size: an infinite one loses nothing.
        var lost = tail.High - (tail.High - parts.Bounded + parts.Bounded) + tail.Low!.Value;
        return b.Select(b.Less(u, 0), b.Sum(tail), u + tail.High + lost);
    }

    /// <summary>σ(u) + u σ(u) σ(−u) = g for u &lt; 0 and 1 − g else, g = s (1 − |u| + |u| s), s = σ(−|u|).</summary>
    public static Value RoundedSlopeOfSigmoidGate(Value u)
    {
        var b = u.Builder;
        var parts = PartsOfTail(u, Coefficients.ExpTailSingle);
        var gate = parts.Bounded * parts.Lifted / parts.Denominator;
        // s as a whole comes last, so that it vanishes late.
        var factor = 1 + parts.Bounded - gate.High;
        var slope = b.Sum(factor * parts.Lifted / parts.Denominator);
        return b.Select(b.Less(u, 0), slope, 1 - slope);
    }

    /// <summary>σ(u) = Lifted / Denominator.</summary>
    /// <param name="Bounded">u, bounded.</param>
    /// <param name="N">The integer next to u / log 2.</param>
    /// <param name="Lifted">2^(n + lift).</param>
    /// <param name="Q">2^lift Q.</param>
    /// <param name="Denominator">2^lift (2ⁿ + 1 + Q).</param>
    private readonly record struct PartsOfSigmoid(
        Value Bounded, Value N, Value Lifted, ExtendedValue Q, ExtendedValue Denominator);

    // Q counts beside 1 only: a shorter polynomial does.
    private static PartsOfSigmoid BoundedParts(ExtendedValue u) => PartsOf(u, Bounded(u.High), Coefficients.ExpTailSingle);

    // Numerator and denominator are lifted alike, so that the quotient need not be scaled back.
    private static PartsOfSigmoid PartsOf(ExtendedValue u, Value bounded, double[] tailOfPolynomial)
    {
        var exponent = RoundedExponent.Of(bounded, 1 / Math.Log(2), Lift);
        var (n, lifted, one) = (exponent.N, exponent.Power, Math.ScaleB(1, Lift));
        var q = Remainder(n, -bounded, u.SafeLow(-Lowest), tailOfPolynomial, one);
        var sum = lifted + one + q.High;
        // 2ⁿ is taken off after 1: what it loses then does not count.
        var added = sum - one - lifted;
        return new PartsOfSigmoid(bounded, n, lifted, q, new ExtendedValue(sum, q.High - added + q.Low!.Value));
    }

    /// <summary>u tanh(softplus u) = u N / (N + 2), N = eᵘ (eᵘ + 2), rounded.</summary>
    public static Value RoundedTanhOfSoftplusGate(Value u)
    {
        var b = u.Builder;
        // From there on tanh(softplus u) is 1 to a float.
        const double highest = 9.02;
        var bounded = b.Minimum(b.Maximum(u, b.Constant(Lowest)), b.Constant(highest));
        var exponent = RoundedExponent.Of(bounded, 1 / Math.Log(2), Lift);
        var exp = OnePlus(Remainder(exponent.MinusN, bounded, low: null, Coefficients.ExpTailSingle), exponent.Power);
        var numerator = exp * Plus(exp.TimesPowerOfTwo(Math.ScaleB(1, -Lift)), 2);
        var gate = bounded * numerator / Plus(numerator, Math.ScaleB(2, Lift));
        return b.Select(b.Less(b.Constant(highest), u), u, b.Sum(gate));
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

    /// <summary>tanh |u| = (1 + Q − 2ⁿ) / (1 + Q + 2ⁿ), where e^(2|u|) = 2⁻ⁿ (1 + Q): over the denominator of
    /// σ(−2|u|).</summary>
    public static ExtendedValue TanhOfMagnitude(ExtendedValue u)
    {
        var parts = PartsOfTail(u.TimesPowerOfTwo(2), Coefficients.Expm1TailSingle);
        var one = u.High.Builder.Constant(Math.ScaleB(1, Lift));
        var difference = one - parts.Lifted;
        var above = difference + parts.Q.High;
        // The difference loses 2ⁿ where that is small, which counts beside 1 as long as it is not smaller than 2⁻²⁵.
        var rest = difference - above + parts.Q.High + parts.Q.Low!.Value + (one - difference - parts.Lifted);
        return new ExtendedValue(above, rest) / parts.Denominator;
    }
}
