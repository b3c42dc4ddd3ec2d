using System.Runtime.CompilerServices;

namespace Hillock.Kernels;

/// <summary>A floating-point format of 16 bits, stored as <see cref="ushort"/>.</summary>
public enum SixteenBitFormat
{
    /// <summary>IEEE 754 binary16: 5 exponent bits, 10 stored significand bits; the bits of <see cref="System.Half"/>.</summary>
    Half,

    /// <summary>bfloat16: the upper half of a <see cref="float"/>.</summary>
    BFloat16,
}

/// <summary>Conversions between the 16-bit formats and <see cref="double"/>.</summary>
internal static class SixteenBitConversion
{
    public static double Widen(SixteenBitFormat format, ushort bits) => format == SixteenBitFormat.Half
        ? (double)BitConverter.UInt16BitsToHalf(bits)
        : BitConverter.UInt32BitsToSingle((uint)bits << 16);

    /// <summary>The nearest 16-bit number, ties to even; NaN stays NaN, what is too large becomes ∞.</summary>
    public static ushort Narrow(SixteenBitFormat format, double value) => format == SixteenBitFormat.Half
        ? BitConverter.HalfToUInt16Bits((Half)value)
        : NarrowToBFloat16(value);

    private static ushort NarrowToBFloat16(double value)
    {
        if (double.IsNaN(value)) return 0x7FC0;
        // Half of the last place, less one, and the last bit: what carries over rounds to nearest, ties to even.
        var bits = BitConverter.SingleToUInt32Bits(RoundedToOdd(value));
        return (ushort)((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16);
    }

    // Rounding twice to nearest could turn a near-tie into a tie; an odd last bit remembers that something was cut off.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float RoundedToOdd(double value)
    {
        var nearest = (float)value;
        if (nearest == value || float.IsInfinity(nearest)) return nearest;
        var bits = BitConverter.SingleToUInt32Bits(nearest);
        if ((bits & 1) != 0) return nearest;
        var isTooLarge = Math.Abs((double)nearest) > Math.Abs(value);
        return BitConverter.UInt32BitsToSingle(isTooLarge ? bits - 1 : bits + 1);
    }
}
