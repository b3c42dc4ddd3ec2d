using System.Globalization;
using Hillock.Lab.Data;
using Hillock.Lab.Laboratory;
using Hillock.Lab.Laboratory.Figures;
using Hillock.Lab.Laboratory.Results;
using Hillock.Lab.Reports;

namespace Hillock.Lab.Experiments.PerceptronLines;

/// <summary>The founding text's first pictures: what perceptrons can enclose, with an activation and without.</summary>
public sealed class PerceptronLinesExperiment : Experiment
{
    private const int Points = 200;
    private const int Hidden = 3;
    private const double Enclosed = 0.99;

    private static readonly string[] ClassNames = ["triangle", "circle"];

    private static readonly IReadOnlyList<string> Functions = ["sigmoid", "tanh", "relu"];

    /// <inheritdoc/>
    public override string Name => "perceptron-lines";

    /// <inheritdoc/>
    public override string Question => "Can perceptrons enclose triangles that lie inside circles?";

    /// <inheritdoc/>
    public override string Claim =>
        "One perceptron draws a straight line; three that are combined linearly still draw one; three with an activation "
        + "enclose the triangles.";

    /// <inheritdoc/>
    public override Rate Rate => Rate.Exact;

    /// <inheritdoc/>
    public override string Criterion =>
        "one perceptron, and three without an activation, answer no more points than the best line there is; three with "
        + "sigmoid, tanh or relu answer at least 99 % in most seeds";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Sources => ["the founding text; Minsky and Papert 1969, Perceptrons"];

    /// <inheritdoc/>
    public override bool TakesFunctions => true;

    /// <inheritdoc/>
    public override IReadOnlyList<Length> Lengths => [new(Length.Epochs, 200, 150), new(Length.Seeds, 5, 5)];

    /// <inheritdoc/>
    public override TimeSpan UsualTime => TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public override IReadOnlyList<ProtocolLine> Protocol(ExperimentSettings settings) =>
    [
        new("points", $"{Points}, half of them triangles in a disc of radius 0.4, half circles in a ring of radii 0.8 to 1, with noise"),
        new("networks", $"no hidden unit, {Hidden} linear ones, {Hidden} with {Numbers.List([.. Functions, .. settings.Functions])}; softmax over two outputs"),
        new("training", $"Adam, rate 0.02, batches of 20, {Numbers.Count(settings.LengthOf(this, Length.Epochs), "epoch")}, "
            + Numbers.Count(settings.LengthOf(this, Length.Seeds), "seed")),
        new("the best line", "all lines through two points are tried: no line does better than the best of them"),
    ];

    /// <inheritdoc/>
    public override Findings Run(Workbench bench)
    {
        var points = DataSets.Find($"triangles-in-circles(points={Points})", bench.Seed);
        var epochs = bench.LengthOf(Length.Epochs);
        string[] functions = [.. Functions, .. bench.Settings.Functions];
        TrainedPerceptrons[] networks =
        [
            .. bench.Seeds.SelectMany(seed => (TrainedPerceptrons[])
            [
                new(0, "identity", seed), new(Hidden, "identity", seed),
                .. functions.Select(function => new TrainedPerceptrons(Hidden, function, seed)),
            ]),
        ];
        var results = bench.RunAll(
            "training",
            [.. networks.Select(network => new Step<PerceptronResult>(new { network, epochs, points = bench.Seed }, _ => network.Train(points, epochs)))]);
        var all = networks.Zip(results).ToList();
        double[] xs = [.. Enumerable.Range(0, Points).Select(i => (double)points.Inputs[2 * i])];
        double[] ys = [.. Enumerable.Range(0, Points).Select(i => (double)points.Inputs[(2 * i) + 1])];
        var line = (double)BestLine.MostCorrect(xs, ys, points.Classes) / Points;
        return new(
            $"The best line there is answers {Numbers.Percent(100 * line)} of the points. One perceptron reached {Numbers.Percent(100 * Best(all, 0, "identity"))}, {Hidden} combined "
            + $"linearly {Numbers.Percent(100 * Best(all, Hidden, "identity"))}, {Hidden} with tanh {Numbers.Percent(100 * Best(all, Hidden, "tanh"))}.",
            Checks(bench, all, line),
            [new("What they draw")
            {
                Text = "The shade is the answer; thin lines are those where the sum of a hidden unit is 0.",
                Figures = [.. all.Where(pair => pair.First.Seed == BestSeed(all, pair.First)).Select(pair => Picture(pair.First, pair.Second, points))],
            },
            new("Every seed") { Tables = [Table(all, functions)] }]);
    }

    private static IReadOnlyList<Check> Checks(
        Workbench bench, List<(TrainedPerceptrons First, PerceptronResult Second)> all, double line) =>
    [
        Check.That("One perceptron answers no more points than the best line", Best(all, 0, "identity") <= line, $"{Numbers.Percent(100 * Best(all, 0, "identity"))} of at most {Numbers.Percent(100 * line)}"),
        Check.That($"{Hidden} perceptrons combined linearly answer no more either", Best(all, Hidden, "identity") <= line, $"{Numbers.Percent(100 * Best(all, Hidden, "identity"))} of at most {Numbers.Percent(100 * line)}"),
        .. Functions.Select(function =>
        {
            double[] shares = [.. all.Where(pair => pair.First.Function == function).Select(pair => pair.Second.Correct)];
            var enclosing = shares.Count(share => share >= Enclosed);
            return Check.AtLength(
                bench, $"{Hidden} perceptrons with {function} answer at least {Numbers.Percent(100 * Enclosed)} in most seeds", 2 * enclosing > shares.Length,
                $"{enclosing} of {shares.Length} seeds, best {Numbers.Percent(100 * shares.Max())}");
        }),
    ];

    private static double Best(List<(TrainedPerceptrons First, PerceptronResult Second)> all, int hidden, string function) =>
        all.Where(pair => pair.First.Hidden == hidden && pair.First.Function == function).Max(pair => pair.Second.Correct);

    private static int BestSeed(List<(TrainedPerceptrons First, PerceptronResult Second)> all, TrainedPerceptrons like) =>
        all.Where(pair => pair.First.Hidden == like.Hidden && pair.First.Function == like.Function)
            .MaxBy(pair => pair.Second.Correct).First.Seed;

    private static Figure Picture(TrainedPerceptrons network, PerceptronResult result, DataSet points) => new(
        Invariant($"map-{network.Hidden}-{Slug(network.Function)}"), Title(network))
    {
        IsSquare = true,
        X = new() { Min = -TrainedPerceptrons.Reach, Max = TrainedPerceptrons.Reach },
        Y = new() { Min = -TrainedPerceptrons.Reach, Max = TrainedPerceptrons.Reach },
        Map = new(TrainedPerceptrons.MapSide, TrainedPerceptrons.MapSide, result.Map, ClassNames)
        {
            XMin = -TrainedPerceptrons.Reach, XMax = TrainedPerceptrons.Reach, YMin = -TrainedPerceptrons.Reach, YMax = TrainedPerceptrons.Reach,
        },
        Series =
        [
            .. result.Lines.Select(line => line.Within(TrainedPerceptrons.Reach)).Where(ends => ends is not null).Select(ends =>
                new Series("", [ends![0].X, ends[1].X], [ends[0].Y, ends[1].Y]) { Plain = true, Size = 1 }),
            .. Enumerable.Range(0, 2).Select(@class =>
            {
                var rows = Enumerable.Range(0, points.Count).Where(i => points.Classes[i] == @class).ToList();
                return new Series("", [.. rows.Select(i => (double)points.Inputs[2 * i])], [.. rows.Select(i => (double)points.Inputs[(2 * i) + 1])])
                {
                    Style = SeriesStyle.Dots, Colour = @class, Size = 4,
                };
            }),
        ],
        Caption = $"{Numbers.Percent(100 * result.Correct)} of the points answered.",
    };

    private static ResultTable Table(List<(TrainedPerceptrons First, PerceptronResult Second)> all, string[] functions) => new(
        "seeds", "Points answered, %", ["network", .. all.Select(pair => pair.First.Seed).Distinct().Select(seed => Invariant($"seed {seed}"))],
        [
            .. functions.Select(function => (Hidden, function)).Prepend((Hidden, "identity")).Prepend((0, "identity")).Select(row => (Cell[])
            [
                Title(new(row.Item1, row.Item2, 0)),
                .. all.Where(pair => pair.First.Hidden == row.Item1 && pair.First.Function == row.Item2).Select(pair => (Cell)(100 * pair.Second.Correct)),
            ]),
        ]);

    private static string Title(TrainedPerceptrons network) => network switch
    {
        { Hidden: 0 } => "one perceptron",
        { Function: "identity" } => Invariant($"{network.Hidden} combined linearly"),
        _ => Invariant($"{network.Hidden} with {network.Function}"),
    };

    private static string Slug(string function) =>
        string.Concat(function.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-')).Trim('-');

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
