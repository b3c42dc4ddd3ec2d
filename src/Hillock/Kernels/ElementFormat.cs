using System.Numerics;

namespace Hillock.Kernels;

/// <summary>What vector programs need to know of a binary floating-point format.</summary>
/// <param name="MantissaBits">Stored bits of the significand: 23 or 52.</param>
/// <param name="ExponentBias">127 or 1023.</param>
internal sealed record ElementFormat(int MantissaBits, int ExponentBias)
{
    public static readonly ElementFormat Single = new(23, 127);

    public static readonly ElementFormat Double = new(52, 1023);

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

    /// <summary>The value rounded to this format.</summary>
    public double Round(double value) => IsSingle ? (float)value : value;
}
