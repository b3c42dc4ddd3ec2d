namespace Hillock.Kernels.Elementary;

/// <summary>The standard normal distribution: Φ, its density φ, and the error functions made of them.</summary>
internal static class NormalDistribution
{
    /// <summary>Φ(u) = E · M(|u|) for u &lt; 0 and 1 − E · M(|u|) else, E = e^(−u²/2), M a scaled Mills ratio.</summary>
    /// <remarks>Full relative accuracy in the left tail, where 1 + erf would cancel.</remarks>
    public static Value Phi(ExtendedValue u)
    {
        var b = u.High.Builder;
        if (b.Format.IsWidened) return WidenedNormalDistribution.Phi(u.High);
        var tail = MillsRatio(b.Abs(u.High)) * Bell(u);
        return b.Select(b.Less(u.High, 0), tail, 1 - tail);
    }

    /// <summary>φ(u) = e^(−u²/2) / √(2π)</summary>
    public static Value Density(ExtendedValue u) => u.High.Builder.Format.IsWidened
        ? WidenedNormalDistribution.Density(u.High)
        : Bell(u) * (1 / Math.Sqrt(2 * Math.PI));

    /// <summary>erfc u = 2 Φ(−√2 u)</summary>
    public static Value Erfc(ExtendedValue u) => 2 * Phi(TimesSquareRootOfTwo(-u));

    /// <summary>erf u: a polynomial near 0, else 1 − erfc |u| with the sign of u.</summary>
    public static Value Erf(Value u)
    {
        var b = u.Builder;
        var square = u * u;
        var near = u * b.Polynomial(square, b.Format.Choose(
            Coefficients.ErfSmallSingle, Coefficients.ErfSmallWidened, Coefficients.ErfSmallDouble));
        var far = b.WithSign(1 - Erfc(b.Abs(u)), u);
        return b.Select(b.Less(b.Abs(u), Math.Sqrt(0.5)), near, far);
    }

    // e^(−u²/2), u² to twice the precision.
    private static Value Bell(ExtendedValue u) => ExponentialFunctions.ExpOfNegative((u * u).TimesPowerOfTwo(-0.5));

    private static Value MillsRatio(Value t)
    {
        var b = t.Builder;
        if (b.Format.IsSingle) return MillsPiece(t, Coefficients.MillsSingle, Coefficients.MillsShiftSingle);
        var near = MillsPiece(t, Coefficients.MillsDouble0, Coefficients.MillsShiftDouble0);
        var far = MillsPiece(t, Coefficients.MillsDouble1, Coefficients.MillsShiftDouble1);
        return b.Select(b.Less(t, Coefficients.MillsBreakDouble), near, far);
    }

    // M(t) = G(w) / (t + k), w = (t − k) / (t + k), which maps [0, ∞) to [−1, 1).
    private static Value MillsPiece(Value t, ReadOnlySpan<double> coefficients, double shift)
    {
        var b = t.Builder;
        // Past the range of the fit the exponential is 0, but w must stay a number.
        var bounded = b.Minimum(t, b.Constant(40));
        var reciprocal = 1 / (bounded + shift);
        var w = (bounded - shift) * reciprocal;
        return reciprocal * b.Polynomial(w, coefficients);
    }

    private static ExtendedValue TimesSquareRootOfTwo(ExtendedValue u)
    {
        var b = u.High.Builder;
        if (b.Format.IsWidened) return u.High * Math.Sqrt(2);
        var high = b.Format.Round(Math.Sqrt(2));
        // √2 − the double nearest to it is −9.667e−17 (Cody & Waite style split).
        var low = b.Format.IsSingle ? Math.Sqrt(2) - high : -9.6672933134529135e-17;
        return u * new ExtendedValue(b.Constant(high), b.Constant(low));
    }
}
