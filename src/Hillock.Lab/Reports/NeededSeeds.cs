using Hillock.Lab.Comparisons;

namespace Hillock.Lab.Reports;

/// <summary>How many seeds would tell a pair apart, in words.</summary>
public static class NeededSeeds
{
    /// <summary>“about 40”, or “more than 1000”; empty for a pair that is told apart or of which nothing is
    /// known.</summary>
    public static string Of(PairedDifference pair)
    {
        ArgumentNullException.ThrowIfNull(pair);
        if (pair.IsReal || pair.EffectSize is null)
            return "";
        return pair.SeedsNeeded is { } seeds ? $"about {Numbers.Plain(Rounded(seeds))}" : "more than 1000";
    }

    // The estimate rests on the spread over a few seeds: two digits are more than it is good for.
    private static int Rounded(int seeds)
    {
        var unit = seeds < 100 ? 1 : seeds < 1000 ? 10 : 100;
        return (seeds + unit - 1) / unit * unit;
    }
}
