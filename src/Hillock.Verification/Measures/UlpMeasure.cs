using Hillock.Precision;

namespace Hillock.Verification;

/// <summary>Errors in units in the last place: |got − true| / u, where u is the distance between neighbouring numbers of
/// the type at the true result.</summary>
/// <remarks>
/// <para>u = 2^(e − p + 1) for 2^e ≤ |true| &lt; 2^(e+1), and the distance between subnormal numbers below the normal
/// ones, at 0 too. It can be kept from getting smaller than 2^<paramref name="SmallestUnit"/>: see
/// <see cref="SignChange"/>.</para>
/// <para>What overflows: ∞ as a result counts as the power of two after the largest number. A true result at or beyond
/// this power has one right answer, ∞ of its sign; another one is infinitely wrong. NaN is right where the true result
/// is NaN, and only there. The sign of a zero makes no error here.</para>
/// </remarks>
/// <param name="Type">The type of the results.</param>
/// <param name="SmallestUnit">The smallest exponent that a unit may have.</param>
public readonly record struct UlpMeasure(ElementType Type, int SmallestUnit)
{
    /// <summary>The measure of a type, without any other limit on the unit.</summary>
    public UlpMeasure(ElementType type)
        : this(type, type.SubnormalSpacing)
    {
    }

    /// <summary>The exponent of the unit at a true result in [2^exponent, 2^(exponent + 1)).</summary>
    public int UnitAt(long exponent) => Math.Max(
        (int)Math.Clamp(exponent, Type.SmallestExponent, Type.LargestExponent) - Type.SignificandBits + 1, SmallestUnit);

    /// <summary>The error of a narrower type against a true result known in double precision; it may be ±∞ or NaN.</summary>
    public double Error(double got, double expected)
    {
        if (!(Math.Abs(expected) < Overflow))
            return got.Equals(double.IsNaN(expected) ? expected : Math.CopySign(double.PositiveInfinity, expected))
                ? 0
                : double.PositiveInfinity;
        if (double.IsNaN(got)) return double.PositiveInfinity;
        var difference = Math.Clamp(got, -Overflow, Overflow) - expected;
        return Math.ScaleB(Math.Abs(difference), -UnitAt(Math.ILogB(expected)));
    }

    /// <summary>The error against a finite true result of any size.</summary>
    public double Error(double got, BigReal expected)
    {
        if (double.IsNaN(got)) return double.PositiveInfinity;
        var exponent = ExponentOf(expected);
        if (exponent > Type.LargestExponent)
            return double.IsInfinity(got) && Math.Sign(got) == expected.Sign ? 0 : double.PositiveInfinity;
        return InUnits(Finite(got) - expected, exponent);
    }

    /// <summary>How far a result in double precision, not rounded to the type, is from the true one.</summary>
    public double Distance(double approximate, BigReal expected)
    {
        var exponent = ExponentOf(expected);
        if (exponent > Type.LargestExponent)
            return approximate * expected.Sign >= Overflow ? 0 : double.PositiveInfinity;
        return double.IsFinite(approximate) ? InUnits(approximate - expected, exponent) : double.PositiveInfinity;
    }

    // What ∞ counts as; for doubles it is one.
    private double Overflow => Math.ScaleB(1, Type.LargestExponent + 1);

    private double InUnits(BigReal difference, long exponent) =>
        BigReal.Scale(BigReal.Abs(difference), -UnitAt(exponent)).ToDouble();

    private BigReal Finite(double got) => double.IsInfinity(got)
        ? BigReal.Scale(Math.Sign(got), Type.LargestExponent + 1)
        : got;

    // 2^exponent ≤ |value| < 2^(exponent + 1)
    private static long ExponentOf(BigReal value) => value.Sign == 0 ? long.MinValue : value.Magnitude - 1;
}
