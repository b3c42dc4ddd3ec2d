namespace Hillock.Kernels.Elementary;

/// <summary>Φ and φ for floats that are computed as doubles.</summary>
/// <remarks>Multiplications are the scarce resource: the exponential takes u² as it is, both polynomials with a leading
/// coefficient of 1 begin with an addition, and the only division is that of Mills' ratio P/Q.</remarks>
internal static class WidenedNormalDistribution
{
    // Where n is −1023, whose pattern as a power of two is that of 0: the tails are exactly 0 from there on, as at ±∞.
    private static readonly double Farthest = Math.Sqrt(2 * 1023 * Math.Log(2));

    // Φ(−15) times 15 is less than half of the least float.
    private const double FarthestOfGate = 15;

    /// <summary>e^(−t²/2) = Scale · Mantissa · 2ⁿ, t = |u| bounded.</summary>
    private readonly record struct Bell(Value Size, Value Mantissa, Value Power)
    {
        public const double Scale = Coefficients.BellWidenedScale;
    }

    private static Bell BellOf(Value u, double farthest)
    {
        var b = u.Builder;
        var size = b.Minimum(b.Abs(u), b.Constant(farthest));
        var square = size * size;
        var exponent = RoundedExponent.Of(square, -0.5 / Math.Log(2));
        var z = b.FusedMultiplyAdd(exponent.N, 2 * Math.Log(2), square);
        return new Bell(size, b.Horner(z, Coefficients.BellWidened), exponent.Power);
    }

    /// <summary>Φ(u) = T for u &lt; 0 and 1 − T else, T = Φ(−|u|).</summary>
    public static Value Phi(Value u)
    {
        var b = u.Builder;
        var bell = BellOf(u, Farthest);
        var tail = Tail(bell, bell.Mantissa * bell.Power);
        return b.Select(b.Less(u, 0), tail, 1 - tail);
    }

    /// <summary>u Φ(u) = max(u, 0) − |u| Φ(−|u|), with the sign of u also at ±0.</summary>
    public static Value Gate(Value u)
    {
        var b = u.Builder;
        var bell = BellOf(u, FarthestOfGate);
        return b.PositivePart(u) - Tail(bell, bell.Mantissa * (bell.Size * bell.Power));
    }

    /// <summary>φ(u) = e^(−u²/2) / √(2π)</summary>
    public static Value Density(Value u)
    {
        var bell = BellOf(u, Farthest);
        return bell.Mantissa * bell.Power * (Bell.Scale / Math.Sqrt(2 * Math.PI));
    }

    // Φ(−t) = e^(−t²/2) P(t)/Q(t), times a factor.
    private static Value Tail(Bell bell, Value bellTimesFactor)
    {
        var b = bell.Size.Builder;
        double[] top = [.. Coefficients.MillsWidenedTop.Select(c => c * Bell.Scale)];
        return b.DivideByModerate(
            bellTimesFactor * b.Polynomial(bell.Size, top), b.Polynomial(bell.Size, Coefficients.MillsWidenedBottom));
    }
}
