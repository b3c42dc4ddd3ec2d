using System.Numerics;
using Hillock.Lab.Experiments.Shared;
using Hillock.Lab.Experiments.LinearRegions;
using Hillock.Lab.Laboratory;
using Hillock.Lab.Laboratory.Results;

namespace Hillock.Lab.Tests.Experiments.LinearRegions;

public class LinearRegionsTests
{
    private static readonly StraightPieces Relu = StraightPieces.Of(Activation.Parse("relu"))!;

    [Theory]
    [InlineData(1, new[] { 4, 4 }, 20, 25, 25, 256)]
    [InlineData(1, new[] { 3, 3, 3 }, 36, 64, 64, 512)]
    [InlineData(1, new[] { 2, 2, 2 }, 12, null, 27, 64)]
    [InlineData(2, new[] { 3 }, 7, null, 7, 8)]
    [InlineData(2, new[] { 16 }, 137, 137, 137, 65536)]
    [InlineData(2, new[] { 2, 2 }, 4, null, 11, 16)]
    [InlineData(2, new[] { 4, 4 }, 44, null, 121, 256)]
    [InlineData(2, new[] { 8, 8 }, 592, 925, 1369, 65536)]
    [InlineData(2, new[] { 16, 16 }, 8768, 11097, 18769, 4294967296L)]
    [InlineData(2, new[] { 8, 8, 8 }, 9472, 23125, 50653, 16777216)]
    [InlineData(3, new[] { 6, 6 }, 336, null, 1764, 4096)]
    public void Bounds_are_those_of_the_table(
        int inputs, int[] widths, int montufar, int? serraLower, int serraUpper, long patterns)
    {
        Assert.Equal(montufar, RegionBounds.MontufarLower(inputs, widths));
        Assert.Equal(serraLower is { } lower ? lower : null, RegionBounds.SerraLower(inputs, widths));
        Assert.Equal(serraUpper, RegionBounds.SerraUpper(inputs, widths));
        Assert.Equal(patterns, RegionBounds.Patterns(widths));
    }

    [Fact]
    public void Further_bounds()
    {
        Assert.Equal(16, RegionBounds.MontufarUpper(2, [2, 2]));
        Assert.Equal(153_000 - 119, RegionBounds.SerraLower(2, [32, 32]));
        Assert.Equal(279_841, RegionBounds.SerraUpper(2, [32, 32]));
        Assert.Equal(BigInteger.Pow(2, 64), RegionBounds.Patterns([32, 32]));
        Assert.Equal(25, RegionBounds.LineMaximum([4, 4]));
        // 2·(C(3, 0) + C(3, 1))·4
        Assert.Equal(32, RegionBounds.AroraLower(2, [8, 4]));
        Assert.Null(RegionBounds.AroraLower(2, [7, 4]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(10)]
    public void Tents_fold_exactly(int levels) => Assert.Equal(1 << levels, RegionCounts.OfTents(levels));

    [Fact]
    public void One_layer_has_a_region_more_than_units_on_a_line() =>
        Assert.Equal(65, LineCells.Count(RegionCounts.Random(1, [64], 3), Relu, [0], [1]));

    [Theory]
    [InlineData(new[] { 5 })]
    [InlineData(new[] { 4, 3 })]
    [InlineData(new[] { 3, 3, 3 })]
    public void Cells_of_a_plane_are_those_that_a_fine_grid_meets(int[] widths)
    {
        var layers = RegionCounts.Random(2, widths, 11);
        var cells = PlaneCells.Of(layers.Select(layer => (layer, Relu)), -2, 2);
        var met = new HashSet<string>();
        for (var i = 0; i < 700; i++)
            for (var j = 0; j < 700; j++)
                met.Add(PatternAt(layers, -2 + (4 * (i + 0.5) / 700), -2 + (4 * (j + 0.5) / 700)));
        var middles = cells.Select(cell => PatternAt(layers, cell.X.Average(), cell.Y.Average())).ToHashSet();
        Assert.Subset(middles, met);
        // A cell may be smaller than a step of the grid.
        Assert.InRange(cells.Count, met.Count, met.Count + 3);
        Assert.Equal(16, cells.Sum(Area), 1e-9);
    }

    [Fact]
    public void A_line_meets_the_cells_that_a_walk_along_it_meets()
    {
        var layers = RegionCounts.Random(2, [6, 6], 5);
        var changes = 1;
        for (var i = 1; i < 200_000; i++)
        {
            var (before, here) = ((i - 1) / 20_000.0 - 5, (i / 20_000.0) - 5);
            if (PatternAt(layers, before, 0.3 * before) != PatternAt(layers, here, 0.3 * here))
                changes++;
        }

        Assert.Equal(changes, LineCells.Count(layers, Relu, [0, 0], [1, 0.3], -5, 5));
    }

    [Theory]
    [InlineData("relu", new[] { 0.0 }, new[] { 0.0, 1 })]
    [InlineData("hard_tanh", new[] { -1.0, 1 }, new[] { 0.0, 1, 0 })]
    [InlineData("leaky_relu(negative_slope=0.2)", new[] { 0.0 }, new[] { 0.2, 1 })]
    public void Straight_pieces_are_those_of_the_function(string function, double[] breaks, double[] slopes)
    {
        var pieces = StraightPieces.Of(Activation.Parse(function))!;
        Assert.Equal(breaks, pieces.Breaks);
        Assert.Equal(slopes, pieces.Slopes);
        var u = -3.7;
        Assert.Equal(
            Activation.Parse(function).Value(u), (pieces.Slopes[pieces.PieceAt(u)] * u) + pieces.Offsets[pieces.PieceAt(u)], 1e-12);
    }

    [Theory]
    [InlineData("tanh")]
    [InlineData("gelu")]
    [InlineData("relu(x)^2")]
    public void A_curve_has_no_straight_pieces(string function) => Assert.Null(StraightPieces.Of(Activation.Parse(function)));

    [Fact]
    public void Wrong_counts_are_caught()
    {
        Assert.Equal(Outcome.DidNotHold, RegionChecks.TentsAreExact([2, 4, 7]).Outcome);
        Assert.Equal(Outcome.DidNotHold, RegionChecks.OneLayerIsExact([new("relu", [3], [7, 6])]).Outcome);
        Assert.Equal(Outcome.DidNotHold, RegionChecks.NoneAbove([(2, new LineRegions("relu", [2, 2], [12]))]).Outcome);
        Assert.Equal(Outcome.DidNotHold, RegionChecks.NearUnits("relu", [1, 0.8], 0.1).Outcome);
        Assert.Equal(Outcome.Held, RegionChecks.NearUnits("relu", [1, 0.95], 0.1).Outcome);
    }

    [Fact]
    public void The_exponent_of_a_square_is_two()
    {
        TrainedRegions Of(int units) => new("relu", "", [units], [0], [3 * units * units], 1) { Before = [], After = [] };
        Assert.Equal(2, GrowthWithUnits.Exponent([[Of(8), Of(16), Of(32)]]).Mean, 1e-9);
    }

    [Fact]
    public void It_runs()
    {
        var experiment = new LinearRegionsExperiment();
        var bench = new Workbench(experiment, new()
        {
            Quick = true,
            Chosen = new Dictionary<string, int> { [Length.Seeds] = 2, [Length.Updates] = 5 },
            Functions = ["hard_tanh", "tanh"],
        });
        var findings = experiment.Run(bench);
        Assert.Contains(findings.Sections.SelectMany(section => section.Tables), table =>
            table.Rows.Any(row => row[0].Text == "hard_tanh"));
        Assert.Equal(Outcome.Held, findings.Checks[0].Outcome);
    }

    private static string PatternAt(IReadOnlyList<AffineMap> layers, double x, double y)
    {
        double[] values = [x, y];
        var pattern = "";
        foreach (var layer in layers)
        {
            values = layer.Apply(values, withShift: true);
            pattern += string.Concat(values.Select(value => value > 0 ? '1' : '0'));
            values = [.. values.Select(value => Math.Max(0, value))];
        }

        return pattern;
    }

    // Gauss's formula.
    private static double Area(PlaneCell cell) => Math.Abs(Enumerable.Range(0, cell.X.Length).Sum(i =>
    {
        var next = (i + 1) % cell.X.Length;
        return (cell.X[i] * cell.Y[next]) - (cell.X[next] * cell.Y[i]);
    })) / 2;
}
