using Hillock.Kernels;

namespace Hillock.Verification;

/// <summary>A floating-point type whose kernels can be verified: its numbers by their bit patterns, and its limits.</summary>
/// <param name="Name">The name in reports: <c>float32</c>.</param>
/// <param name="Bits">The width of a number.</param>
/// <param name="SignificandBits">The bits of a significand, the hidden one included: p.</param>
/// <param name="SmallestExponent">The exponent of the smallest normal number, 2^SmallestExponent.</param>
public sealed record ElementType(string Name, int Bits, int SignificandBits, int SmallestExponent)
{
    /// <summary>IEEE 754 binary32.</summary>
    public static readonly ElementType Float = new("float32", 32, 24, -126);

    /// <summary>IEEE 754 binary64.</summary>
    public static readonly ElementType Double = new("float64", 64, 53, -1022);

    /// <summary>IEEE 754 binary16.</summary>
    public static readonly ElementType Half = new("float16", 16, 11, -14);

    /// <summary>The upper half of a float.</summary>
    public static readonly ElementType BFloat16 = new("bfloat16", 16, 8, -126);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ElementType> All { get; } = [Float, Double, Half, BFloat16];

    /// <summary>The exponent of the largest numbers: they lie below 2^(LargestExponent + 1).</summary>
    public int LargestExponent => 1 - SmallestExponent;

    /// <summary>The exponent of the distance between subnormal numbers.</summary>
    public int SubnormalSpacing => SmallestExponent - SignificandBits + 1;

    /// <summary>Whether results can be screened with the kernels for double, which are far more precise.</summary>
    public bool IsNarrowerThanDouble => Bits < 64;

    /// <summary>The bit pattern of the smallest number of a size: sign bit 0, significand 0, this biased exponent.</summary>
    internal ulong Pattern(int biasedExponent) => (ulong)biasedExponent << (SignificandBits - 1);

    /// <summary>The largest biased exponent: that of ±∞ and NaN.</summary>
    internal int SpecialExponent => (2 * LargestExponent) + 1;

    internal ulong SignBit => 1UL << (Bits - 1);

    /// <summary>The number of this bit pattern, which every double can hold.</summary>
    public double ToDouble(ulong pattern) => this switch
    {
        { Bits: 64 } => BitConverter.UInt64BitsToDouble(pattern),
        { Bits: 32 } => BitConverter.UInt32BitsToSingle((uint)pattern),
        { SignificandBits: 11 } => (double)BitConverter.UInt16BitsToHalf((ushort)pattern),
        _ => BitConverter.UInt32BitsToSingle((uint)pattern << 16),
    };

    /// <summary>The bit pattern of the nearest number of the type, of one towards zero for bfloat16.</summary>
    public ulong ToPattern(double value) => this switch
    {
        { Bits: 64 } => BitConverter.DoubleToUInt64Bits(value),
        { Bits: 32 } => BitConverter.SingleToUInt32Bits((float)value),
        { SignificandBits: 11 } => BitConverter.HalfToUInt16Bits((Half)value),
        _ => BitConverter.SingleToUInt32Bits((float)value) >> 16,
    };

    internal SixteenBitFormat SixteenBitFormat =>
        SignificandBits == 11 ? SixteenBitFormat.Half : SixteenBitFormat.BFloat16;
}
