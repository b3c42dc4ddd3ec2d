namespace Hillock.Kernels.Elementary;

/// <summary>σ and what is made of it, its slope, u σ(u) and tanh, with errors carried along as in
/// <see cref="CompensatedExponentials"/>: all from one quotient.</summary>
internal static class CompensatedSigmoid
{
    // σ(18) is 1 to a float.
    private const double Highest = 18;

    // What is below stays 0 beside factors of the size of x³.
    private const double Lowest = RoundedExponent.LowestLifted;

    private const int Lift = RoundedExponent.Lift;

    /// <summary>σ(u) = Lifted / Denominator.</summary>
    /// <param name="Bounded">u, bounded.</param>
    /// <param name="N">The integer next to u / log 2.</param>
    /// <param name="Lifted">2^(n + lift).</param>
    /// <param name="Q">2^lift Q.</param>
    /// <param name="Denominator">2^lift (2ⁿ + 1 + Q).</param>
    private readonly record struct PartsOfSigmoid(
        Value Bounded, Value N, Value Lifted, ExtendedValue Q, ExtendedValue Denominator);

    /// <summary>σ(u) = 2ⁿ / (2ⁿ + 1 + Q), where e⁻ᵘ = 2⁻ⁿ (1 + Q), as a factor of other values.</summary>
    public static ExtendedValue AsFactor(ExtendedValue u)
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
    public static Value Rounded(ExtendedValue u)
    {
        var parts = BoundedParts(u);
        return u.High.Builder.Sum(parts.Lifted / parts.Denominator);
    }

    /// <summary>σ(u) = s for u &lt; 0 and 1 − s else, s = σ(−|u|), where s is needed anyway.</summary>
    public static Value RoundedByTail(ExtendedValue u)
    {
        var b = u.High.Builder;
        var tail = Tail(u);
        return b.Select(b.Less(u.High, 0), tail, 1 - tail);
    }

    /// <summary>k σ(u) σ(−u) = k s (1 − s), s = σ(−|u|) ≤ ½: three roundings.</summary>
    /// <param name="u">u.</param>
    /// <param name="factor">k, a power of two, which may lift s out of the subnormal numbers.</param>
    public static Value RoundedBell(ExtendedValue u, double factor)
    {
        var tail = Tail(u, factor);
        return tail * tail.Builder.FusedMultiplyAdd(tail, tail.Builder.Constant(-1 / factor), 1);
    }

    /// <summary>u σ(u), rounded. The factor is bounded as the exponent is, so that it may be lifted with it.</summary>
    public static Value RoundedGate(Value u)
    {
        var b = u.Builder;
        var parts = BoundedParts(u);
        return b.Select(b.Less(b.Constant(Highest), u), u, b.Sum(parts.Bounded * parts.Lifted / parts.Denominator));
    }

    /// <summary>u σ(u) = v for u &lt; 0 and u + v else, v = −|u| σ(−|u|), where v is needed anyway.</summary>
    public static Value RoundedGateByTail(Value u)
    {
        var b = u.Builder;
        var parts = PartsOfTail(u, Coefficients.ExpTailSingle);
        var tail = parts.Bounded * parts.Lifted / parts.Denominator;
        // What the sum loses, from the bounded size: an infinite one loses nothing.
        var lost = tail.High - (tail.High - parts.Bounded + parts.Bounded) + tail.Low!.Value;
        return b.Select(b.Less(u, 0), b.Sum(tail), u + tail.High + lost);
    }

    /// <summary>σ(u) + u σ(u) σ(−u) = g for u &lt; 0 and 1 − g else, g = s (1 − |u| + |u| s), s = σ(−|u|).</summary>
    public static Value RoundedSlopeOfGate(Value u)
    {
        var b = u.Builder;
        var parts = PartsOfTail(u, Coefficients.ExpTailSingle);
        var gate = parts.Bounded * parts.Lifted / parts.Denominator;
        // s as a whole comes last, so that it vanishes late.
        var factor = 1 + parts.Bounded - gate.High;
        var slope = b.Sum(factor * parts.Lifted / parts.Denominator);
        return b.Select(b.Less(u, 0), slope, 1 - slope);
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

    // Q counts beside 1 only: a shorter polynomial does.
    private static PartsOfSigmoid BoundedParts(ExtendedValue u) => PartsOf(u, Bounded(u.High), Coefficients.ExpTailSingle);

    // Numerator and denominator are lifted alike, so that the quotient need not be scaled back.
    private static PartsOfSigmoid PartsOf(ExtendedValue u, Value bounded, double[] tailOfPolynomial)
    {
        var exponent = RoundedExponent.Of(bounded, 1 / Math.Log(2), Lift);
        var (n, lifted, one) = (exponent.N, exponent.Power, Math.ScaleB(1, Lift));
        var q = CompensatedExponentials.Remainder(n, -bounded, u.SafeLow(-Lowest), tailOfPolynomial, one);
        var sum = lifted + one + q.High;
        // 2ⁿ is taken off after 1: what it loses then does not count.
        var added = sum - one - lifted;
        return new PartsOfSigmoid(bounded, n, lifted, q, new ExtendedValue(sum, q.High - added + q.Low!.Value));
    }

    /// <summary>u within what σ tells apart.</summary>
    public static Value Bounded(Value u)
    {
        var b = u.Builder;
        return b.Minimum(b.Maximum(u, b.Constant(Lowest)), b.Constant(Highest));
    }
}
