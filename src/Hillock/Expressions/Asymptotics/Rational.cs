using System.Globalization;
using System.Numerics;

namespace Hillock.Expressions.Asymptotics;

/// <summary>An exact fraction. Every double is one.</summary>
internal readonly struct Rational : IComparable<Rational>, IEquatable<Rational>
{
    private const int QuotientBits = 62;

    private readonly BigInteger _denominator;

    private Rational(BigInteger numerator, BigInteger denominator)
    {
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        if (denominator.Sign < 0) divisor = -divisor;
        Numerator = divisor.IsOne ? numerator : numerator / divisor;
        _denominator = divisor.IsOne ? denominator : denominator / divisor;
    }

    public static Rational Zero => default;

    public static Rational One { get; } = 1;

    public static Rational Half { get; } = Of(1, 2);

    public BigInteger Numerator { get; }

    /// <summary>Positive, without a divisor in common with the numerator.</summary>
    public BigInteger Denominator => _denominator.IsZero ? BigInteger.One : _denominator;

    public int Sign => Numerator.Sign;

    public bool IsInteger => Denominator.IsOne;

    public bool IsOddInteger => IsInteger && !Numerator.IsEven;

    public static implicit operator Rational(int value) => new(value, BigInteger.One);

    public static Rational Of(BigInteger numerator, BigInteger denominator) => new(numerator, denominator);

    /// <summary>Exactly the double, which must be finite.</summary>
    public static Rational Of(double value)
    {
        if (value == Math.Floor(value) && Math.Abs(value) < 1L << 53) return new Rational((long)value, BigInteger.One);
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)((bits >> 52) & 0x7FF);
        var mantissa = bits & ((1L << 52) - 1);
        if (exponent == 0) exponent = 1;
        else mantissa |= 1L << 52;
        var signed = new BigInteger(value < 0 ? -mantissa : mantissa);
        var shift = exponent - 1075;
        return shift >= 0
            ? new Rational(signed << shift, BigInteger.One)
            : new Rational(signed, BigInteger.One << -shift);
    }

    public static Rational operator +(Rational a, Rational b) => a.Denominator == b.Denominator
        ? new Rational(a.Numerator + b.Numerator, a.Denominator)
        : new Rational((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    public static Rational operator -(Rational a) => new(-a.Numerator, a.Denominator);

    public static Rational operator -(Rational a, Rational b) => a + -b;

    public static Rational operator *(Rational a, Rational b) =>
        new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    public static Rational operator /(Rational a, Rational b) =>
        new(a.Numerator * b.Denominator, a.Denominator * b.Numerator);

    public static bool operator ==(Rational a, Rational b) => a.Equals(b);

    public static bool operator !=(Rational a, Rational b) => !a.Equals(b);

    public static bool operator <(Rational a, Rational b) => a.CompareTo(b) < 0;

    public static bool operator >(Rational a, Rational b) => a.CompareTo(b) > 0;

    /// <summary>aⁿ; n ≥ 0 where a is 0.</summary>
    public Rational Power(int n) => n >= 0
        ? new Rational(BigInteger.Pow(Numerator, n), BigInteger.Pow(Denominator, n))
        : new Rational(BigInteger.Pow(Denominator, -n), BigInteger.Pow(Numerator, -n));

    public BigInteger Floor() => Numerator.Sign >= 0 || IsInteger
        ? BigInteger.Divide(Numerator, Denominator)
        : BigInteger.Divide(Numerator, Denominator) - 1;

    /// <summary>Doubles on both sides of it; the same double twice where it is one.</summary>
    public Bounds ToBounds()
    {
        if (Numerator.IsZero) return new Bounds(0, 0);
        var shift = QuotientBits - (int)(BigInteger.Abs(Numerator).GetBitLength() - Denominator.GetBitLength());
        var quotient = shift >= 0 ? (Numerator << shift) / Denominator : Numerator / (Denominator << -shift);
        // The conversion of a long rounds to nearest, that of a BigInteger truncates.
        var near = Math.ScaleB((long)quotient, -shift);
        if (double.IsFinite(near) && Of(near) == this) return new Bounds(near, near);
        return new Bounds(Math.BitDecrement(near), Math.BitIncrement(near));
    }

    public int CompareTo(Rational other) => Denominator == other.Denominator
        ? Numerator.CompareTo(other.Numerator)
        : (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    public bool Equals(Rational other) => Numerator == other.Numerator && Denominator == other.Denominator;

    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Numerator, Denominator);

    /// <summary>A short fraction as such, any other number by its digits where a double has exactly this
    /// value.</summary>
    public override string ToString()
    {
        if (IsInteger && Numerator.GetBitLength() <= 64) return Numerator.ToString(CultureInfo.InvariantCulture);
        if (Denominator.GetBitLength() <= 16 && Numerator.GetBitLength() <= 16) return $"{Numerator}/{Denominator}";
        var bounds = ToBounds();
        return bounds.Low == bounds.High
            ? bounds.Low.ToString("R", CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");
    }
}
