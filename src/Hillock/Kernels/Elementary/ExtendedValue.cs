namespace Hillock.Kernels.Elementary;

/// <summary>A value as an unevaluated sum High + Low of about twice the precision; Low is absent where it is 0.</summary>
/// <remarks>
/// The argument of an exponential needs it: an error of half a unit in the last place of 80 is forty units in the last
/// place of e^80. Sums and products of x, parameters and numbers are carried this way up to the exponential.
/// </remarks>
internal readonly record struct ExtendedValue(Value High, Value? Low = null)
{
    public static implicit operator ExtendedValue(Value value) => new(value);

    public static ExtendedValue operator -(ExtendedValue a) => new(-a.High, a.Low is { } low ? -low : null);

    public static ExtendedValue operator +(ExtendedValue a, ExtendedValue b)
    {
        // Two-sum (Knuth 1969): high + error is exactly the sum of the high parts.
        var high = a.High + b.High;
        var shadow = high - a.High;
        var error = (a.High - (high - shadow)) + (b.High - shadow);
        return new ExtendedValue(high, Sum(error, Sum(a.Low, b.Low)));
    }

    public static ExtendedValue operator *(ExtendedValue a, ExtendedValue b)
    {
        var builder = a.High.Builder;
        var high = a.High * b.High;
        var error = builder.FusedMultiplyAdd(a.High, b.High, -high);
        if (a.Low is { } aLow) error = builder.FusedMultiplyAdd(aLow, b.High, error);
        if (b.Low is { } bLow) error = builder.FusedMultiplyAdd(a.High, bLow, error);
        return new ExtendedValue(high, error);
    }

    public static ExtendedValue operator /(ExtendedValue a, ExtendedValue b)
    {
        var builder = a.High.Builder;
        if (builder.Format.IsCompensated) return OverReciprocal(a, b);
        var quotient = a.High / b.High;
        var rest = builder.FusedMultiplyAdd(-quotient, b.High, a.High);
        if (a.Low is { } aLow) rest += aLow;
        if (b.Low is { } bLow) rest = builder.FusedMultiplyAdd(-quotient, bLow, rest);
        return new ExtendedValue(quotient, rest / b.High);
    }

    /// <summary>The value multiplied by a power of two, which is exact.</summary>
    public ExtendedValue TimesPowerOfTwo(double factor) => new(High * factor, Low is { } low ? low * factor : null);

    /// <summary>−|value|</summary>
    public ExtendedValue MinusMagnitude()
    {
        var b = High.Builder;
        return new ExtendedValue(b.MinusAbs(High), Low is { } low ? -b.Xor(low, b.SignBit(High)) : null);
    }

    /// <summary>Low where it is meaningful, that is where High is finite and not enormous; else 0.</summary>
    /// <remarks>Past the range in which an exponential neither overflows nor vanishes, Low may be NaN.</remarks>
    public Value? SafeLow(double bound)
    {
        if (Low is not { } low) return null;
        var builder = low.Builder;
        return builder.Select(builder.Less(builder.Abs(High), bound), low, builder.Constant(0));
    }

    /// <summary>a + b where b is not larger than a: Fast2Sum (Dekker 1971).</summary>
    public static ExtendedValue SumOfOrdered(Value a, Value b)
    {
        var high = a + b;
        return new ExtendedValue(high, b - (high - a));
    }

    /// <summary>a where the mask is set, else b.</summary>
    public static ExtendedValue Select(Value mask, ExtendedValue a, ExtendedValue b)
    {
        var builder = mask.Builder;
        var high = builder.Select(mask, a.High, b.High);
        if (a.Low is null && b.Low is null) return high;
        var zero = builder.Constant(0);
        return new ExtendedValue(high, builder.Select(mask, a.Low ?? zero, b.Low ?? zero));
    }

    // One division, which quotients of the same denominator share.
    private static ExtendedValue OverReciprocal(ExtendedValue a, ExtendedValue b)
    {
        var builder = a.High.Builder;
        var reciprocal = 1 / b.High;
        var quotient = a.High * reciprocal;
        var minus = -quotient;
        var rest = builder.FusedMultiplyAdd(minus, b.High, a.High);
        if (a.Low is { } aLow) rest += aLow;
        if (b.Low is { } bLow) rest = builder.FusedMultiplyAdd(minus, bLow, rest);
        return new ExtendedValue(quotient, rest * reciprocal);
    }

    private static Value? Sum(Value? a, Value? b) => a is { } x ? b is { } y ? x + y : x : b;
}
