using System.Globalization;
using Hillock.Lab.Experiments.Shared;
using Hillock.Lab.Laboratory;
using Hillock.Lab.Laboratory.Figures;
using Hillock.Lab.Laboratory.Results;
using Hillock.Lab.Reports;
using Hillock.Networks;

namespace Hillock.Lab.Experiments.Convergence;

/// <summary>Whether relu nets learn several times sooner than saturating ones.</summary>
public sealed class ConvergenceExperiment : Experiment
{
    private const double AcceptedRatio = 2;
    private const int QuickExamples = 2000;
    private const int FullExamples = 10_000;

    private static readonly IReadOnlyList<string> Functions = ["relu", "tanh", "sigmoid"];

    private static readonly IReadOnlyList<double> Rates = [0.01, 0.03, 0.1, 0.3, 1];

    /// <inheritdoc/>
    public override string Name => "convergence";

    /// <inheritdoc/>
    public override string Question => "Does relu reach a small training error several times sooner than tanh and sigmoid?";

    /// <inheritdoc/>
    public override string Claim =>
        "Networks with relu learn several times faster than those with saturating units, each at its own best learning rate.";

    /// <inheritdoc/>
    public override Rate Rate => Rate.Form;

    /// <inheritdoc/>
    public override string Criterion => string.Create(
        CultureInfo.InvariantCulture,
        $"tanh needs at least {AcceptedRatio} times the steps of relu to a training error of {100 * ConvergenceRun.Threshold} %, and sigmoid as many");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Sources =>
        ["Krizhevsky, Sutskever and Hinton 2012, ImageNet classification with deep convolutional neural networks, figure 1"];

    /// <inheritdoc/>
    public override bool TakesFunctions => true;

    /// <inheritdoc/>
    public override IReadOnlyList<Length> Lengths => [new(Length.Epochs, 60, 15), new(Length.Seeds, 3, 1)];

    /// <inheritdoc/>
    public override TimeSpan UsualTime => TimeSpan.FromMinutes(3);

    /// <inheritdoc/>
    public override IReadOnlyList<ProtocolLine> Protocol(ExperimentSettings settings) =>
    [
        new("network", $"{ConvergenceRun.Layers} hidden layers of {ConvergenceRun.Width} units; the published one is a convolutional net on "
            + "CIFAR-10, which is not built here"),
        new("data", $"the first {(settings.Quick ? QuickExamples : FullExamples)} training examples of Fashion-MNIST, pixels standardised"),
        new("training", string.Create(
            CultureInfo.InvariantCulture,
            $"plain gradient descent, batches of {ConvergenceRun.Batch}, no regularisation, up to {settings.LengthOf(this, Length.Epochs)} epochs; rates ")
            + string.Join(", ", Rates.Select(rate => rate.ToString(CultureInfo.InvariantCulture)))
            + "; weights N(0, g²/fan-in) with the gain g of each function"),
        new("measured", string.Create(
            CultureInfo.InvariantCulture,
            $"steps until the error on all training examples is {100 * ConvergenceRun.Threshold} %, between two epochs on a straight line; ")
            + "the best rate is the one with the fewest steps in the mean over the seeds, all of which must arrive"),
    ];

    /// <inheritdoc/>
    public override Findings Run(Workbench bench)
    {
        string[] functions = [.. Functions, .. bench.Settings.Functions];
        var epochs = bench.LengthOf(Length.Epochs);
        var data = new Lazy<Examples>(() => FashionExamples.Load(bench.IsQuick ? QuickExamples : FullExamples, 1).Training);
        ConvergenceRun[] runs =
        [
            .. functions.SelectMany(function => Rates.SelectMany(rate =>
                bench.Seeds.Select(seed => new ConvergenceRun(function, rate, seed)))),
        ];
        var times = bench.RunAll(
            "training",
            [
                .. runs.Select(run => new Step<TimeToError>(
                    new { run, epochs, bench.IsQuick }, progress => run.Train(data.Value, epochs, progress))),
            ]);
        var best = functions.ToDictionary(function => function, function => BestRate.Of(function, runs.Zip(times)));
        return new(Summary(best), Checks(bench, best), [Curves(best), RateTable(functions, runs.Zip(times))]);
    }

    private static IReadOnlyList<Check> Checks(Workbench bench, Dictionary<string, BestRate> best) =>
    [
        .. Functions.Skip(1).Select(function => Check.AtLength(
            bench,
            string.Create(CultureInfo.InvariantCulture, $"{function} needs at least {AcceptedRatio} times the steps of relu"),
            best["relu"].Steps is { } relu && (best[function].Steps is not { } steps || steps >= AcceptedRatio * relu),
            Ratio(best, function)) with
        {
            Published = function == "tanh" ? "6 times, a convolutional net on CIFAR-10 to 25 % (figure 1)" : null,
        }),
    ];

    private static string Ratio(Dictionary<string, BestRate> best, string function) =>
        (best[function].Steps, best["relu"].Steps) switch
        {
            ({ } steps, { } relu) => Numbers.Significant(steps / relu, 3) + " times",
            (null, { }) => "never arrives",
            _ => "relu never arrives",
        };

    private static string Summary(Dictionary<string, BestRate> best) => string.Create(
        CultureInfo.InvariantCulture, $"Steps to a training error of {100 * ConvergenceRun.Threshold} %, each at its best rate: ")
        + Numbers.List([.. best.Select(pair => $"{pair.Key} {(pair.Value.Steps is { } steps ? Numbers.Fixed(steps, 0) : "never")}")]) + ".";

    private static Section Curves(Dictionary<string, BestRate> best) => new("Training error")
    {
        Figures =
        [
            new("training-error", "Training error, each at its best rate")
            {
                X = new("epoch"),
                Y = new() { Unit = " %" , IsLogarithmic = true },
                Series =
                [
                    .. best.Where(pair => pair.Value.Errors.Count > 0).Select(pair => new Series(
                        pair.Key, [.. pair.Value.Errors.Select((_, epoch) => (double)epoch)], [.. pair.Value.Errors.Select(error => 100 * error)])),
                ],
                Caption = "The first seed.",
            },
        ],
    };

    private static Section RateTable(string[] functions, IEnumerable<(ConvergenceRun Run, TimeToError Time)> all) => new("Every rate")
    {
        Tables =
        [
            new("rates", "", ["function", .. Rates.Select(rate => rate.ToString(CultureInfo.InvariantCulture))],
                [
                    .. functions.Select(function => (Cell[])
                    [
                        function,
                        .. Rates.Select(rate => MeanSteps(all.Where(pair => pair.Run.Function == function && pair.Run.LearningRate == rate))),
                    ]),
                ])
            {
                Note = "Mean steps over the seeds; empty where a seed did not arrive.",
            },
        ],
    };

    private static Cell MeanSteps(IEnumerable<(ConvergenceRun Run, TimeToError Time)> runs) =>
        BestRate.Mean([.. runs.Select(pair => pair.Time)]) is { } steps ? Math.Round(steps) : default(Cell);
}
