using Hillock.Lab.Comparisons.Statistics;
using Hillock.Lab.Experiments.Shared;
using Hillock.Lab.Laboratory;
using Hillock.Lab.Laboratory.Figures;
using Hillock.Lab.Laboratory.Results;
using Hillock.Lab.Reports;
using Hillock.Networks;

namespace Hillock.Lab.Experiments.PreluSlopes;

/// <summary>Which slopes prelu learns, and what leaks bring and cost.</summary>
public sealed class PreluSlopesExperiment : Experiment
{
    private const int QuickExamples = 2500;
    private const int FullExamples = 20_000;
    private const double DearestStep = 1.5;

    // Of test accuracy, in points.
    private const double Little = 0.5;

    private static readonly Kind Relu = new("relu", ParameterScope.Layer);
    private static readonly Kind SmallLeak = new("leaky_relu(negative_slope=0.01)", ParameterScope.Layer);
    private static readonly Kind Shared = new("prelu", ParameterScope.Layer);
    private static readonly Kind PerUnit = new("prelu", ParameterScope.Unit);

    private static readonly IReadOnlyList<Kind> Kinds =
    [
        Relu, SmallLeak, new("leaky_relu(negative_slope=0.1)", ParameterScope.Layer),
        new("leaky_relu(negative_slope=0.25)", ParameterScope.Layer), Shared, PerUnit,
    ];

    /// <inheritdoc/>
    public override string Name => "prelu-slopes";

    /// <inheritdoc/>
    public override string Question => "Which slopes does prelu learn, and is it better than relu and leaky_relu?";

    /// <inheritdoc/>
    public override string Claim =>
        "Learned slopes are largest in the first layer and small in later ones; prelu reaches a lower training loss than relu at little cost; a fixed small "
        + "leak changes little.";

    /// <inheritdoc/>
    public override Rate Rate => Rate.Form;

    /// <inheritdoc/>
    public override string Criterion =>
        "the slope of the first layer is the largest, the mean of the last third is below half of it, the training loss of prelu is below that of relu, and a fixed leak "
        + "of 0.01 changes the test accuracy by less than half a point (95 %)";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Sources =>
        ["He, Zhang, Ren and Sun 2015, Delving deep into rectifiers, §2.1", "Maas, Hannun and Ng 2013, Rectifier nonlinearities improve neural network acoustic models"];

    /// <inheritdoc/>
    public override IReadOnlyList<Length> Lengths => [new(Length.Epochs, 20, 4), new(Length.Seeds, 3, 1)];

    /// <inheritdoc/>
    public override TimeSpan UsualTime => TimeSpan.FromMinutes(2);

    /// <inheritdoc/>
    public override IReadOnlyList<ProtocolLine> Protocol(ExperimentSettings settings) =>
    [
        new("network", $"{SlopeRun.Layers} hidden layers of {SlopeRun.Width} units, weights N(0, 2/fan-in); the published nets are convolutional, which are not built here"),
        new("slopes", "prelu starts at 0.25, without weight decay; one slope a layer (shared) or one a unit"),
        new("data", $"the first {(settings.Quick ? QuickExamples : FullExamples)} training examples of Fashion-MNIST, pixels standardised; tested on the first 5000 test examples"),
        new("training", $"plain gradient descent, rate 0.05, batches of {SlopeRun.Batch}, {Numbers.Count(settings.LengthOf(this, Length.Epochs), "epoch")}, "
            + Numbers.Count(settings.LengthOf(this, Length.Seeds), "seed")),
        new("cost", "the least time of ten steps over that of relu, the two taking turns"),
    ];

    /// <inheritdoc/>
    public override Findings Run(Workbench bench)
    {
        var epochs = bench.LengthOf(Length.Epochs);
        var data = new Lazy<FashionExamples>(() => FashionExamples.Load(bench.IsQuick ? QuickExamples : FullExamples, 5000));
        SlopeRun[] runs =
            [.. Kinds.SelectMany(kind => bench.Seeds.Select(seed => new SlopeRun(kind.Function, kind.Scope, seed)))];
        var curves = bench.RunAll(
            "training",
            [
                .. runs.Select(run => new Step<SlopeCurve>(
                    new { run, epochs, bench.IsQuick }, progress => run.Train(data.Value.Training, data.Value.Test, epochs, progress))),
            ]);
        // One after the other: times beside each other would disturb each other.
        var costs = Kinds.ToDictionary(kind => kind, kind => bench.Run(
            "cost of a step", new Step<double>(new { kind }, _ => StepCost.BesideRelu(kind.Function, kind.Scope, data.Value.Training))));
        var all = runs.Zip(curves).ToLookup(pair => new Kind(pair.First.Function, pair.First.Scope), pair => pair.Second);
        return new(Summary(all), Checks(bench, all, costs), [Slopes(all), Table(all, costs)]);
    }

    private static IReadOnlyList<Check> Checks(Workbench bench, ILookup<Kind, SlopeCurve> all, Dictionary<Kind, double> costs)
    {
        var (shared, perUnit) = (MeanSlopes(all[Shared]), MeanSlopes(all[PerUnit]));
        return
        [
            First(bench, "one slope a layer", shared) with { Published = "0.6 to 0.68 in the first layer, 0.1 to 0.2 in later ones, 0.03 to 0.07 in the dense ones" },
            First(bench, "one slope a unit", perUnit),
            Third(bench, "one slope a layer", shared),
            Third(bench, "one slope a unit", perUnit),
            PairedCheck.Less(bench, "The training loss of prelu (one slope a unit) is below that of relu", Losses(all[PerUnit]), Losses(all[Relu]), Short),
            PairedCheck.Less(bench, "The training loss of prelu (one slope a layer) is below that of relu", Losses(all[Shared]), Losses(all[Relu]), Short),
            LittleChange(bench, Accuracies(all[SmallLeak]), Accuracies(all[Relu])) with { Published = "no effect with 0.01 (He and others, of Maas and others)" },
            Check.That(
                "A step with one learned slope a layer costs at most half as much again as one of relu", costs[Shared] <= DearestStep,
                Numbers.Fixed(costs[Shared], 2) + " times"),
        ];
    }

    /// <summary>That the interval of the paired differences lies within what counts as little.</summary>
    internal static Check LittleChange(Workbench bench, IReadOnlyList<double> leaky, IReadOnlyList<double> relu)
    {
        const string statement = "A fixed leak of 0.01 changes the test accuracy by less than half a point";
        double[] differences = [.. leaky.Zip(relu, (one, other) => one - other)];
        if (differences.Length < 2)
            return new(statement, $"{Numbers.Fixed(differences[0], 2)} points", Outcome.NotDecided) { Remark = "one seed tells nothing" };
        var interval = MeanInterval.Of(differences);
        var measured = $"{Numbers.Fixed(interval.Mean, 2)} points, 95 % from {Numbers.Fixed(interval.Lower, 2)} to {Numbers.Fixed(interval.Upper, 2)}";
        if (interval.Lower > -Little && interval.Upper < Little)
            return Check.That(statement, true, measured);
        var isLarge = interval.Lower >= Little || interval.Upper <= -Little;
        return isLarge
            ? Check.AtLength(bench, statement, false, measured)
            : new(statement, measured, Outcome.NotDecided) { Remark = "the interval reaches beyond half a point" };
    }

    private static IReadOnlyList<double> Accuracies(IEnumerable<SlopeCurve> curves) => [.. curves.Select(curve => curve.Accuracy)];

    private static Check First(Workbench bench, string kind, IReadOnlyList<double> slopes) => Check.AtLength(
        bench, $"With {kind} the slope of the first layer is the largest", slopes.Skip(1).All(slope => slope < slopes[0]), Text(slopes));

    private static Check Third(Workbench bench, string kind, IReadOnlyList<double> slopes)
    {
        var last = slopes.Skip(slopes.Count - (slopes.Count / 3)).Average();
        return Check.AtLength(
            bench, $"With {kind} the mean of the last third is below half of that", last < slopes[0] / 2, $"{Numbers.Fixed(last, 2)} against {Numbers.Fixed(slopes[0], 2)}");
    }

    private static string Text(IReadOnlyList<double> slopes) => string.Join(", ", slopes.Select(slope => Numbers.Fixed(slope, 2)));

    private static string Short(double value) => Numbers.Compact(value, 3);

    private static IReadOnlyList<double> Losses(IEnumerable<SlopeCurve> curves) => [.. curves.Select(curve => curve.Losses[^1])];

    private static IReadOnlyList<double> MeanSlopes(IEnumerable<SlopeCurve> curves) =>
        [.. Enumerable.Range(0, SlopeRun.Layers).Select(layer => curves.Average(curve => curve.Slopes[^1][layer]))];

    private static string Summary(ILookup<Kind, SlopeCurve> all) =>
        $"Slopes by layer: {Text(MeanSlopes(all[Shared]))} (one a layer), {Text(MeanSlopes(all[PerUnit]))} (means of one a unit). Training loss: relu "
        + $"{Short(Losses(all[Relu]).Average())}, prelu {Short(Losses(all[Shared]).Average())} and {Short(Losses(all[PerUnit]).Average())}.";

    private static Section Slopes(ILookup<Kind, SlopeCurve> all) => new("Learned slopes")
    {
        Figures = [Picture("shared", "One slope a layer", [.. all[Shared]]), Picture("per-unit", "Means of one slope a unit", [.. all[PerUnit]])],
    };

    private static Figure Picture(string id, string title, IReadOnlyList<SlopeCurve> curves) => new($"slopes-{id}", title)
    {
        X = new("epoch"),
        Series =
        [
            .. Enumerable.Range(0, SlopeRun.Layers).Select(layer => new Series(
                $"layer {layer + 1}", [.. curves[0].Slopes.Select((_, epoch) => (double)epoch)],
                [.. curves[0].Slopes.Select((_, epoch) => curves.Average(curve => curve.Slopes[epoch][layer]))])),
        ],
        Caption = "Means over the seeds.",
    };

    private static Section Table(ILookup<Kind, SlopeCurve> all, Dictionary<Kind, double> costs) => new("Loss, accuracy and cost")
    {
        Tables =
        [
            new("end", "", ["function", "training loss", "test accuracy, %", "95 % from", "to", "time a step beside relu"],
                [
                    .. Kinds.Select(kind => (kind, Accuracy: MeanInterval.Of([.. all[kind].Select(curve => curve.Accuracy)]))).Select(row => (Cell[])
                    [
                        row.kind.Text, Losses(all[row.kind]).Average(), row.Accuracy.Mean, row.Accuracy.Lower, row.Accuracy.Upper, costs[row.kind],
                    ]),
                ]),
        ],
    };

    private sealed record Kind(string Function, ParameterScope Scope)
    {
        public string Text => Function != "prelu" ? Function : Scope == ParameterScope.Unit ? "prelu, a slope a unit" : "prelu, a slope a layer";
    }
}
