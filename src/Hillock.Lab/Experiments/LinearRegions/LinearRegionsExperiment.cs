using System.Globalization;
using Hillock.Lab.Laboratory;
using Hillock.Lab.Laboratory.Figures;
using Hillock.Lab.Laboratory.Results;
using Hillock.Lab.Reports;

namespace Hillock.Lab.Experiments.LinearRegions;

/// <summary>How many linear pieces networks of rectifiers have: by formula at most, by count in fact.</summary>
public sealed class LinearRegionsExperiment : Experiment
{
    private const int TentLevels = 14;

    // What a mean over random networks may miss units + 1 by, whatever the shape.
    private const double NearlyOne = 0.1;

    private static readonly IReadOnlyList<(int[] Widths, double Computed)> LineShapes =
    [
        ([16], 17.0), ([64], 65.0), ([16, 16], 32.7), ([32, 32], 63.0), ([16, 16, 16, 16], 62.9),
        ([8, 8, 8, 8, 8, 8, 8, 8], 61.5), ([32, 32, 32], 96.4),
    ];

    private static readonly IReadOnlyList<int[]> PlaneShapes = [[3], [4], [8], [16], [20], [64], [16, 16], [32, 32], [16, 16, 16]];

    private static readonly IReadOnlyList<int[]> TrainedShapes = [[32], [16, 16], [8, 8, 8, 8]];

    private static readonly IReadOnlyList<int[]> GrowingShapes = [[8, 8], [16, 16], [32, 32]];

    private static readonly IReadOnlyList<string> TrainedOn = ["moons", "spirals"];

    private static readonly IReadOnlyList<string> StraightFunctions = ["relu", "leaky_relu", "prelu"];

    private static readonly IReadOnlyList<string> CurvedFunctions = ["tanh", "sigmoid", "gelu", "silu", "elu", "softplus", "sin"];

    /// <inheritdoc/>
    public override string Name => "linear-regions";

    /// <inheritdoc/>
    public override string Question => "Into how many linear pieces does a network of rectifiers cut its input?";

    /// <inheritdoc/>
    public override string Claim =>
        "A network of rectifiers is linear on each of finitely many regions. With depth their possible number grows "
        + "exponentially, but random networks have units + 1 on a line whatever their depth, and in training the number grows "
        + "with the units to the power of the number of inputs, not exponentially.";

    /// <inheritdoc/>
    public override Rate Rate => Rate.Exact;

    /// <inheritdoc/>
    public override string Criterion =>
        "one layer in general position has exactly the regions of Zaslavsky's formula, tent maps have exactly 2^L, no count "
        + "is above Serra's bound, random networks on a line have units + 1 within 10 % whatever their depth, and the number of "
        + "regions of trained networks with two inputs does not grow faster than the square of the units: the 95 % interval of the "
        + "exponent reaches down to 2";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Sources =>
    [
        "Serra, Tjandraatmadja and Ramalingam 2018, arXiv 1711.02114, theorems 1, 5 and 6, with the earlier bounds",
        "Montúfar, Pascanu, Cho and Bengio 2014; Montúfar 2017; Arora, Basu, Mianjy and Mukherjee 2016",
        "Hanin and Rolnick 2019; Telgarsky 2015",
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Length> Lengths => [new(Length.Seeds, 200, 20), new(Length.Updates, 4000, 1000)];

    /// <inheritdoc/>
    public override bool TakesFunctions => true;

    /// <inheritdoc/>
    public override TimeSpan UsualTime => TimeSpan.FromSeconds(20);

    /// <inheritdoc/>
    public override IReadOnlyList<ProtocolLine> Protocol(ExperimentSettings settings) =>
    [
        new("what is counted", "regions on which every unit stays on one straight piece of its activation, in double precision: on a "
            + "line by following all units piece by piece, in the plane by cutting polygons unit by unit"),
        new("random networks", string.Create(
            CultureInfo.InvariantCulture,
            $"weights N(0, 2/fan-in), biases N(0, 1), {settings.LengthOf(this, Length.Seeds)} networks of each shape, on the whole line")),
        new("training", string.Create(
            CultureInfo.InvariantCulture,
            $"moons and spirals, 600 points; hidden layers {string.Join(", ", TrainedShapes.Select(Shape))}; He's weights; Adam, rate "
            + $"0.01, batches of 32, {settings.LengthOf(this, Length.Updates)} updates; regions of the square around the points, twice as wide")),
        new("growth", $"{string.Join(", ", GrowingShapes.Select(Shape))} rectifiers on spirals from {(settings.Quick ? 3 : 8)} seeds; the slope of "
            + "log regions against log units at the end, by least squares"),
    ];

    /// <inheritdoc/>
    public override Findings Run(Workbench bench)
    {
        string[] own = [.. bench.Settings.Functions];
        string[] straight = [.. StraightFunctions, .. own.Where(HasPieces)];
        var onLine = bench.RunAll("random networks on a line", [.. straight.SelectMany(function => LineShapes.Select(
            shape => OnLine(bench, function, shape.Widths)))]);
        var inPlane = bench.RunAll("random networks in the plane", [.. PlaneShapes.Select(widths => InPlane(bench, widths))]);
        var trained = bench.RunAll("networks in training", [.. Trainings(bench)]);
        var growing = bench.RunAll("networks that grow", [.. GrowingSeeds(bench).SelectMany(seed => GrowingShapes.Select(
            widths => Training(bench, "relu", "spirals", widths, seed)))]);
        var exponent = GrowthWithUnits.Exponent(growing.Chunk(GrowingShapes.Count));
        var pictured = bench.Run("a small network", Training(bench, "relu", "spirals", [8, 8], bench.Seed, keepCells: true));
        var tents = Enumerable.Range(1, TentLevels).Select(RegionCounts.OfTents).ToArray();
        var relu = onLine.Where(shape => shape.Function == "relu").ToArray();
        var ratios = onLine.Where(shape => StraightFunctions.Contains(shape.Function)).ToLookup(shape => shape.Function, Ratio);
        return new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Random networks of 16 to 96 rectifiers in 1 to 8 layers have {Numbers.Fixed(relu.Min(Ratio), 2)} to "
                + $"{Numbers.Fixed(relu.Max(Ratio), 2)} times units + 1 regions on a line, while 2·{TentLevels} units set by hand make "
                + $"{tents[^1]}. In training regions of the plane grow with the units to the power {Numbers.Fixed(exponent.Mean, 2)}; the "
                + $"most was {Numbers.Fixed(trained.Max(ShareOfOneLayer), 2)} times what one layer of as many units could have."),
            [
                RegionChecks.OneLayerIsExact(inPlane),
                RegionChecks.TentsAreExact(tents),
                RegionChecks.NoneAbove([.. relu.Select(shape => (1, shape)), .. inPlane.Select(shape => (2, shape))]),
                .. StraightFunctions.Select(function => RegionChecks.NearUnits(function, [.. ratios[function]], NearlyOne)),
                RegionChecks.GrowsLikeSquare(bench, exponent),
                Check.That(
                    $"By proof {Numbers.List(StraightFunctions)} have pieces, and {Numbers.List(CurvedFunctions)} have none",
                    StraightFunctions.All(HasPieces) && !CurvedFunctions.Any(HasPieces), "from their property reports"),
            ],
            [
                new("On a line")
                {
                    Text = "A unit more is a region more, wherever it stands. What is possible is far above: on a line "
                        + "the product of n + 1 over the layers.",
                    Tables = [RegionTables.OnLine(onLine, LineShapes)],
                    Figures = [RegionFigures.OnLine(onLine)],
                },
                new("By formula") { Tables = [RegionTables.Bounds(), RegionTables.InPlane(inPlane)] },
                new("In training")
                {
                    Text = own.Any(function => !HasPieces(function))
                        ? $"{Numbers.List([.. own.Where(function => !HasPieces(function))])}: not made of straight pieces, so there are no regions."
                        : "",
                    Tables = [RegionTables.InTraining(trained)],
                    Figures =
                    [
                        .. trained.GroupBy(run => run.Data).Select(RegionFigures.InTraining),
                        RegionFigures.Cells("cells-before", "2 · 8 rectifiers before training", pictured.Before),
                        RegionFigures.Cells("cells-after", "The same network after training on spirals", pictured.After),
                    ],
                },
            ]);
    }

    internal static string Shape(int[] widths) => widths.Length == 1
        ? Numbers.Fixed(widths[0], 0)
        : widths.Distinct().Count() == 1 ? $"{widths.Length} × {widths[0]}" : string.Join(", ", widths);

    /// <summary>The mean over units + 1.</summary>
    internal static double Ratio(LineRegions shape) => shape.Counts.Average() / (shape.Widths.Sum() + 1);

    private static double ShareOfOneLayer(TrainedRegions run) =>
        run.Counts.Max() / (double)RegionBounds.Arrangement(2, run.Widths.Sum());

    private static bool HasPieces(string function) => StraightPieces.Of(Activation.Parse(function)) is not null;

    private static Step<LineRegions> OnLine(Workbench bench, string function, int[] widths)
    {
        var networks = bench.LengthOf(Length.Seeds);
        return new(
            new { where = "line", function, widths, bench.Seed, networks },
            _ => RegionCounts.OnLine(function, widths, FirstSeed(bench), networks));
    }

    private static Step<LineRegions> InPlane(Workbench bench, int[] widths)
    {
        // A network in the plane has hundreds of regions and its count spreads little.
        var networks = Math.Min(bench.LengthOf(Length.Seeds), 5);
        return new(
            new { where = "plane", widths, bench.Seed, networks },
            _ => RegionCounts.InPlane(widths, FirstSeed(bench), networks)) { Cost = Math.Pow(widths.Sum(), 3) };
    }

    private static IEnumerable<Step<TrainedRegions>> Trainings(Workbench bench) =>
        from data in TrainedOn
        from function in StraightFunctions
        from widths in TrainedShapes
        select Training(bench, function, data, widths, bench.Seed);

    private static IEnumerable<int> GrowingSeeds(Workbench bench) => Enumerable.Range(bench.Seed, bench.IsQuick ? 3 : 8);

    private static Step<TrainedRegions> Training(
        Workbench bench, string function, string data, int[] widths, int seed, bool keepCells = false)
    {
        var updates = bench.LengthOf(Length.Updates);
        return new(
            new { where = "training", function, data, widths, updates, seed, keepCells },
            progress => RegionCounts.InTraining(function, data, widths, updates, seed, keepCells, progress))
        {
            Cost = widths.Sum(),
        };
    }

    private static int FirstSeed(Workbench bench) => 1000 * bench.Seed;
}
