using System.Numerics;

namespace Hillock.Precision;

/// <summary>A real number of 320 significant bits, or as many as asked for, and unlimited range: mantissa · 2^exponent.</summary>
/// <remarks>The independent witness of the accuracy tests. Every operation is rounded to nearest.</remarks>
public readonly struct BigReal : IComparable<BigReal>, IEquatable<BigReal>
{
    private const int UsualPrecision = 320;

    // 0, the start value in every thread, stands for the usual precision.
    [ThreadStatic]
    private static int s_precision;

    private readonly BigInteger _mantissa;
    private readonly long _exponent;

    private BigReal(BigInteger mantissa, long exponent)
        : this(mantissa, exponent, Precision)
    {
    }

    private BigReal(BigInteger mantissa, long exponent, int precision)
    {
        var excess = (int)mantissa.GetBitLength() - precision;
        if (excess > 0)
        {
            mantissa = (mantissa + (BigInteger.One << (excess - 1))) >> excess;
            exponent += excess;
        }

        _mantissa = mantissa;
        _exponent = mantissa.IsZero ? 0 : exponent;
    }

    /// <summary>Significant bits kept by every operation of this thread.</summary>
    public static int Precision => s_precision == 0 ? UsualPrecision : s_precision;

    /// <summary>0</summary>
    public static BigReal Zero { get; } = new(BigInteger.Zero, 0);

    /// <summary>1</summary>
    public static BigReal One { get; } = new(BigInteger.One, 0);

    /// <summary>−1, 0 or 1.</summary>
    public int Sign => _mantissa.Sign;

    /// <summary>The power of two just above the size: 2^(Magnitude − 1) ≤ |value| &lt; 2^Magnitude.</summary>
    public long Magnitude => (long)BigInteger.Abs(_mantissa).GetBitLength() + _exponent;

    /// <summary>Computes with more bits, for what cancels more than the usual precision can bear.</summary>
    public static TResult WithPrecision<TResult>(int bits, Func<TResult> compute)
    {
        var before = s_precision;
        s_precision = bits;
        try
        {
            return compute();
        }
        finally
        {
            s_precision = before;
        }
    }

    /// <summary>Exactly the double.</summary>
    /// <exception cref="ArgumentException">It is infinite or NaN.</exception>
    public static implicit operator BigReal(double value)
    {
        if (!double.IsFinite(value)) throw new ArgumentException("Only finite numbers are real.", nameof(value));
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)((bits >> 52) & 0x7FF);
        var mantissa = bits & ((1L << 52) - 1);
        if (exponent == 0) exponent = 1;
        else mantissa |= 1L << 52;
        return new BigReal(value < 0 ? -mantissa : mantissa, exponent - 1075);
    }

    /// <summary>mantissa · 2^exponent, with more bits than usual where the mantissa has them.</summary>
    internal static BigReal Exact(BigInteger mantissa, long exponent) =>
        new(mantissa, exponent, Math.Max(Precision, (int)mantissa.GetBitLength()));

    /// <summary>a + b</summary>
    public static BigReal operator +(BigReal a, BigReal b)
    {
        if (a._mantissa.IsZero) return b;
        if (b._mantissa.IsZero) return a;
        // What is far below the last bit of the other changes nothing.
        if (a.Magnitude - b.Magnitude > Precision + 64) return a;
        if (b.Magnitude - a.Magnitude > Precision + 64) return b;
        var exponent = Math.Min(a._exponent, b._exponent);
        return new BigReal(
            (a._mantissa << (int)(a._exponent - exponent)) + (b._mantissa << (int)(b._exponent - exponent)), exponent);
    }

    /// <summary>−a</summary>
    public static BigReal operator -(BigReal a) => new(-a._mantissa, a._exponent);

    /// <summary>a − b</summary>
    public static BigReal operator -(BigReal a, BigReal b) => a + -b;

    /// <summary>a · b</summary>
    public static BigReal operator *(BigReal a, BigReal b) => new(a._mantissa * b._mantissa, a._exponent + b._exponent);

    /// <summary>a / b</summary>
    /// <exception cref="DivideByZeroException">b is 0.</exception>
    public static BigReal operator /(BigReal a, BigReal b)
    {
        var shift = Math.Max(0, Precision + 2 + (int)b._mantissa.GetBitLength() - (int)a._mantissa.GetBitLength());
        return new BigReal((a._mantissa << shift) / b._mantissa, a._exponent - shift - b._exponent);
    }

    /// <summary>a &lt; b</summary>
    public static bool operator <(BigReal a, BigReal b) => a.CompareTo(b) < 0;

    /// <summary>a &gt; b</summary>
    public static bool operator >(BigReal a, BigReal b) => a.CompareTo(b) > 0;

    /// <summary>a ≤ b</summary>
    public static bool operator <=(BigReal a, BigReal b) => a.CompareTo(b) <= 0;

    /// <summary>a ≥ b</summary>
    public static bool operator >=(BigReal a, BigReal b) => a.CompareTo(b) >= 0;

    /// <summary>a = b</summary>
    public static bool operator ==(BigReal a, BigReal b) => a.CompareTo(b) == 0;

    /// <summary>a ≠ b</summary>
    public static bool operator !=(BigReal a, BigReal b) => a.CompareTo(b) != 0;

    /// <summary>|a|</summary>
    public static BigReal Abs(BigReal a) => a.Sign < 0 ? -a : a;

    /// <summary>a · 2^n, exactly.</summary>
    public static BigReal Scale(BigReal a, long n) => new(a._mantissa, a._exponent + n);

    /// <summary>√a</summary>
    /// <exception cref="ArgumentException">a is negative.</exception>
    public static BigReal Sqrt(BigReal a)
    {
        if (a.Sign < 0) throw new ArgumentException("The root of a negative number is not real.", nameof(a));
        if (a.Sign == 0) return Zero;
        var shift = Math.Max(0, (2 * Precision) + 4 - (int)a._mantissa.GetBitLength());
        if (((a._exponent - shift) & 1) != 0) shift++;
        return new BigReal(IntegerRoot(a._mantissa << shift), (a._exponent - shift) / 2);
    }

    /// <summary>The largest integer not above a.</summary>
    public static BigInteger Floor(BigReal a) => a._exponent >= 0
        ? a._mantissa << (int)a._exponent
        : a._mantissa >> (int)Math.Min(-a._exponent, int.MaxValue);

    /// <summary>The nearest integer.</summary>
    public static BigInteger Round(BigReal a) => Floor(a + 0.5);

    /// <summary>The integer.</summary>
    public static BigReal FromInteger(BigInteger value) => new(value, 0);

    /// <summary>The nearest double, ties to even; subnormal numbers and infinities as IEEE 754 has them.</summary>
    public double ToDouble() => BitConverter.UInt64BitsToDouble(ToBits(52, 1023));

    /// <summary>The nearest float, rounded once.</summary>
    public float ToSingle() => BitConverter.UInt32BitsToSingle((uint)ToBits(23, 127));

    private ulong ToBits(int mantissaBits, int bias)
    {
        var sign = Sign < 0 ? 1UL << (mantissaBits + (bias == 127 ? 8 : 11)) : 0;
        if (Sign == 0) return 0;
        var size = BigInteger.Abs(_mantissa);
        // The exponent of the last place: that of a normal number, or of the subnormal numbers.
        var last = Math.Max(Magnitude - 1 - mantissaBits, 1L - bias - mantissaBits);
        var shift = last - _exponent;
        var rounded = shift <= 0 ? size << (int)-shift : RoundedShift(size, shift);
        if (rounded.GetBitLength() > mantissaBits + 1)
        {
            rounded >>= 1;
            last++;
        }

        var biased = last + mantissaBits + bias;
        if (biased >= (2 * bias) + 1) return sign | ((ulong)((2 * bias) + 1) << mantissaBits);
        // The leading bit of a normal number counts as one more in the exponent field.
        var isNormal = rounded.GetBitLength() == mantissaBits + 1;
        var field = isNormal ? (ulong)(biased - 1) << mantissaBits : 0;
        return sign | (field + (ulong)rounded);
    }

    private static BigInteger RoundedShift(BigInteger size, long shift)
    {
        if (shift > size.GetBitLength() + 1) return BigInteger.Zero;
        var quotient = size >> (int)shift;
        var rest = size - (quotient << (int)shift);
        var half = BigInteger.One << (int)(shift - 1);
        var comparison = rest.CompareTo(half);
        return comparison > 0 || (comparison == 0 && !quotient.IsEven) ? quotient + 1 : quotient;
    }

    // Newton's iteration from above.
    private static BigInteger IntegerRoot(BigInteger a)
    {
        var x = BigInteger.One << (((int)a.GetBitLength() / 2) + 1);
        while (true)
        {
            var next = (x + (a / x)) >> 1;
            if (next >= x) return x;
            x = next;
        }
    }

    /// <inheritdoc/>
    public int CompareTo(BigReal other)
    {
        if (Sign != other.Sign) return Sign.CompareTo(other.Sign);
        if (Sign != 0 && Magnitude != other.Magnitude) return Sign * Magnitude.CompareTo(other.Magnitude);
        var exponent = Math.Min(_exponent, other._exponent);
        return (_mantissa << (int)(_exponent - exponent)).CompareTo(other._mantissa << (int)(other._exponent - exponent));
    }

    /// <inheritdoc/>
    public bool Equals(BigReal other) => CompareTo(other) == 0;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is BigReal other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => ToDouble().GetHashCode();

    /// <summary>The nearest double as text.</summary>
    public override string ToString() => ToDouble().ToString("R", System.Globalization.CultureInfo.InvariantCulture);
}
