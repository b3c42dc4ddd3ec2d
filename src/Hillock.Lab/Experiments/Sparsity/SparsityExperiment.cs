using System.Globalization;
using Hillock.Lab.Experiments.Shared;
using Hillock.Lab.Laboratory;
using Hillock.Lab.Laboratory.Figures;
using Hillock.Lab.Laboratory.Results;
using Hillock.Lab.Reports;
using Hillock.Networks;

namespace Hillock.Lab.Experiments.Sparsity;

/// <summary>How many units of a relu net are silent, how many die, and what brings them back.</summary>
public sealed class SparsityExperiment : Experiment
{
    private const int QuickExamples = 1500;
    private const int FullExamples = 5000;
    private const double UsualRate = 0.1;

    // The first layer sees data, not a normal distribution; the mean of all layers stays this near to one half.
    private const double NearHalf = 0.05;

    private static readonly IReadOnlyList<string> Functions = ["sigmoid", "tanh", "relu", "leaky_relu", "elu", "gelu", "silu"];

    private static readonly IReadOnlyList<double> Rates = [0.03, 0.1, 0.3, 0.6, 1];

    /// <inheritdoc/>
    public override string Name => "sparsity";

    /// <inheritdoc/>
    public override string Question => "Is relu sparse, do its units die, and does a leak bring them back?";

    /// <inheritdoc/>
    public override string Claim =>
        "About half of the units of a relu net are exactly 0 while those of sigmoid are all at work; a large learning rate kills units "
        + "for good, and a leaky slope brings them back.";

    /// <inheritdoc/>
    public override Rate Rate => Rate.Form;

    /// <inheritdoc/>
    public override string Criterion =>
        "half of the results of relu are not 0 at the start, and fewer after training; all of sigmoid's are not 0; more units die with the "
        + "largest rate than with the smallest; of the dead, training on with relu brings back fewer than with leaky_relu, which brings back most";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Sources =>
        ["the founding text", "Glorot, Bordes and Bengio 2011, Deep sparse rectifier neural networks", "Maas, Hannun and Ng 2013, Rectifier nonlinearities improve neural network acoustic models"];

    /// <inheritdoc/>
    public override bool TakesFunctions => true;

    /// <inheritdoc/>
    public override IReadOnlyList<Length> Lengths => [new(Length.Epochs, 10, 3), new(Length.Seeds, 3, 1)];

    /// <inheritdoc/>
    public override TimeSpan UsualTime => TimeSpan.FromMinutes(2);

    /// <inheritdoc/>
    public override IReadOnlyList<ProtocolLine> Protocol(ExperimentSettings settings) =>
    [
        new("network", $"{SparseRun.Layers} hidden layers of {SparseRun.Width} units, weights N(0, 2/fan-in), biases 0"),
        new("data", $"the first {(settings.Quick ? QuickExamples : FullExamples)} training examples of Fashion-MNIST, pixels standardised"),
        new("training", string.Create(
            CultureInfo.InvariantCulture,
            $"plain gradient descent, batches of {SparseRun.Batch}, {settings.LengthOf(this, Length.Epochs)} epochs; all functions with rate {UsualRate}, relu also with ")
            + string.Join(", ", Rates.Select(rate => rate.ToString(CultureInfo.InvariantCulture)))),
        new("dead", "a unit whose pre-activation is positive for none of the training examples"),
        new("brought back", "training goes on as long again, at rate 0.01, once with relu and once with leaky_relu (slope 0.01), from the same weights"),
    ];

    /// <inheritdoc/>
    public override Findings Run(Workbench bench)
    {
        string[] functions = [.. Functions, .. bench.Settings.Functions];
        var (epochs, quick) = (bench.LengthOf(Length.Epochs), bench.IsQuick);
        var data = new Lazy<Examples>(() => FashionExamples.Load(quick ? QuickExamples : FullExamples, 1).Training);
        SparseRun[] runs =
        [
            .. functions.Select(function => (function, UsualRate)).Concat(Rates.Select(rate => ("relu", rate))).Distinct()
                .SelectMany(pair => bench.Seeds.Select(seed => new SparseRun(pair.Item1, pair.Item2, seed))),
        ];
        var results = bench.RunAll(
            "training",
            [.. runs.Select(run => new Step<SparseResult>(new { run, epochs, quick }, progress => run.Train(data.Value, epochs, progress)))]);
        var all = runs.Zip(results).ToLookup(pair => (pair.First.Function, pair.First.LearningRate), pair => pair.Second);
        return new(Summary(all), Checks(bench, all), [Activity(all, functions), Death(all)]);
    }

    private static IReadOnlyList<Check> Checks(Workbench bench, ILookup<(string, double), SparseResult> all)
    {
        var (relu, sigmoid) = (all[("relu", UsualRate)].ToList(), all[("sigmoid", UsualRate)].ToList());
        var (mild, harsh) = (DeadUnits(all, Rates[0]), DeadUnits(all, Rates[^1]));
        var everyRate = Rates.SelectMany(rate => all[("relu", rate)]).ToList();
        var (dead, leak, same) = (everyRate.Sum(run => run.Dead), everyRate.Sum(run => run.RevivedByLeak), everyRate.Sum(run => run.RevivedByRelu));
        return
        [
            Check.Within(
                "Of relu's results at the start the share that is not 0", relu.Average(run => run.First.ShareNotZero), 0.5 - NearHalf, 0.5 + NearHalf, digits: 3),
            Check.AtLength(
                bench, "After training fewer of them are not 0", relu.Average(run => run.Last.ShareNotZero) < relu.Average(run => run.First.ShareNotZero),
                $"{Numbers.Percent(100 * relu.Average(run => run.Last.ShareNotZero))} against {Numbers.Percent(100 * relu.Average(run => run.First.ShareNotZero))}"),
            Check.That("Of sigmoid's results all are not 0", sigmoid.All(run => run.Last.ShareNotZero == 1), Numbers.Percent(100 * sigmoid.Average(run => run.Last.ShareNotZero))),
            Check.AtLength(
                bench, string.Create(CultureInfo.InvariantCulture, $"More units die with rate {Rates[^1]} than with {Rates[0]}"), harsh > mild,
                $"{Numbers.Fixed(harsh, 1)} and {Numbers.Fixed(mild, 1)} of {SparseResult.Units} in the mean"),
            Check.AtLength(bench, "Training on with relu brings back fewer of the dead than with leaky_relu", dead > 0 && same < leak, $"{same} and {leak} of {dead}"),
            Check.AtLength(bench, "leaky_relu brings back most of the dead", dead > 0 && 2 * leak > dead, $"{leak} of {dead}"),
        ];
    }

    private static double DeadUnits(ILookup<(string, double), SparseResult> all, double rate) => all[("relu", rate)].Average(run => run.Dead);

    private static string Summary(ILookup<(string, double), SparseResult> all)
    {
        var relu = all[("relu", UsualRate)].ToList();
        return $"Of relu's results {Numbers.Percent(100 * relu.Average(run => run.First.ShareNotZero))} are not 0 at the start and "
            + $"{Numbers.Percent(100 * relu.Average(run => run.Last.ShareNotZero))} after training; of {SparseResult.Units} units "
            + string.Join(", ", Rates.Select(rate => string.Create(
                CultureInfo.InvariantCulture, $"{DeadUnits(all, rate):0.#} die with rate {rate}"))) + ".";
    }

    private static Section Activity(ILookup<(string, double), SparseResult> all, string[] functions) => new("Active units")
    {
        Text = "Large means above a tenth of the root mean square of the layer: smooth functions are never exactly 0, and yet many of their results are small.",
        Tables =
        [
            new("activity", "", ["function", "not 0 at the start, %", "after training, %", "large at the start, %", "after training, %", "training accuracy, %"],
                [
                    .. functions.Select(function => (Function: function, Runs: all[(function, UsualRate)].ToList())).Select(row => (Cell[])
                    [
                        row.Function, 100 * row.Runs.Average(run => run.First.ShareNotZero), 100 * row.Runs.Average(run => run.Last.ShareNotZero),
                        100 * row.Runs.Average(run => run.First.ShareLarge), 100 * row.Runs.Average(run => run.Last.ShareLarge),
                        row.Runs.Average(run => run.Accuracy),
                    ]),
                ]) { Digits = 3 },
        ],
    };

    private static Section Death(ILookup<(string, double), SparseResult> all) => new("Dead units")
    {
        Figures =
        [
            new("dead", $"Dead units of {SparseResult.Units}, relu")
            {
                X = new("learning rate") { IsLogarithmic = true },
                Y = new() { Min = 0 },
                Series =
                [
                    Line("after training", all, run => run.Dead),
                    Line("left after going on with relu", all, run => run.Dead - run.RevivedByRelu),
                    Line("left after going on with leaky_relu", all, run => run.Dead - run.RevivedByLeak),
                ],
                Caption = "Means over the seeds.",
            },
        ],
        Tables =
        [
            new("dead-units", "", ["rate", "dead", "brought back by relu", "brought back by leaky_relu", "training accuracy, %"],
                [
                    .. Rates.Select(rate => (Cell[])
                    [
                        rate, DeadUnits(all, rate), all[("relu", rate)].Average(run => run.RevivedByRelu), all[("relu", rate)].Average(run => run.RevivedByLeak),
                        all[("relu", rate)].Average(run => run.Accuracy),
                    ]),
                ]) { Digits = 3, Note = "Means over the seeds." },
        ],
    };

    private static Series Line(string name, ILookup<(string, double), SparseResult> all, Func<SparseResult, double> quantity) =>
        new(name, Rates, [.. Rates.Select(rate => all[("relu", rate)].Average(quantity))]) { Style = SeriesStyle.LineAndDots };
}
