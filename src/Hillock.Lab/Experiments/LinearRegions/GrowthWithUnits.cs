using Hillock.Lab.Comparisons;
using Hillock.Lab.Comparisons.Statistics;
using Hillock.Lab.Experiments.Shared;

namespace Hillock.Lab.Experiments.LinearRegions;

/// <summary>The power of the number of units with which regions grow.</summary>
internal static class GrowthWithUnits
{
    /// <summary>The slope of log regions against log units by least squares, one of each seed.</summary>
    /// <param name="runs">Runs of a seed, of several shapes.</param>
    public static MeanWithInterval Exponent(IEnumerable<IReadOnlyList<TrainedRegions>> runs) =>
        MeanInterval.Of([.. runs.Select(Slope)]);

    private static double Slope(IReadOnlyList<TrainedRegions> runs) => StraightLine.Slope(
        [.. runs.Select(run => Math.Log(run.Widths.Sum()))], [.. runs.Select(run => Math.Log(run.Counts[^1]))]);
}
