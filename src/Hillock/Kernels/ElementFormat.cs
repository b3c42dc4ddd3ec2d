using System.Numerics;

namespace Hillock.Kernels;

/// <summary>What vector programs need to know of a binary floating-point format.</summary>
/// <param name="MantissaBits">Stored bits of the significand: 23 or 52.</param>
/// <param name="ExponentBias">127 or 1023.</param>
/// <param name="IsWidened">Whether the numbers are floats that are computed as doubles: of the precision of double only
/// half is needed, and neither overflow nor subnormal numbers are met.</param>
/// <param name="IsCompensated">Whether results are carried as unevaluated sums of two floats, and rounded once at the
/// end.</param>
internal sealed record ElementFormat(
    int MantissaBits, int ExponentBias, bool IsWidened = false, bool IsCompensated = false)
{
    public static readonly ElementFormat Single = new(23, 127);

    public static readonly ElementFormat Double = new(52, 1023);

    public static readonly ElementFormat CompensatedSingle = new(23, 127, IsCompensated: true);

    public static readonly ElementFormat WidenedSingle = new(52, 1023, IsWidened: true);

    public bool IsSingle => MantissaBits == 23;

    /// <summary>Bytes.</summary>
    public int Size => IsSingle ? sizeof(float) : sizeof(double);

    /// <summary>The mask of the sign bit.</summary>
    public ulong SignMask => IsSingle ? 0x8000_0000 : 0x8000_0000_0000_0000;

    /// <summary>The mask of the stored significand.</summary>
    public ulong MantissaMask => (1UL << MantissaBits) - 1;

    /// <summary>2^(MantissaBits − 1) · 3: added to a small integer it leaves the integer in the low bits.</summary>
    public double RoundingMagic => 1.5 * Math.ScaleB(1, MantissaBits);

    /// <summary>The format of an element type.</summary>
    /// <exception cref="NotSupportedException">The type has no kernels.</exception>
    public static ElementFormat Of<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        typeof(T) == typeof(float) ? Single
        : typeof(T) == typeof(double) ? Double
        : throw new NotSupportedException($"There are kernels for float and double, not for {typeof(T).Name}.");

    /// <summary>One of three, for this format.</summary>
    public TChoice Choose<TChoice>(TChoice single, TChoice widened, TChoice wide) =>
        IsSingle ? single : IsWidened ? widened : wide;

    /// <summary>The bit pattern of the value rounded to this format.</summary>
    public ulong BitsOf(double value) => IsSingle
        ? BitConverter.SingleToUInt32Bits((float)value)
        : BitConverter.DoubleToUInt64Bits(value);

    /// <summary>The value rounded to this format.</summary>
    public double Round(double value) => IsSingle ? (float)value : value;
}
