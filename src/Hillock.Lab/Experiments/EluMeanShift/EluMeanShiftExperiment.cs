using Hillock.Lab.Experiments.Shared;
using Hillock.Lab.Laboratory;
using Hillock.Lab.Laboratory.Figures;
using Hillock.Lab.Laboratory.Results;
using Hillock.Lab.Reports;
using Hillock.Networks;

namespace Hillock.Lab.Experiments.EluMeanShift;

/// <summary>Clevert's network of 8 × 128 units: whether elu pushes mean activations towards 0.</summary>
public sealed class EluMeanShiftExperiment : Experiment
{
    private const string Elu = "elu";
    private const string Leaky = "leaky_relu(negative_slope=0.1)";
    private const string Relu = "relu";
    private const int QuickExamples = 3000;
    private const int FullExamples = 20_000;
    private const double MostEpochs = 0.9;

    private static readonly IReadOnlyList<string> Functions = [Elu, Leaky, Relu];

    /// <inheritdoc/>
    public override string Name => "elu-mean-shift";

    /// <inheritdoc/>
    public override string Question => "Does elu push mean activations towards zero, and does that speed up learning?";

    /// <inheritdoc/>
    public override string Claim =>
        "Negative values let elu keep mean activations near 0; those of relu cannot be, and fluctuate more; elu learns fastest.";

    /// <inheritdoc/>
    public override Rate Rate => Rate.Form;

    /// <inheritdoc/>
    public override string Criterion =>
        "the size of the median over units of the mean activation is smallest for elu and largest for relu in at least 90 % of the epochs; it changes more "
        + "from epoch to epoch for relu than for elu; and the training loss ends lower for elu than for leaky_relu, and for that no higher than for relu";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Sources =>
        ["Clevert, Unterthiner and Hochreiter 2016, Fast and accurate deep network learning by exponential linear units, experiments on MNIST"];

    /// <inheritdoc/>
    public override bool TakesFunctions => true;

    /// <inheritdoc/>
    public override IReadOnlyList<Length> Lengths => [new(Length.Epochs, 30, 4), new(Length.Seeds, 3, 1)];

    /// <inheritdoc/>
    public override TimeSpan UsualTime => TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public override IReadOnlyList<ProtocolLine> Protocol(ExperimentSettings settings) =>
    [
        new("network", $"{MeanShiftRun.Layers} hidden layers of {MeanShiftRun.Width} units, weights N(0, 2/fan-in)"),
        new("data", $"the first {(settings.Quick ? QuickExamples : FullExamples)} training examples of Fashion-MNIST, pixels standardised (published: MNIST)"),
        new("training", $"plain gradient descent, rate 0.01, batches of {MeanShiftRun.Batch}, {Numbers.Count(settings.LengthOf(this, Length.Epochs), "epoch")} "
            + $"(published: 300), {Numbers.Count(settings.LengthOf(this, Length.Seeds), "seed")}"),
        new("measured", $"after each epoch the mean activation of each unit over {MeanShiftRun.Watched} training examples, and the median of these over all units"),
    ];

    /// <inheritdoc/>
    public override Findings Run(Workbench bench)
    {
        string[] functions = [.. Functions, .. bench.Settings.Functions];
        var epochs = bench.LengthOf(Length.Epochs);
        var data = new Lazy<Examples>(() => FashionExamples.Load(bench.IsQuick ? QuickExamples : FullExamples, 1).Training);
        MeanShiftRun[] runs =
            [.. functions.SelectMany(function => bench.Seeds.Select(seed => new MeanShiftRun(function, seed)))];
        var curves = bench.RunAll(
            "training",
            [.. runs.Select(run => new Step<MeanShiftCurve>(new { run, epochs, bench.IsQuick }, progress => run.Train(data.Value, epochs, progress)))]);
        var all = runs.Zip(curves).ToLookup(pair => pair.First.Function, pair => pair.Second);
        return new(
            "Median of the mean activations after training: " + Numbers.List([.. functions.Select(function =>
                $"{function} {Numbers.Compact(all[function].Average(curve => curve.Medians[^1]), 2)}")]) + "; training loss "
            + Numbers.List([.. functions.Select(function => $"{function} {Numbers.Compact(all[function].Average(curve => curve.Losses[^1]), 3)}")]) + ".",
            Checks(bench, all), Sections(all, functions));
    }

    private static IReadOnlyList<Check> Checks(Workbench bench, ILookup<string, MeanShiftCurve> all)
    {
        var ordered = ShareOrdered([.. all[Elu]], [.. all[Leaky]], [.. all[Relu]]);
        return
        [
            Check.AtLength(
                bench, "|median| of elu < of leaky_relu < of relu in at least 90 % of the epochs", ordered >= MostEpochs, Numbers.Fixed(100 * ordered, 0) + " % of the epochs"),
            PairedCheck.Less(
                bench, "The median changes less from epoch to epoch for elu than for relu: variance of the change",
                [.. all[Elu].Select(curve => curve.ChangeVariance)], [.. all[Relu].Select(curve => curve.ChangeVariance)], Short),
            PairedCheck.Less(bench, "The training loss ends lower for elu than for leaky_relu", Last(all[Elu]), Last(all[Leaky]), Short),
            PairedCheck.NoHigher(
                bench, "and for leaky_relu no higher than for relu", losses => losses.Average(), Last(all[Leaky]), Last(all[Relu]), Short),
        ];
    }

    /// <summary>The share of epochs, of all seeds, in which sizes of medians are in this order.</summary>
    internal static double ShareOrdered(
        IReadOnlyList<MeanShiftCurve> first, IReadOnlyList<MeanShiftCurve> second, IReadOnlyList<MeanShiftCurve> third) =>
        first.SelectMany((curve, seed) => curve.Medians.Skip(1).Select((median, epoch) =>
                Math.Abs(median) < Math.Abs(second[seed].Medians[epoch + 1])
                && Math.Abs(second[seed].Medians[epoch + 1]) < Math.Abs(third[seed].Medians[epoch + 1])))
            .Average(isOrdered => isOrdered ? 1.0 : 0);

    private static IReadOnlyList<double> Last(IEnumerable<MeanShiftCurve> curves) => [.. curves.Select(curve => curve.Losses[^1])];

    private static string Short(double value) => Numbers.Compact(value, 3);

    private static IReadOnlyList<Section> Sections(ILookup<string, MeanShiftCurve> all, string[] functions) =>
    [
        new("Mean activations and loss")
        {
            Figures =
            [
                Picture("medians", "Median over units of the mean activation", all, functions, curve => curve.Medians, isLogarithmic: false),
                Picture("losses", "Training loss", all, functions, curve => [double.NaN, .. curve.Losses.Skip(1)], isLogarithmic: true),
            ],
        },
    ];

    private static Figure Picture(
        string id, string title, ILookup<string, MeanShiftCurve> all, string[] functions,
        Func<MeanShiftCurve, IReadOnlyList<double>> quantity, bool isLogarithmic) => new(id, title)
    {
        X = new("epoch"),
        Y = new() { IsLogarithmic = isLogarithmic },
        Series =
        [
            .. functions.SelectMany((function, index) => all[function].Select((curve, seed) => new Series(
                seed == 0 ? function : "", [.. quantity(curve).Select((_, epoch) => (double)epoch)], quantity(curve)) { Colour = index, Size = 1.4 })),
        ],
        Caption = "A line a seed.",
    };
}
