using System.Collections.Concurrent;
using System.Numerics;

namespace Hillock.Precision;

/// <summary>π and log 2 to as many bits as asked for.</summary>
internal static class BigConstants
{
    private static readonly ConcurrentDictionary<int, BigInteger> PiBits = new();
    private static readonly ConcurrentDictionary<int, BigInteger> Ln2Bits = new();

    /// <summary>⌊π · 2^bits⌋ to within a unit, by Machin's formula 16 arctan(1/5) − 4 arctan(1/239).</summary>
    public static BigInteger Pi(int bits) => PiBits.GetOrAdd(bits, static n =>
        ((16 * InverseTangent(5, n + 32, alternating: true)) - (4 * InverseTangent(239, n + 32, alternating: true))) >> 32);

    /// <summary>⌊log 2 · 2^bits⌋ to within a unit, by 18 artanh(1/26) − 2 artanh(1/4801) + 8 artanh(1/8749).</summary>
    public static BigInteger Ln2(int bits) => Ln2Bits.GetOrAdd(bits, static n =>
        ((18 * InverseTangent(26, n + 32, alternating: false))
            - (2 * InverseTangent(4801, n + 32, alternating: false))
            + (8 * InverseTangent(8749, n + 32, alternating: false))) >> 32);

    // Σ (±1)^k / ((2k + 1) d^(2k + 1)) in fixed point: arctan(1/d), or artanh(1/d) without the alternating sign.
    private static BigInteger InverseTangent(int d, int bits, bool alternating)
    {
        var power = (BigInteger.One << bits) / d;
        var sum = power;
        for (var k = 1; !power.IsZero; k++)
        {
            power /= d * d;
            var term = power / ((2 * k) + 1);
            sum += alternating && k % 2 == 1 ? -term : term;
        }

        return sum;
    }
}
