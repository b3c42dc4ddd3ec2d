using System.Globalization;
using Hillock.Lab.Experiments.Shared;
using Hillock.Lab.Laboratory;
using Hillock.Lab.Laboratory.Figures;
using Hillock.Lab.Laboratory.Results;
using Hillock.Lab.Reports;

namespace Hillock.Lab.Experiments.VanishingGradient;

/// <summary>How gradients vanish with depth, in theory, in random networks and in training.</summary>
public sealed class VanishingGradientExperiment : Experiment
{
    private const int QuickExamples = 1500;
    private const int FullExamples = 5000;

    // Above 10 classes' chance by so many points, a network has begun to learn.
    private const double Learns = 30;

    // Of the logarithm of the factor a layer: random networks of this width scatter by about half of it.
    private const double Tolerance = 0.02;

    private static readonly IReadOnlyList<string> Functions = ["sigmoid", "tanh", "softsign", "relu", "gelu", "selu"];

    private static readonly IReadOnlyList<string> Initialisations = ["glorot-standard", "glorot", "lecun", "he"];

    private static readonly IReadOnlyList<int> Depths = [2, 5, 10, 20, 50, 100];

    private static readonly IReadOnlyList<(string Function, string Initialisation)> Trained =
        [("sigmoid", "glorot-standard"), ("sigmoid", "glorot"), ("tanh", "glorot"), ("relu", "he"), ("selu", "lecun")];

    private static readonly IReadOnlyList<double> Rates = [0.01, 0.1];

    /// <inheritdoc/>
    public override string Name => "vanishing-gradient";

    /// <inheritdoc/>
    public override string Question => "Do sigmoid networks stop learning with depth because their gradients vanish?";

    /// <inheritdoc/>
    public override string Claim =>
        "Gradients shrink by a factor a layer that activation and initialisation set; deep sigmoid networks therefore do not "
        + "learn, and vanishing gradients go with saturated units.";

    /// <inheritdoc/>
    public override Rate Rate => Rate.Form;

    /// <inheritdoc/>
    public override string Criterion => string.Create(
        CultureInfo.InvariantCulture,
        $"theory and random networks agree on the factor a layer within {100 * Tolerance} %; sigmoid with Glorot's standard "
        + $"initialisation does not learn at a depth at which relu with He's does; its units are saturated where its gradient vanishes");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Sources =>
    [
        "Glorot and Bengio 2010, Understanding the difficulty of training deep feedforward neural networks, §4.2",
        "Schoenholz and others 2017, Deep information propagation",
        "He and others 2015, Delving deep into rectifiers, §2.2",
    ];

    /// <inheritdoc/>
    public override bool TakesFunctions => true;

    /// <inheritdoc/>
    public override IReadOnlyList<Length> Lengths => [new(Length.Epochs, 20, 3)];

    /// <inheritdoc/>
    public override TimeSpan UsualTime => TimeSpan.FromMinutes(2);

    /// <inheritdoc/>
    public override IReadOnlyList<ProtocolLine> Protocol(ExperimentSettings settings) =>
    [
        new("at the start", $"{GradientAtStart.Networks} random networks of {GradientAtStart.Layers} layers of {GradientAtStart.Width} units, inputs N(0, 1), beside mean-field theory"),
        new("trained networks", $"{string.Join(", ", Depths)} hidden layers of {TrainedDepth.Width} units: "
            + string.Join("; ", Trained.Select(pair => $"{pair.Function}, {pair.Initialisation}"))),
        new("training", $"plain gradient descent, batches of {TrainedDepth.Batch}, {Numbers.Count(settings.LengthOf(this, Length.Epochs), "epoch")}, "
            + "the better of the rates 0.01 and 0.1 by training loss"),
        new("data", $"the first {(settings.Quick ? QuickExamples : FullExamples)} training examples of Fashion-MNIST, pixels standardised; tested on the first 2000 test examples"),
    ];

    /// <inheritdoc/>
    public override Findings Run(Workbench bench)
    {
        string[] functions = [.. Functions, .. bench.Settings.Functions];
        var starts = bench.RunAll(
            "random networks",
            [
                .. functions.SelectMany(function => Initialisations.Select(initialisation => new Step<GradientAtStart>(
                    new { function, initialisation, bench.Seed }, _ => GradientAtStart.Of(function, initialisation, bench.Seed)))),
            ]);
        var curves = Train(bench);
        return new(
            Summary(starts, curves), Checks(bench, starts, curves), [AtStart(starts), ByDepth(curves), InTraining(curves)]);
    }

    private static IReadOnlyList<(TrainedDepth Network, DepthCurve Curve)> Train(Workbench bench)
    {
        var (epochs, seed, quick) = (bench.LengthOf(Length.Epochs), bench.Seed, bench.IsQuick);
        var data = new Lazy<FashionExamples>(() => FashionExamples.Load(quick ? QuickExamples : FullExamples, 2000));
        TrainedDepth[] networks =
        [
            .. Depths.Reverse().SelectMany(depth => Trained.SelectMany(pair =>
                Rates.Select(rate => new TrainedDepth(pair.Function, pair.Initialisation, depth, rate)))),
        ];
        var curves = bench.RunAll(
            "training",
            [
                .. networks.Select(network => new Step<DepthCurve>(
                    new { network, epochs, seed, quick },
                    progress => network.Train(data.Value.Training, data.Value.Test, epochs, seed, progress)) { Cost = 4 + network.Depth }),
            ]);
        // Of the two rates the better one.
        return
        [
            .. networks.Zip(curves).GroupBy(pair => (pair.First.Function, pair.First.Initialisation, pair.First.Depth))
                .Select(rates => rates.MinBy(pair => double.IsFinite(pair.Second.Losses[^1]) ? pair.Second.Losses[^1] : double.MaxValue)),
        ];
    }

    private static DepthCurve Find(IReadOnlyList<(TrainedDepth Network, DepthCurve Curve)> all, (string, string) kind, int depth) =>
        all.Single(pair => (pair.Network.Function, pair.Network.Initialisation) == kind && pair.Network.Depth == depth).Curve;

    private static IReadOnlyList<Check> Checks(
        Workbench bench, IReadOnlyList<GradientAtStart> starts, IReadOnlyList<(TrainedDepth Network, DepthCurve Curve)> all)
    {
        var own = starts.Where(start => Functions.Contains(start.Function)).ToList();
        var worst = own.MaxBy(Difference)!;
        var (sigmoid, relu) = (Trained[0], Trained[3]);
        var (deepest, shallow) = (20, 2);
        var curve = Find(all, sigmoid, deepest);
        double[] saturated = [curve.FirstSaturated.Average(), curve.LastSaturated.Average()];
        return
        [
            Check.That(
                $"Theory and random networks agree on the gradient's factor a layer within {100 * Tolerance} %",
                Difference(worst) <= Tolerance,
                $"{own.Count(start => Difference(start) <= Tolerance)} of {own.Count} do, worst {worst.Function} with {worst.Initialisation}: "
                + $"{Numbers.Significant(100 * Difference(worst), 2)} %") with
            {
                Remark = Difference(worst) > Tolerance && worst.Function == "gelu"
                    ? "the variance of gelu falls to 0 there, the faster the smaller it is, so that deviations of finite width grow from layer to layer"
                    : null,
            },
            Check.That(
                "With sigmoid and every initialisation the gradient vanishes",
                starts.Where(start => start.Function == "sigmoid").All(start => start.MeasuredFactor < 0.7),
                "factors a layer " + string.Join(", ", starts.Where(start => start.Function == "sigmoid").Select(start => Numbers.Significant(start.MeasuredFactor, 2)))),
            Check.AtLength(
                bench, $"sigmoid (Glorot's standard initialisation) learns with {shallow} layers and not with {deepest}",
                Find(all, sigmoid, shallow).Accuracy > Learns && Find(all, sigmoid, deepest).Accuracy <= Learns,
                $"{Numbers.Percent(Find(all, sigmoid, shallow).Accuracy)} and {Numbers.Percent(Find(all, sigmoid, deepest).Accuracy)}"),
            Check.AtLength(
                bench, $"relu (He's initialisation) learns with {deepest}", Find(all, relu, deepest).Accuracy > Learns, Numbers.Percent(Find(all, relu, deepest).Accuracy)),
            Check.That(
                $"Where sigmoid's gradient vanishes ({deepest} layers), most of its units are saturated, before training or after it: share of all units",
                saturated.Max() > 0.5, string.Join(" and ", saturated.Select(share => Numbers.Percent(100 * share)))) with
            {
                Remark = saturated.Max() > 0.5 ? null : "sigmoid's slope is at most 1/4 everywhere: gradients vanish without any saturated unit",
            },
        ];
    }

    private static double Difference(GradientAtStart start) => Math.Abs(Math.Log(start.MeasuredFactor / start.PredictedFactor));

    private static string Summary(IReadOnlyList<GradientAtStart> starts, IReadOnlyList<(TrainedDepth Network, DepthCurve Curve)> all)
    {
        var sigmoid = starts.Single(start => start is { Function: "sigmoid", Initialisation: "glorot-standard" });
        return $"A layer of sigmoid with Glorot's standard initialisation multiplies the gradient by {Numbers.Significant(sigmoid.MeasuredFactor, 2)} "
            + $"(theory {Numbers.Significant(sigmoid.PredictedFactor, 2)}); with 20 layers it ends at {Numbers.Percent(Find(all, Trained[0], 20).Accuracy)}, "
            + $"relu with He's at {Numbers.Percent(Find(all, Trained[3], 20).Accuracy)}.";
    }

    private static Section AtStart(IReadOnlyList<GradientAtStart> starts) => new("At the start")
    {
        Text = "The gradient of each layer over that of the last: dashed lines are mean-field theory, dots random networks.",
        Figures =
        [
            .. Initialisations.Select(initialisation => new Figure($"gradient-{initialisation}", initialisation)
            {
                X = new("hidden layer"),
                Y = new() { IsLogarithmic = true },
                Series =
                [
                    .. starts.Where(start => start.Initialisation == initialisation).SelectMany((start, index) => (Series[])
                    [
                        new("", LayersOf(start.Predicted), start.Predicted) { Colour = index, Dashed = true, Size = 1.4 },
                        new(start.Function, LayersOf(start.Measured), start.Measured) { Colour = index, Style = SeriesStyle.Dots, Size = 4 },
                    ]),
                ],
            }),
        ],
        Tables =
        [
            new("factors", "The gradient's factor a layer, and the depth at which it leaves 10⁻⁶ to 10⁶",
                ["function", "initialisation", "theory", "networks", "depth", "vanishes"],
                [
                    .. starts.Select(start => (Cell[])
                    [
                        start.Function, start.Initialisation, start.PredictedFactor, start.MeasuredFactor, start.PredictedReach,
                        start.PredictedReach is null ? "" : start.Vanishes ? "yes" : "no, it explodes",
                    ]),
                ])
            {
                Note = "The factor is the mean over the layers; the depth goes on with the factor of the last layers, which may be on the other side of 1.",
            },
        ],
    };

    private static IReadOnlyList<double> LayersOf(IReadOnlyList<double> values) => [.. values.Select((_, layer) => layer + 1.0)];

    private static Section ByDepth(IReadOnlyList<(TrainedDepth Network, DepthCurve Curve)> all) => new("Learning by depth")
    {
        Figures =
        [
            new("accuracy-by-depth", "Test accuracy after training")
            {
                X = new("hidden layers") { IsLogarithmic = true },
                Y = new() { Unit = " %", Min = 0, Max = 100 },
                Series =
                [
                    .. Trained.Select(kind => new Series(
                        $"{kind.Function}, {kind.Initialisation}", [.. Depths.Select(depth => (double)depth)],
                        [.. Depths.Select(depth => Find(all, kind, depth).Accuracy)]) { Style = SeriesStyle.LineAndDots }),
                ],
            },
        ],
        Tables =
        [
            new("accuracy", "Test accuracy, %", ["function", "initialisation", .. Depths.Select(depth => $"{depth} layers")],
                [
                    .. Trained.Select(kind => (Cell[])
                        [kind.Function, kind.Initialisation, .. Depths.Select(depth => (Cell)Find(all, kind, depth).Accuracy)]),
                ]),
        ],
    };

    private static Section InTraining(IReadOnlyList<(TrainedDepth Network, DepthCurve Curve)> all) => new("Gradients and saturation, 20 layers")
    {
        Text = "The root mean square of the gradient in each layer, before training (dashed) and after it. A unit counts as saturated "
            + "where the slope of its activation is below 1 % of the largest slope.",
        Figures =
        [
            new("gradient-in-training", "Gradient by layer")
            {
                X = new("hidden layer"),
                Y = new() { IsLogarithmic = true },
                Series =
                [
                    .. Trained.SelectMany((kind, index) => (Series[])
                    [
                        new("", LayersOf(Find(all, kind, 20).FirstGradients), Find(all, kind, 20).FirstGradients) { Colour = index, Dashed = true, Size = 1.4 },
                        new($"{kind.Function}, {kind.Initialisation}", LayersOf(Find(all, kind, 20).LastGradients), Find(all, kind, 20).LastGradients) { Colour = index },
                    ]),
                ],
            },
        ],
        Tables =
        [
            new("saturation", "", ["function", "initialisation", "saturated before, %", "after, %", "gradient first / last layer before", "after"],
                [
                    .. Trained.Select(kind => (kind, Curve: Find(all, kind, 20))).Select(row => (Cell[])
                    [
                        row.kind.Function, row.kind.Initialisation, 100 * row.Curve.FirstSaturated.Average(), 100 * row.Curve.LastSaturated.Average(),
                        row.Curve.FirstGradients[0] / row.Curve.FirstGradients[^1], row.Curve.LastGradients[0] / row.Curve.LastGradients[^1],
                    ]),
                ]),
        ],
    };
}
