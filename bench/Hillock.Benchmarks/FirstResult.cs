using System.Diagnostics;
using System.Globalization;

namespace Hillock.Benchmarks;

/// <summary>How long a formula that was never seen takes from its text to its first result.</summary>
internal static class FirstResult
{
    private const int WarmUps = 40;
    private const int Timed = 40;

    /// <summary>A sentence with the median and the slowest.</summary>
    public static string Measure()
    {
        for (var i = 0; i < WarmUps; i++)
            Time(i);
        double[] times = [.. Enumerable.Range(WarmUps, Timed).Select(Time).Order()];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"a formula never seen, from its text to its first result, warm: median {times[Timed / 2]:0.0} ms, slowest {times[^1]:0.0} ms of {Timed}");
    }

    // Each number makes another formula, and another kernel.
    private static double Time(int number)
    {
        var text = string.Create(
            CultureInfo.InvariantCulture, $"x*sigmoid({1 + (0.013 * number)}*x) + {0.1 + (0.007 * number)}*tanh(x)");
        var (x, y) = (new float[16], new float[16]);
        var started = Stopwatch.GetTimestamp();
        Activation.Parse(text).Kernel<float>().Value(x, y);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
