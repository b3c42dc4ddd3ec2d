using Hillock.Lab.Laboratory;
using Hillock.Networks;

namespace Hillock.Lab.Experiments.AlmostEverywhere;

/// <summary>How often numbers that are rounded to floats fall on one float.</summary>
internal static class FloatDensity
{
    // Pre-activations so near to a kink tell how dense they are there.
    private const float Window = 0.05f;

    private const long NumbersPerReport = 1 << 20;

    /// <summary>The chance that a number of N(0, 1), rounded to a float, is that float: the density times the width of what is
    /// rounded to it.</summary>
    public static double ChanceUnderNormal(float at) =>
        Math.Exp(-(double)at * at / 2) / Math.Sqrt(2 * Math.PI) * RoundedWidth(at);

    /// <summary>How many of so many numbers of N(0, 1), rounded to floats, are exactly a point.</summary>
    public static long CountUnderNormal(float at, long numbers, int seed, StepProgress progress)
    {
        var random = new SeededRandom((ulong)seed, stream: 63);
        var met = 0L;
        for (var i = 0L; i < numbers; i++)
        {
            if (i % NumbersPerReport == 0)
                progress.Tell(i, numbers);
            // Both signs tell of the same density.
            met += Math.Abs((float)random.NextNormal()) == at ? 1 : 0;
        }

        return met;
    }

    /// <summary>How many of some sums are expected exactly at a point: their density around it times the spacing of the floats
    /// of the point's size, or of the sums' terms at 0, where floats themselves are far denser than sums are.</summary>
    public static double ExpectedMeetings(ReadOnlySpan<float> values, float at)
    {
        var near = 0;
        foreach (var value in values)
            near += value != at && Math.Abs(value - at) < Window ? 1 : 0;
        return near / (2.0 * Window) * RoundedSpacing(at);
    }

    // A sum of terms of about 1 carries the spacing of the floats there: about 2⁻²⁴ in its last digit.
    private static double RoundedSpacing(float at) => at == 0 ? Math.ScaleB(1, -24) : RoundedWidth(at);

    /// <summary>The width of the interval that is rounded to a float.</summary>
    private static double RoundedWidth(float at) =>
        ((double)MathF.BitIncrement(at) - MathF.BitDecrement(at)) / 2;
}
