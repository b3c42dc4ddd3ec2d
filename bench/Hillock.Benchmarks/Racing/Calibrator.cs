using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hillock.Benchmarks.Racing;

/// <summary>A loop of known work that touches no memory: how long it takes says how fast the core is right now.</summary>
internal static class Calibrator
{
    private const int Rounds = 4000;
    private static Vector256<float> s_sink;

    /// <summary>Seconds for the fixed work, about 20 microseconds.</summary>
    public static double Seconds()
    {
        var start = Stopwatch.GetTimestamp();
        s_sink = MultiplyAndAdd(Vector256.Create(0.5f));
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    // Ten independent chains fill two units with a latency of four or five cycles.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static Vector256<float> MultiplyAndAdd(Vector256<float> m)
    {
        Vector256<float> a = m, b = m, c = m, d = m, e = m, f = m, g = m, h = m, i = m, j = m;
        for (var n = 0; n < Rounds; n++)
        {
            a = Vector256.FusedMultiplyAdd(a, m, m);
            b = Vector256.FusedMultiplyAdd(b, m, m);
            c = Vector256.FusedMultiplyAdd(c, m, m);
            d = Vector256.FusedMultiplyAdd(d, m, m);
            e = Vector256.FusedMultiplyAdd(e, m, m);
            f = Vector256.FusedMultiplyAdd(f, m, m);
            g = Vector256.FusedMultiplyAdd(g, m, m);
            h = Vector256.FusedMultiplyAdd(h, m, m);
            i = Vector256.FusedMultiplyAdd(i, m, m);
            j = Vector256.FusedMultiplyAdd(j, m, m);
        }
        return a + b + c + d + e + f + g + h + i + j;
    }
}
