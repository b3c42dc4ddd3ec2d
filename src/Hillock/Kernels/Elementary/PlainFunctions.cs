namespace Hillock.Kernels.Elementary;

/// <summary>What floats compute fast within four units in the last place: results that nothing is multiplied into, and
/// that need not be scaled at the end.</summary>
internal static class PlainFunctions
{
    // Φ(−15) times 15 is less than half of the least float.
    private const double FarthestOfGate = 15;

    /// <summary>σ(u) = 2ⁿ / (2ⁿ + 1 + q), numerator and denominator lifted alike.</summary>
    public static Value Sigmoid(ExtendedValue u)
    {
        var bounded = CompensatedSigmoid.Bounded(u.High);
        var exponent = RoundedExponent.Of(bounded, 1 / Math.Log(2), RoundedExponent.Lift);
        var one = Math.ScaleB(1, RoundedExponent.Lift);
        var r = ReducedExponent.Of(exponent.N, -bounded, u.SafeLow(-RoundedExponent.LowestLifted)).Rounded;
        return exponent.Power / (exponent.Power + one + Expm1(r, one));
    }

    /// <summary>u Φ(u) = max(u, 0) − |u| e^(−u²/2) P(|u|)/Q(|u|), with the sign of u also at ±0.</summary>
    /// <remarks>Q = 2 (1 + t) P + 2 t A with a small A: what P is off by is in numerator and denominator alike.</remarks>
    public static Value NormalGate(Value u)
    {
        var b = u.Builder;
        var size = b.Minimum(b.Abs(u), b.Constant(FarthestOfGate));
        var square = size * size;
        var lost = b.FusedMultiplyAdd(size, size, -square);
        var half = square * 0.5;
        var exponent = RoundedExponent.Of(half, -1 / Math.Log(2), RoundedExponent.Lift);
        // half − n log 2, so that e^−half is 2ⁿ e^−r.
        var r = -ReducedExponent.Of(exponent.N, half, lost * -0.5).Rounded;
        var top = b.Polynomial(size, Coefficients.MillsWidenedTop);
        var bottom = b.FusedMultiplyAdd(1 + size, top, size * b.Polynomial(size, HalfOfRest()));
        var withoutBell = top * (size * exponent.Power);
        var tail = b.FusedMultiplyAdd(Expm1(r, scale: 1), withoutBell, withoutBell) / bottom;
        return b.FusedMultiplyAdd(tail, b.Constant(-Math.ScaleB(0.5, -RoundedExponent.Lift)), b.PositivePart(u));
    }

    // A = (Q − 2 (1 + t) P) / (2 t); the constant term of Q is twice that of P.
    private static double[] HalfOfRest()
    {
        var (p, q) = (Coefficients.MillsWidenedTop, Coefficients.MillsWidenedBottom);
        return [.. p.Select((below, k) => (q[k + 1] / 2) - (k + 1 < p.Length ? p[k + 1] : 0) - below)];
    }

    // scale · (e^r − 1), good beside 1.
    private static Value Expm1(Value r, double scale)
    {
        var b = r.Builder;
        var tail = b.Polynomial(r, [.. Coefficients.ExpTailSingle.Select(c => c * scale)]);
        return b.FusedMultiplyAdd(r * r, tail, r * scale);
    }
}
