using Hillock.Lab.Experiments.Shared;
using Hillock.Lab.Laboratory;
using Hillock.Lab.Laboratory.Figures;
using Hillock.Lab.Laboratory.Results;
using Hillock.Lab.Reports;
using Hillock.Networks;
using Hillock.Networks.RandomNetworks;

namespace Hillock.Lab.Experiments.Selu;

/// <summary>Whether selu keeps mean and variance by itself, and what that is worth in deep networks.</summary>
public sealed class SeluExperiment : Experiment
{
    private const int QuickExamples = 2500;
    private const int FullExamples = 10_000;
    private const int RandomLayers = 32;
    private const int RandomWidth = 1000;

    private static readonly IReadOnlyList<int> Depths = [8, 16, 32];

    private static readonly bool[] SeluAndRelu = [true, false];

    private static readonly IReadOnlyList<double> Starts = [16, 3, 1, 0.2];

    /// <inheritdoc/>
    public override string Name => "selu";

    /// <inheritdoc/>
    public override string Question => "Do selu networks normalise themselves, and does that make depth harmless?";

    /// <inheritdoc/>
    public override string Claim =>
        "Mean 0 and variance 1 are an attracting fixed point of a selu layer; deep selu networks train to a lower loss than relu with batch normalisation and "
        + "lose less with depth.";

    /// <inheritdoc/>
    public override Rate Rate => Rate.Form;

    /// <inheritdoc/>
    public override string Criterion =>
        "constants, fixed point, Jacobian and domains agree with the published ones; a wide random network follows the map; at depths 8, 16 and 32 the training loss "
        + "of selu is lower than that of relu with batch normalisation, and its accuracy varies less with depth";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Sources => ["Klambauer, Unterthiner, Mayr and Hochreiter 2017, Self-normalizing neural networks, theorems 1 to 3 and figure 1"];

    /// <inheritdoc/>
    public override IReadOnlyList<Length> Lengths => [new(Length.Epochs, 15, 3), new(Length.Seeds, 3, 1)];

    /// <inheritdoc/>
    public override TimeSpan UsualTime => TimeSpan.FromMinutes(2);

    /// <inheritdoc/>
    public override IReadOnlyList<ProtocolLine> Protocol(ExperimentSettings settings) =>
    [
        new("map", "mean and variance behind a layer, by quadrature over the normal distribution of its pre-activations"),
        new("random network", $"{RandomLayers} layers of {RandomWidth} units, weights N(0, 1/fan-in)"),
        new("trained networks", $"{string.Join(", ", Depths)} hidden layers of {DeepRun.Width} units; selu with weights N(0, 1/fan-in), relu with batch normalisation and N(0, 2/fan-in)"),
        new("data", $"the first {(settings.Quick ? QuickExamples : FullExamples)} training examples of Fashion-MNIST, pixels standardised; tested on the first 5000 test examples"),
        new("training", $"plain gradient descent, rate 0.01 (published: 10⁻⁵ on a sum of losses), batches of {DeepRun.Batch}, {Numbers.Count(settings.LengthOf(this, Length.Epochs), "epoch")} "
            + $"(published: 2000), {Numbers.Count(settings.LengthOf(this, Length.Seeds), "seed")}"),
    ];

    /// <inheritdoc/>
    public override Findings Run(Workbench bench)
    {
        var epochs = bench.LengthOf(Length.Epochs);
        var variances = bench.Run("random network", new Step<double[]>(new { what = "variances", bench.Seed }, _ => RandomVariances(bench.Seed)));
        var data = new Lazy<FashionExamples>(() => FashionExamples.Load(bench.IsQuick ? QuickExamples : FullExamples, 5000));
        DeepRun[] runs =
        [
            .. Depths.Reverse().SelectMany(depth => SeluAndRelu.SelectMany(isSelu =>
                bench.Seeds.Select(seed => new DeepRun(isSelu, depth, seed)))),
        ];
        var curves = bench.RunAll(
            "training",
            [
                .. runs.Select(run => new Step<DeepRunCurve>(
                    new { run, epochs, bench.IsQuick }, progress => run.Train(data.Value.Training, data.Value.Test, epochs, progress)) { Cost = run.Depth }),
            ]);
        var all = runs.Zip(curves).ToLookup(pair => (pair.First.IsSelu, pair.First.Depth), pair => pair.Second);
        return new(
            $"Test accuracy at depths {string.Join(", ", Depths)}: selu {AccuraciesText(all, true)} %, relu with batch normalisation {AccuraciesText(all, false)} %. "
            + $"A random selu network of {RandomLayers} layers ends at variance {Numbers.Fixed(variances[^1], 3)}.",
            [.. SeluTheory.Checks(), RandomNetworkCheck(variances), .. TrainingChecks(bench, all)],
            [Map(variances), Training(all), Table(all)]);
    }

    private static double[] RandomVariances(int seed) =>
    [
        .. RandomNetwork.Measure(
            new() { Activation = Activation.Parse("selu"), Layers = RandomLayers, Width = RandomWidth, Weights = WeightInitialisation.LeCun }, (ulong)seed)
            .Select(layer => layer.Variance),
    ];

    private static Check RandomNetworkCheck(double[] variances) => Check.Within(
        $"In a random network of {RandomWidth} units the variance stays near 1: farthest from it in {RandomLayers} layers",
        variances.Max(variance => Math.Abs(variance - 1)), 0, 0.15, 2);

    private static IEnumerable<Check> TrainingChecks(Workbench bench, ILookup<(bool, int), DeepRunCurve> all)
    {
        foreach (var depth in Depths)
        {
            yield return PairedCheck.Less(
                bench, $"With {depth} layers the training loss of selu is lower than that of relu with batch normalisation",
                Losses(all[(true, depth)]), Losses(all[(false, depth)]), value => Numbers.Compact(value, 3));
        }

        double Spread(bool isSelu) => Depths.Max(depth => Accuracy(all, isSelu, depth)) - Depths.Min(depth => Accuracy(all, isSelu, depth));
        yield return Check.AtLength(
            bench, "The accuracy of selu varies less with depth", Spread(true) < Spread(false),
            $"{Numbers.Fixed(Spread(true), 1)} and {Numbers.Fixed(Spread(false), 1)} points between best and worst depth");
    }

    private static IReadOnlyList<double> Losses(IEnumerable<DeepRunCurve> curves) => [.. curves.Select(curve => curve.Losses[^1])];

    private static double Accuracy(ILookup<(bool, int), DeepRunCurve> all, bool isSelu, int depth) => all[(isSelu, depth)].Average(curve => curve.Accuracy);

    private static string AccuraciesText(ILookup<(bool, int), DeepRunCurve> all, bool isSelu) =>
        string.Join(", ", Depths.Select(depth => Numbers.Fixed(Accuracy(all, isSelu, depth), 1)));

    private static Section Map(double[] variances) => new("Towards the fixed point")
    {
        Figures =
        [
            new("variance", "Variance of activations by layer")
            {
                X = new("layer"),
                Y = new() { IsLogarithmic = true },
                Series =
                [
                    .. Starts.Select(start => (start, Values: SeluTheory.Variances(start, RandomLayers))).Select(row => new Series(
                        $"from {Numbers.Plain(row.start)}, by the map", [.. row.Values.Select((_, layer) => (double)layer)], row.Values) { Dashed = true }),
                    new("random network", [.. variances.Select((_, layer) => layer + 1.0)], variances) { Style = SeriesStyle.Dots, Size = 4, Plain = true },
                ],
            },
        ],
    };

    private static Section Training(ILookup<(bool, int), DeepRunCurve> all) => new("Training loss: figure 1")
    {
        Figures =
        [
            .. Depths.Select(depth => new Figure($"loss-{depth}", $"{depth} layers")
            {
                X = new("epoch"),
                Y = new() { IsLogarithmic = true },
                Series =
                [
                    .. SeluAndRelu.SelectMany((isSelu, index) => all[(isSelu, depth)].Select((curve, seed) => new Series(
                        seed > 0 ? "" : isSelu ? "selu" : "relu, batch normalisation", [.. curve.Losses.Skip(1).Select((_, epoch) => epoch + 1.0)], [.. curve.Losses.Skip(1)])
                    {
                        Colour = index, Size = 1.4,
                    })),
                ],
                Caption = "A line a seed.",
            }),
        ],
    };

    private static Section Table(ILookup<(bool, int), DeepRunCurve> all) => new("By depth")
    {
        Tables =
        [
            new("depths", "", ["network", .. Depths.Select(depth => $"loss, {depth} layers"), .. Depths.Select(depth => $"accuracy, {depth} layers, %")],
                [
                    .. SeluAndRelu.Select(isSelu => (Cell[])
                    [
                        isSelu ? "selu" : "relu, batch normalisation",
                        .. Depths.Select(depth => (Cell)Losses(all[(isSelu, depth)]).Average()),
                        .. Depths.Select(depth => (Cell)Accuracy(all, isSelu, depth)),
                    ]),
                ]),
        ],
    };
}
