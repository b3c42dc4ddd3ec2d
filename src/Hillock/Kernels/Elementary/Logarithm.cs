namespace Hillock.Kernels.Elementary;

/// <summary>Logarithms, and powers with an arbitrary exponent.</summary>
internal static class Logarithm
{
    /// <summary>log u = e · log 2 + 2 artanh(s), s = (m − 1) / (m + 1), where u = m · 2ᵉ and √½ ≤ m &lt; √2.</summary>
    public static Value Log(Value u)
    {
        var (high, low) = Parts(u);
        return AtTheEnds(u, high + low);
    }

    /// <summary>log(1 + u): log of the rounded sum, corrected by what the rounding lost.</summary>
    public static Value Log1p(Value u)
    {
        var b = u.Builder;
        var sum = 1 + u;
        var size = b.Abs(u);
        // The smaller operand is the one that loses digits.
        var lost = b.Select(b.Less(size, 1), u - (sum - 1), 1 - (sum - u));
        var isFinite = b.Less(sum, double.PositiveInfinity);
        var correction = b.Select(isFinite, lost / sum, b.Constant(0));
        var (high, low) = Parts(sum);
        var log = AtTheEnds(sum, high + (low + correction));
        // The result has the sign of u, also at −0.
        return b.Select(b.Equal(u, b.Constant(0)), u, log);
    }

    /// <summary>log(1 + y) for 0 ≤ y ≤ 1: 2 artanh(s), s = y / (2 + y).</summary>
    public static Value Log1pOfUnit(Value y)
    {
        var b = y.Builder;
        var s = y / (2 + y);
        var square = s * s;
        var tail = b.Polynomial(square, b.Format.Choose(
            Coefficients.Log1pTailSingle, Coefficients.Log1pTailWidened, Coefficients.Log1pTailDouble));
        return s * b.FusedMultiplyAdd(square, tail, 2);
    }

    /// <summary>aᵇ = e^(b · log |a|), negative a only with integral b.</summary>
    public static Value Power(Value a, Value exponent)
    {
        var b = a.Builder;
        var size = b.Abs(a);
        var (high, low) = Parts(size);
        var log = new ExtendedValue(high + low, low - (high + low - high));
        var finite = ExponentialFunctions.Exp(log * exponent);
        var isOrdinary = b.And(b.Less(b.Constant(0), size), b.Less(size, double.PositiveInfinity));
        // 0 and ∞ by the logarithm alone, which is −∞ or +∞ there.
        var ends = ExponentialFunctions.Exp(AtTheEnds(size, size) * exponent);
        var power = b.Select(isOrdinary, finite, ends);
        return AtExponentZero(exponent, ForNegativeBase(a, exponent, power));
    }

    private static Value ForNegativeBase(Value a, Value exponent, Value power)
    {
        var b = a.Builder;
        var isIntegral = b.Equal(b.Floor(exponent), exponent);
        var half = exponent * 0.5;
        var isEven = b.Equal(b.Floor(half), half);
        var signed = b.Select(isEven, power, -power);
        var negative = b.Select(isIntegral, signed, b.Constant(double.NaN));
        return b.Select(b.Less(a, 0), negative, power);
    }

    private static Value AtExponentZero(Value exponent, Value power)
    {
        var b = power.Builder;
        return b.Select(b.Equal(exponent, b.Constant(0)), b.Constant(1), power);
    }

    // u > 0 and finite here; anything else is repaired by AtTheEnds.
    private static (Value High, Value Low) Parts(Value u)
    {
        var b = u.Builder;
        var f = b.Format;
        var (normal, lift) = Normal(u);

        // The biased exponent, moved into the low bits of a large number, is an exact floating-point integer.
        var magic = f.BitsOf(Math.ScaleB(1, f.MantissaBits));
        var biased = b.Or(b.ShiftRight(normal, f.MantissaBits), b.Bits(magic));
        var exponent = biased - (Math.ScaleB(1, f.MantissaBits) + f.ExponentBias);
        if (lift is { } exponentOfLift) exponent -= exponentOfLift;
        var mantissa = b.Or(b.And(normal, b.Bits(f.MantissaMask)), b.Bits(f.BitsOf(1)));

        var isAbove = b.Less(b.Constant(Math.Sqrt(2)), mantissa);
        mantissa = b.Select(isAbove, mantissa * 0.5, mantissa);
        exponent = b.Select(isAbove, exponent + 1, exponent);

        var s = (mantissa - 1) / (mantissa + 1);
        var square = s * s;
        if (f.IsWidened)
            return (exponent * Math.Log(2), b.FusedMultiplyAdd(s * square, b.Polynomial(square, Coefficients.LogTailWidened), 2 * s));
        var (ln2High, ln2Low) = f.IsSingle
            ? (Coefficients.Ln2HighSingle, Coefficients.Ln2LowSingle)
            : (Coefficients.Ln2HighDouble, Coefficients.Ln2LowDouble);
        var tail = s * square * b.Polynomial(square, f.IsSingle ? Coefficients.LogTailSingle : Coefficients.LogTailDouble);
        return (exponent * ln2High, (2 * s) + b.FusedMultiplyAdd(exponent, ln2Low, tail));
    }

    // A subnormal number is multiplied by a power of two first; doubles that hold floats are normal.
    private static (Value Value, Value? Exponent) Normal(Value u)
    {
        var b = u.Builder;
        if (b.Format.IsWidened) return (u, null);
        var isSubnormal = b.Less(u, Math.ScaleB(1, 1 - b.Format.ExponentBias));
        var shift = b.Format.MantissaBits + 1;
        var normal = b.Select(isSubnormal, u * Math.ScaleB(1, shift), u);
        return (normal, b.Select(isSubnormal, b.Constant(shift), b.Constant(0)));
    }

    private static Value AtTheEnds(Value u, Value log)
    {
        var b = u.Builder;
        var infinite = b.Constant(double.PositiveInfinity);
        var notPositive = b.Select(b.Equal(u, b.Constant(0)), -infinite, b.Constant(double.NaN));
        var positive = b.Select(b.Less(u, infinite), log, infinite);
        return b.Select(b.Less(b.Constant(0), u), positive, notPositive);
    }
}
