using System.Globalization;
using Hillock.Lab.Comparisons;
using Hillock.Lab.Comparisons.Statistics;
using Hillock.Lab.Laboratory;
using Hillock.Lab.Laboratory.Results;
using Hillock.Lab.Reports;

namespace Hillock.Lab.Experiments.LinearRegions;

/// <summary>What counts must be.</summary>
internal static class RegionChecks
{
    public static Check OneLayerIsExact(IReadOnlyList<LineRegions> shapes)
    {
        LineRegions[] single = [.. shapes.Where(shape => shape.Widths.Length == 1)];
        return Check.That(
            "One random layer cuts the plane into exactly 1 + n + n(n − 1)/2 regions, n = "
            + string.Join(", ", single.Select(shape => shape.Widths[0])),
            single.All(shape => shape.Counts.All(count => count == RegionBounds.Arrangement(2, shape.Widths[0]))),
            string.Join(", ", single.Select(shape => shape.Counts[0])));
    }

    public static Check TentsAreExact(IReadOnlyList<int> counts) => Check.That(
        string.Create(CultureInfo.InvariantCulture, $"L tent maps of two units have exactly 2^L pieces, L = 1 … {counts.Count}"),
        counts.Select((count, index) => count == 1 << (index + 1)).All(same => same),
        $"the last {counts[^1]}");

    public static Check NoneAbove(IReadOnlyList<(int Inputs, LineRegions Shape)> shapes)
    {
        var most = shapes.Max(known => known.Shape.Counts.Max() / (double)RegionBounds.SerraUpper(known.Inputs, known.Shape.Widths));
        return Check.That(
            "No network has more regions than Serra's theorem 1 allows: the largest share of the bound", most <= 1, Numbers.Compact(most, 3));
    }

    public static Check NearUnits(string function, IReadOnlyList<double> ratios, double allowed)
    {
        var farthest = ratios.MaxBy(ratio => Math.Abs(ratio - 1));
        return Check.Within(
            $"{function}: regions on a line over units + 1, of all shapes the farthest from 1", farthest, 1 - allowed, 1 + allowed);
    }

    public static Check GrowsLikeSquare(Workbench bench, MeanWithInterval exponent) => Check.AtLength(
        bench, "The regions of trained networks with two inputs grow no faster than the square of the units: the exponent",
        exponent.Lower <= 2,
        $"{Numbers.Fixed(exponent.Mean, 2)} ({Numbers.Fixed(exponent.Lower, 2)} to {Numbers.Fixed(exponent.Upper, 2)})");
}
