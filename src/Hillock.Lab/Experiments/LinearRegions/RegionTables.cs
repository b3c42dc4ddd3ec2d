using System.Numerics;
using Hillock.Lab.Comparisons.Statistics;
using Hillock.Lab.Laboratory.Results;

namespace Hillock.Lab.Experiments.LinearRegions;

/// <summary>Counts and bounds side by side.</summary>
internal static class RegionTables
{
    private static readonly IReadOnlyList<(int Inputs, int[] Widths)> Shapes =
    [
        (1, [4, 4]), (1, [3, 3, 3]), (1, [2, 2, 2]), (2, [2, 2]), (2, [4, 4]), (2, [8, 8]), (2, [16, 16]), (2, [8, 8, 8]),
        (2, [32, 32]), (3, [6, 6]),
    ];

    public static ResultTable OnLine(IReadOnlyList<LineRegions> shapes, IReadOnlyList<(int[] Widths, double Computed)> computed) => new(
        "on-a-line", "Regions of random networks on a line",
        ["function", "hidden layers", "units + 1", "regions, mean", "95 % from", "to", "computed before", "possible"],
        [.. shapes.Select(shape => Row(shape, computed.First(known => known.Widths.SequenceEqual(shape.Widths)).Computed))])
    {
        Note = "“Computed before” is the mean over 20 networks of another program of ours, not a published figure.",
    };

    public static ResultTable Bounds() => new(
        "bounds", "Bounds on the number of regions",
        ["inputs", "hidden layers", "Montúfar 2014, lower", "Arora, lower", "Serra, lower", "Serra, upper", "Montúfar 2017, upper", "2^N"],
        [.. Shapes.Select(shape => (Cell[])
        [
            shape.Inputs, string.Join(", ", shape.Widths), Number(RegionBounds.MontufarLower(shape.Inputs, shape.Widths)),
            Number(RegionBounds.AroraLower(shape.Inputs, shape.Widths)),
            Number(RegionBounds.SerraLower(shape.Inputs, shape.Widths)), Number(RegionBounds.SerraUpper(shape.Inputs, shape.Widths)),
            Number(RegionBounds.MontufarUpper(shape.Inputs, shape.Widths)), Number(RegionBounds.Patterns(shape.Widths)),
        ])])
    {
        Note = "A lower bound is what some network reaches; it is empty where its theorem does not speak of the shape.",
    };

    public static ResultTable InPlane(IReadOnlyList<LineRegions> shapes) => new(
        "in-the-plane", "Regions of random networks in the plane",
        ["hidden layers", "fewest", "most", "one layer of as many units", "Serra, upper"],
        [.. shapes.Select(shape => (Cell[])
        [
            LinearRegionsExperiment.Shape(shape.Widths), shape.Counts.Min(), shape.Counts.Max(),
            Number(RegionBounds.Arrangement(2, shape.Widths.Sum())), Number(RegionBounds.SerraUpper(2, shape.Widths)),
        ])]);

    public static ResultTable InTraining(IReadOnlyList<TrainedRegions> runs) => new(
        "in-training", "Regions while networks are trained",
        ["data", "function", "hidden layers", "at first", "most", "at the end", "one layer of as many units", "accuracy, %"],
        [.. runs.Select(run => (Cell[])
        [
            run.Data, run.Function, LinearRegionsExperiment.Shape(run.Widths), run.Counts[0], run.Counts.Max(), run.Counts[^1],
            Number(RegionBounds.Arrangement(2, run.Widths.Sum())), 100 * run.Accuracy,
        ])]);

    private static Cell[] Row(LineRegions shape, double computed)
    {
        var mean = MeanInterval.Of([.. shape.Counts.Select(count => (double)count)]);
        return
        [
            shape.Function, LinearRegionsExperiment.Shape(shape.Widths), shape.Widths.Sum() + 1, mean.Mean, mean.Lower, mean.Upper,
            shape.Function == "relu" ? computed : default(Cell), Number(RegionBounds.LineMaximum(shape.Widths)),
        ];
    }

    private static Cell Number(BigInteger? number) => number is { } known ? (double)known : default(Cell);
}
