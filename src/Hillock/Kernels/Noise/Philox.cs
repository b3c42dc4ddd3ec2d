namespace Hillock.Kernels.Noise;

/// <summary>The counter-based generator Philox4x32-10: a bijection of 128-bit counters, keyed by 64 bits, whose results
/// pass as random.</summary>
/// <remarks>Salmon, Moraes, Dror &amp; Shaw, Parallel Random Numbers: As Easy as 1, 2, 3, SC 2011.</remarks>
internal static class Philox
{
    private const uint MultiplierOf0 = 0xD2511F53;
    private const uint MultiplierOf2 = 0xCD9E8D57;
    private const uint KeyStep0 = 0x9E3779B9;
    private const uint KeyStep1 = 0xBB67AE85;
    private const int Rounds = 10;

    /// <summary>The 128 bits for a counter.</summary>
    public static (ulong Low, ulong High) At(ulong key, ulong counterLow, ulong counterHigh)
    {
        var (k0, k1) = ((uint)key, (uint)(key >> 32));
        var (c0, c1) = ((uint)counterLow, (uint)(counterLow >> 32));
        var (c2, c3) = ((uint)counterHigh, (uint)(counterHigh >> 32));
        for (var round = 0; round < Rounds; round++)
        {
            var (p0, p2) = ((ulong)MultiplierOf0 * c0, (ulong)MultiplierOf2 * c2);
            (c0, c1, c2, c3) = ((uint)(p2 >> 32) ^ c1 ^ k0, (uint)p2, (uint)(p0 >> 32) ^ c3 ^ k1, (uint)p0);
            (k0, k1) = (k0 + KeyStep0, k1 + KeyStep1);
        }

        return (c0 | ((ulong)c1 << 32), c2 | ((ulong)c3 << 32));
    }
}
