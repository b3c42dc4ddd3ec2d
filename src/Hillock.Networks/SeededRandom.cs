using System.Numerics;

namespace Hillock.Networks;

/// <summary>Random numbers that are the same, bit for bit, on every platform and in every version.</summary>
/// <remarks>
/// The generator is xoshiro256** of Blackman and Vigna (2018), its state filled by SplitMix64 (Steele, Lea and
/// Flood 2014). Only operations that IEEE 754 rounds exactly are used, so normal numbers do not depend on the
/// logarithm of a platform's library either.
/// </remarks>
public sealed class SeededRandom
{
    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;
    private double? _spareNormal;

    /// <summary>One of many independent streams of a seed: one for weights, say, and one for the batch order.</summary>
    public SeededRandom(ulong seed, ulong stream = 0)
    {
        var state = SplitMix64(ref seed) ^ (stream * 0xD1342543DE82EF95);
        _s0 = SplitMix64(ref state);
        _s1 = SplitMix64(ref state);
        _s2 = SplitMix64(ref state);
        _s3 = SplitMix64(ref state);
    }

    /// <summary>The generator in a given state, as reference values are published for it.</summary>
    internal SeededRandom(ulong s0, ulong s1, ulong s2, ulong s3) =>
        (_s0, _s1, _s2, _s3) = (s0, s1, s2, s3);

    /// <summary>64 random bits.</summary>
    public ulong NextBits()
    {
        var result = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
        var shifted = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= shifted;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>A number from the uniform distribution on [0, 1), a multiple of 2⁻⁵³.</summary>
    public double NextUniform() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>An integer from 0 to <paramref name="bound"/> − 1, each equally probable.</summary>
    public int NextBelow(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        // Lemire's method: the high half of a product, with the few products rejected that would make it uneven.
        var size = (ulong)bound;
        var unevenBelow = (0 - size) % size;
        while (true)
        {
            var high = Math.BigMul(NextBits(), size, out var low);
            if (low >= unevenBelow)
                return (int)high;
        }
    }

    /// <summary>A number from the standard normal distribution.</summary>
    public double NextNormal()
    {
        if (_spareNormal is { } spare)
        {
            _spareNormal = null;
            return spare;
        }

        // Marsaglia's polar method: two normal numbers from one point in the unit disc.
        double x, y, square;
        do
        {
            x = 2 * NextUniform() - 1;
            y = 2 * NextUniform() - 1;
            square = x * x + y * y;
        }
        while (square is >= 1 or 0);

        var scale = Math.Sqrt(-2 * Logarithm(square) / square);
        _spareNormal = y * scale;
        return x * scale;
    }

    /// <summary>Fills values with numbers from N(0, <paramref name="deviation"/>²), rounded to floats.</summary>
    public void FillNormal(Span<float> values, double deviation)
    {
        foreach (ref var value in values)
            value = (float)(deviation * NextNormal());
    }

    /// <summary>Puts the items in random order, each order equally probable (Fisher and Yates).</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var last = items.Length - 1; last > 0; last--)
        {
            var other = NextBelow(last + 1);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }

    private static ulong SplitMix64(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        var bits = state;
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }

    /// <summary>ln x for normal x &gt; 0, as e·ln 2 + 2·artanh((m − 1) / (m + 1)) with m within [√½, √2).</summary>
    internal static double Logarithm(double x)
    {
        var exponent = Math.ILogB(x);
        var mantissa = Math.ScaleB(x, -exponent);
        if (mantissa >= 1.4142135623730951)
        {
            mantissa *= 0.5;
            exponent++;
        }

        var t = (mantissa - 1) / (mantissa + 1);
        var square = t * t;
        var sum = 0.0;
        // |t| ≤ 0.172: the first term left out is below 1e-17 of the sum.
        for (var power = 21; power >= 1; power -= 2)
            sum = sum * square + 1.0 / power;
        return exponent * 0.69314718055994531 + 2 * t * sum;
    }
}
