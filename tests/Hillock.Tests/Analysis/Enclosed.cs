using Hillock.Analysis.Intervals;
using Hillock.Expressions;
using Hillock.Precision;
using Hillock.Verification;

namespace Hillock.Tests.Analysis;

/// <summary>The attacker of enclosures: values of 320 bits at many points of an interval.</summary>
internal static class Enclosed
{
    private static readonly Dictionary<string, double> NoParameters = [];

    /// <summary>A point of the interval at which the value is not in the enclosure, or null where none was found.</summary>
    public static double? Counterexample(Expression expression, Interval x, Interval enclosure, Random random, int points)
    {
        foreach (var point in Points(x, random, points))
            if (PreciseEvaluation.TryEvaluate(expression, point, NoParameters) is { } value && !Holds(enclosure, value))
                return point;
        return null;
    }

    /// <summary>Whether a number of 320 bits is between the ends.</summary>
    public static bool Holds(Interval enclosure, BigReal value) =>
        !enclosure.IsEmpty
        && (double.IsNegativeInfinity(enclosure.Lower) || !(value < enclosure.Lower))
        && (double.IsPositiveInfinity(enclosure.Upper) || !(value > enclosure.Upper));

    /// <summary>The ends, the middle, 0, what is next to them, and points between.</summary>
    public static IEnumerable<double> Points(Interval x, Random random, int count)
    {
        var (lower, upper) = (Math.Max(x.Lower, -1e3), Math.Min(x.Upper, 1e3));
        double[] special = [lower, upper, x.Midpoint, 0, Math.BitIncrement(lower), Math.BitDecrement(upper)];
        var between = Enumerable.Range(0, count).Select(_ => lower + (random.NextDouble() * (upper - lower)));
        return special.Concat(between).Where(x.Contains).Where(double.IsFinite);
    }

    /// <summary>Intervals of all sizes: points, narrow ones, wide ones, about 0 and far from it.</summary>
    public static Interval RandomInterval(Random random)
    {
        var centre = (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-2, 3));
        if (random.Next(6) == 0) centre = 0;
        var radius = random.Next(5) == 0 ? 0 : Math.Abs(Math.Max(1, Math.Abs(centre)) * Math.Pow(10, random.Next(-12, 2)));
        return new(centre - (radius * random.NextDouble()), centre + (radius * random.NextDouble()));
    }
}
