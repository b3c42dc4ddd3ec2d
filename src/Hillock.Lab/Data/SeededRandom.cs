using System.Numerics;

namespace Hillock.Lab.Data;

/// <summary>
/// Random numbers that are the same on every platform and in every version: xoshiro256** seeded by SplitMix64
/// (Blackman and Vigna). <see cref="System.Random"/> promises neither.
/// </summary>
internal sealed class SeededRandom
{
    private ulong _s0, _s1, _s2, _s3;

    /// <summary>Uses of one seed that must not share their numbers take different streams.</summary>
    public SeededRandom(int seed, int stream = 0)
    {
        ulong state = ((ulong)(uint)stream << 32) | (uint)seed;
        _s0 = SplitMix64(ref state);
        _s1 = SplitMix64(ref state);
        _s2 = SplitMix64(ref state);
        _s3 = SplitMix64(ref state);
    }

    /// <summary>64 random bits.</summary>
    public ulong NextBits()
    {
        ulong result = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
        ulong shifted = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= shifted;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>Uniform on 0 … <paramref name="count"/> − 1, without bias (Lemire's rejection).</summary>
    public int NextIndex(int count)
    {
        ulong bound = (ulong)count;
        ulong rejected = (0 - bound) % bound;
        ulong high, low;
        do
            high = Math.BigMul(NextBits(), bound, out low);
        while (low < rejected);
        return (int)high;
    }

    /// <summary>Uniform on [0, 1), a multiple of 2⁻⁵³.</summary>
    public double NextUniform() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform on [<paramref name="low"/>, <paramref name="high"/>).</summary>
    public double NextUniform(double low, double high) => low + (high - low) * NextUniform();

    /// <summary>Normal of mean 0 and deviation 1, by Marsaglia's polar method.</summary>
    public double NextNormal()
    {
        double x, square;
        do
        {
            x = NextUniform(-1, 1);
            double y = NextUniform(-1, 1);
            square = x * x + y * y;
        }
        while (square is >= 1 or 0);
        return x * Math.Sqrt(-2 * Math.Log(square) / square);
    }

    /// <summary>Puts the items in random order (Fisher and Yates).</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (int last = items.Length - 1; last > 0; last--)
        {
            int other = NextIndex(last + 1);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }

    private static ulong SplitMix64(ref ulong state)
    {
        ulong z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
