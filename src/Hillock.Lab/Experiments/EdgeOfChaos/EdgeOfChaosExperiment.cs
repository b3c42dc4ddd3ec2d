using System.Globalization;
using Hillock.Analysis.MeanField;
using Hillock.Kernels;
using Hillock.Lab.Experiments.Shared;
using Hillock.Lab.Laboratory;
using Hillock.Lab.Laboratory.Figures;
using Hillock.Lab.Laboratory.Results;
using Hillock.Lab.Reports;

namespace Hillock.Lab.Experiments.EdgeOfChaos;

/// <summary>A hundred layers, on and off the edge of chaos.</summary>
public sealed class EdgeOfChaosExperiment : Experiment
{
    private const int Deep = 100;
    private const double Bias = 0.2;
    private const int QuickExamples = 3000;

    // A chance of one in ten, give or take what 10 000 test examples may show by luck.
    private const double Chance = 10;
    private const double NearChance = 1;
    private const double AheadOfRelu = 20;

    private static readonly int[] Depths = [10, 30, Deep];

    // Of tanh: ordered, then chaotic.
    private static readonly double[] OffEdge = [1, 1.15, 1.6, 2];

    // A network counts as trained above it; chance is 10 %.
    private const double Trained = 50;

    /// <inheritdoc/>
    public override string Name => "edge-of-chaos";

    /// <inheritdoc/>
    public override string Question => "Can a hundred layers be trained on the edge of chaos, and off it?";

    /// <inheritdoc/>
    public override string Claim =>
        "Very deep networks train only near the edge of chaos; there smooth functions (elu, tanh) train much better than "
        + "relu, and functions without an edge at usual weights (sigmoid, softplus) not at all.";

    /// <inheritdoc/>
    public override Rate Rate => Rate.Form;

    /// <inheritdoc/>
    public override string Criterion =>
        "the computed edges agree with the published ones; elu and tanh on their edge end at least 20 points above relu on "
        + "its own, sigmoid and softplus stay within a point of chance, off the edge tanh fails at a depth that it reaches "
        + "on the edge, and the depth to which it trains grows with ξ_c";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Sources =>
    [
        "Poole and others 2016, Exponential expressivity in deep neural networks through transient chaos",
        "Schoenholz and others 2017, Deep information propagation",
        "Hayou, Doucet and Rousseau 2019, On the impact of the activation function on deep neural networks training",
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Length> Lengths => [new(Length.Epochs, 5, 1), new(Length.Width, 100, 40)];

    /// <inheritdoc/>
    public override TimeSpan UsualTime => TimeSpan.FromMinutes(7);

    /// <inheritdoc/>
    public override IReadOnlyList<ProtocolLine> Protocol(ExperimentSettings settings) =>
    [
        new("networks", $"{Deep} hidden layers of {settings.LengthOf(this, Length.Width)} units; tanh with {Numbers.List([.. Depths.Select(d => Numbers.Fixed(d, 0))])}"),
        new("start", "weights N(0, σ_w²/fan-in), biases N(0, σ_b²); on the computed edge for σ_b = 0.2 (relu: 0), tanh off it with "
            + $"σ_w = {Numbers.List([.. OffEdge.Select(Numbers.Plain)])}; sigmoid and softplus, which have no edge at such weights, with σ_w = 1"),
        new("training", $"plain gradient descent, rate {DeepNetwork.LearningRate.ToString(CultureInfo.InvariantCulture)}, batches of {DeepNetwork.Batch}, "
            + $"{Numbers.Count(settings.LengthOf(this, Length.Epochs), "epoch")}"),
        new("data", settings.Quick
            ? $"the first {QuickExamples} training examples of Fashion-MNIST, pixels standardised; tested on the first 2000 test examples"
            : "Fashion-MNIST, pixels standardised"),
    ];

    /// <inheritdoc/>
    public override Findings Run(Workbench bench)
    {
        var networks = Networks();
        var data = new Lazy<FashionExamples>(() => bench.IsQuick ? FashionExamples.Load(QuickExamples, 2000) : FashionExamples.Load());
        var curves = bench.RunAll("training", [.. networks.Select(network => Train(bench, network, data))]);
        var trained = networks.Zip(curves).ToDictionary(pair => pair.First, pair => pair.Second);
        return new(Summary(trained), [.. Theory.Checks(), .. TrainingChecks(bench, trained)], Sections(trained));
    }

    private static List<DeepNetwork> Networks()
    {
        DeepNetwork OnEdge(string function, double bias, int depth) =>
            new(function, Theory.EdgeOf(function, bias).WeightDeviation, bias, depth);
        return
        [
            OnEdge("elu", Bias, Deep), OnEdge("relu", 0, Deep), new("sigmoid", 1, Bias, Deep), new("softplus", 1, Bias, Deep),
            .. Depths.Reverse().SelectMany(depth => OffEdge.Select(weights => new DeepNetwork("tanh", weights, Bias, depth)).Append(OnEdge("tanh", Bias, depth))),
        ];
    }

    private static Step<DeepCurve> Train(Workbench bench, DeepNetwork network, Lazy<FashionExamples> data)
    {
        var (width, epochs, seed, quick) = (bench.LengthOf(Length.Width), bench.LengthOf(Length.Epochs), bench.Seed, bench.IsQuick);
        return new(
            new { network, width, epochs, seed, quick },
            progress => network.Train(data.Value.Training, data.Value.Test, width, epochs, seed, progress))
        {
            Cost = network.Depth,
        };
    }

    private static DeepCurve Find(Dictionary<DeepNetwork, DeepCurve> trained, string function, int depth, double? off = null) =>
        trained.Single(pair => pair.Key.Function == function && pair.Key.Depth == depth
            && (off is { } weights
                ? pair.Key.WeightDeviation == weights
                : !IsOffEdge(pair.Key))).Value;

    private static bool IsOffEdge(DeepNetwork network) => network.Function == "tanh" && OffEdge.Contains(network.WeightDeviation);

    private static IEnumerable<Check> TrainingChecks(Workbench bench, Dictionary<DeepNetwork, DeepCurve> trained)
    {
        var relu = Find(trained, "relu", Deep).Final;
        foreach (var (function, published) in new[] { ("elu", "91.6 % against 46.5 %"), ("tanh", "91.2 % against 46.5 %") })
        {
            var lead = Find(trained, function, Deep).Final - relu;
            yield return Check.AtLength(
                bench, $"With {Deep} layers {function} on its edge ends at least {AheadOfRelu} points above relu on its own",
                lead >= AheadOfRelu, $"{Numbers.Percent(Find(trained, function, Deep).Final)} against {Numbers.Percent(relu)}") with
            {
                Published = $"{published} (Hayou and others, MNIST, 10 epochs)",
            };
        }

        foreach (var function in new[] { "sigmoid", "softplus" })
        {
            var final = Find(trained, function, Deep).Final;
            yield return Check.That(
                $"With {Deep} layers {function} stays within {NearChance} point of chance", Math.Abs(final - Chance) <= NearChance, Numbers.Percent(final));
        }

        foreach (var weights in new[] { OffEdge[0], OffEdge[^1] })
        {
            var (on, off) = (Find(trained, "tanh", Deep).Final, Find(trained, "tanh", Deep, weights).Final);
            yield return Check.AtLength(
                bench, string.Create(CultureInfo.InvariantCulture, $"With {Deep} layers tanh learns more on the edge than with σ_w = {weights}"),
                on > off + AheadOfRelu, $"{Numbers.Percent(on)} against {Numbers.Percent(off)}");
        }

        yield return DepthFollows(bench, [.. OffEdge.Select(weights => (
            weights > Theory.EdgeOf("tanh", Bias).WeightDeviation, Theory.CorrelationDepth("tanh", weights, Bias),
            TrainableDepth([.. Depths.Select(depth => (depth, Find(trained, "tanh", depth, weights).Final))])))]);
    }

    /// <summary>That a larger ξ_c goes with a larger depth that trains.</summary>
    internal static Check DepthFollows(
        Workbench bench, IReadOnlyList<(bool IsChaotic, double Correlation, double Trainable)> weights)
    {
        var ordered = weights.OrderBy(pair => pair.Correlation).ToList();
        var holds = Grows(ordered);
        return Check.AtLength(
            bench, $"Off the edge the depth to which tanh trains (to {Trained} %) grows with ξ_c", holds,
            string.Join(", ", ordered.Select(pair => $"{DepthText(pair.Trainable)} for ξ_c = {Numbers.Compact(pair.Correlation, 2)}"
                + (pair.IsChaotic ? " (chaotic)" : "")))) with
        {
            Published = "about 6 ξ_c (Schoenholz and others, MNIST)",
            Remark = !holds && ordered.GroupBy(pair => pair.IsChaotic).All(phase => Grows([.. phase]))
                ? "it does in each phase by itself; above the edge gradients grow as well, which ξ_c does not tell"
                : null,
        };
    }

    private static bool Grows(List<(bool IsChaotic, double Correlation, double Trainable)> ordered) =>
        ordered.Zip(ordered.Skip(1)).All(pair => pair.First.Trainable <= pair.Second.Trainable)
        && ordered[0].Trainable < ordered[^1].Trainable;

    /// <summary>The depth at which the accuracy falls below what counts as trained, between two depths by the logarithm; ∞
    /// where it never does.</summary>
    internal static double TrainableDepth(IReadOnlyList<(int Depth, double Accuracy)> networks)
    {
        if (networks[0].Accuracy < Trained)
            return 0;
        for (var i = 1; i < networks.Count; i++)
        {
            var ((depth, above), (deeper, below)) = (networks[i - 1], networks[i]);
            if (below < Trained)
                return depth * Math.Pow((double)deeper / depth, (above - Trained) / (above - below));
        }

        return double.PositiveInfinity;
    }

    private static string DepthText(double depth) => double.IsInfinity(depth) ? $"over {Deep} layers"
        : depth == 0 ? $"under {Depths[0]} layers" : Numbers.Fixed(depth, 0) + " layers";

    private static string Summary(Dictionary<DeepNetwork, DeepCurve> trained) =>
        $"With {Deep} layers, on their edges: elu {Numbers.Percent(Find(trained, "elu", Deep).Final)}, tanh {Numbers.Percent(Find(trained, "tanh", Deep).Final)}, "
        + $"relu {Numbers.Percent(Find(trained, "relu", Deep).Final)}; tanh off the edge {Numbers.Percent(Find(trained, "tanh", Deep, 1).Final)} (σ_w = 1) and "
        + $"{Numbers.Percent(Find(trained, "tanh", Deep, 2).Final)} (σ_w = 2); sigmoid {Numbers.Percent(Find(trained, "sigmoid", Deep).Final)}.";

    private static IReadOnlyList<Section> Sections(Dictionary<DeepNetwork, DeepCurve> trained) =>
    [
        new("Theory") { Tables = [Theory.Table()], Figures = [VarianceMaps()] },
        new($"{Deep} layers") { Figures = [Curves(trained)], Tables = [Accuracies(trained)] },
        new("Depth and distance from the edge")
        {
            Text = "1/|ln χ₁| is the number of layers in which the variance of a gradient changes by the factor e: it falls below the edge and grows above "
                + "it. c* is the correlation at which two inputs settle that began unlike, and ξ_c the number of layers in which their distance from "
                + "it falls by the factor e: 1/|ln χ₁| below the edge, where c* = 1. On the edge both are infinite.",
            Tables = [ByDepth(trained)],
        },
    ];

    private static Figure VarianceMaps()
    {
        double[] variances = [.. Enumerable.Range(0, 121).Select(i => i * 0.125)];
        var kernel = Activation.Parse("tanh").Kernel<double>();
        return new("variance-maps", "Variance maps of tanh, σ_b = 0.3")
        {
            X = new("q") { Min = 0, Max = 15 },
            Y = new("V(q)") { Min = 0, Max = 15 },
            IsSquare = true,
            Series =
            [
                new("V(q) = q", [0, 15], [0, 15]) { Plain = true, Dashed = true, Size = 1 },
                .. Theory.PublishedWeights.Select(weights => new Series(
                    string.Create(CultureInfo.InvariantCulture, $"σ_w = {weights}"), variances, [.. variances.Select(q => NextVariance(kernel, weights, q))])),
            ],
            Caption = "The crossings are the fixed points q*. These are the weights that Poole and others plot.",
        };
    }

    private static double NextVariance(ActivationKernel<double> kernel, double weights, double q) =>
        SignalPropagation.Predict(kernel, weights * weights, 0.09, q, 2)[1].Variance;

    private static Figure Curves(Dictionary<DeepNetwork, DeepCurve> trained) => new("accuracy", $"Test accuracy, {Deep} layers")
    {
        X = new("epoch"),
        Y = new() { Unit = " %", Min = 0, Max = 100 },
        Series =
        [
            .. trained.Where(pair => pair.Key.Depth == Deep).Select(pair => new Series(
                NameOf(pair.Key), [.. pair.Value.Accuracies.Select((_, epoch) => (double)epoch)], pair.Value.Accuracies)
            {
                Style = SeriesStyle.LineAndDots,
            }),
        ],
    };

    private static ResultTable Accuracies(Dictionary<DeepNetwork, DeepCurve> trained) => new(
        "accuracies", "", ["function", "σ_w", "σ_b", "test accuracy, %", "training loss"],
        [
            .. trained.Where(pair => pair.Key.Depth == Deep).Select(pair => (Cell[])
            [
                NameOf(pair.Key), pair.Key.WeightDeviation, pair.Key.BiasDeviation, pair.Value.Final,
                pair.Value.Losses.Count > 0 ? pair.Value.Losses[^1] : double.NaN,
            ]),
        ]);

    private static ResultTable ByDepth(Dictionary<DeepNetwork, DeepCurve> trained) => new(
        "depth", "Test accuracy of tanh, %", ["σ_w", "1/|ln χ₁|", "c*", "ξ_c", .. Depths.Select(depth => $"{depth} layers")],
        [
            .. trained.Keys.Where(network => network.Function == "tanh").Select(network => network.WeightDeviation).Distinct().Order()
                .Select(weights => (Cell[])
                [
                    weights,
                    .. OffEdge.Contains(weights)
                        ? (Cell[])[
                            Theory.FixedPoint("tanh", weights, Bias).CorrelationDepth, Theory.Correlation("tanh", weights, Bias),
                            Theory.CorrelationDepth("tanh", weights, Bias),
                        ]
                        : [double.PositiveInfinity, 1, double.PositiveInfinity],
                    .. Depths.Select(depth => (Cell)trained.Single(pair =>
                        pair.Key.Function == "tanh" && pair.Key.Depth == depth && pair.Key.WeightDeviation == weights).Value.Final),
                ]),
        ]);

    private static string NameOf(DeepNetwork network) => network switch
    {
        { Function: "sigmoid" or "softplus" } => network.Function,
        _ when IsOffEdge(network) => string.Create(CultureInfo.InvariantCulture, $"{network.Function}, σ_w = {network.WeightDeviation}"),
        _ => $"{network.Function}, on the edge",
    };
}
