using System.Globalization;
using Hillock.Lab.Experiments.Shared;
using Hillock.Lab.Laboratory;
using Hillock.Lab.Laboratory.Figures;
using Hillock.Lab.Laboratory.Results;
using Hillock.Lab.Reports;
using Hillock.Networks;

namespace Hillock.Lab.Experiments.ZeroCentred;

/// <summary>Whether outputs around 0 are what makes tanh learn sooner than sigmoid.</summary>
public sealed class ZeroCentredExperiment : Experiment
{
    private const string Sigmoid = "sigmoid";
    private const string Shifted = "2*sigmoid(2*x) - 1";
    private const string Tanh = "tanh";
    private const int Examples = 5000;

    private static readonly IReadOnlyList<string> Functions = [Sigmoid, Shifted, Tanh];

    private static readonly IReadOnlyList<double> Rates = [0.03, 0.1, 0.3, 1];

    /// <inheritdoc/>
    public override string Name => "zero-centred";

    /// <inheritdoc/>
    public override string Question => "Does tanh learn sooner than sigmoid because its outputs lie around 0?";

    /// <inheritdoc/>
    public override string Claim =>
        "The outputs of sigmoid are all positive, so the gradients of a unit's weights all have one sign, and the weights zig-zag; "
        + "tanh, which is sigmoid shifted and stretched to be centred at 0, learns sooner.";

    /// <inheritdoc/>
    public override Rate Rate => Rate.Form;

    /// <inheritdoc/>
    public override string Criterion =>
        "for every example all weight gradients of a unit have one sign with sigmoid and not with tanh; tanh and 2·sigmoid(2x) − 1 "
        + "need fewer steps than sigmoid to the same loss, each at its best rate, in a paired test at 5 %; and the way of the weights is straighter";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Sources => ["the founding text", "LeCun, Bottou, Orr and Müller 1998, Efficient BackProp, §4.3 and 4.4"];

    /// <inheritdoc/>
    public override bool TakesFunctions => true;

    /// <inheritdoc/>
    public override IReadOnlyList<Length> Lengths => [new(Length.Updates, 6000, 1500), new(Length.Seeds, 5, 2)];

    /// <inheritdoc/>
    public override TimeSpan UsualTime => TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public override IReadOnlyList<ProtocolLine> Protocol(ExperimentSettings settings) =>
    [
        new("network", $"two hidden layers of {CentredRun.Width} units, weights N(0, 1/fan-in), biases 0"),
        new("data", $"the first {Examples} training examples of Fashion-MNIST, pixels standardised"),
        new("training", $"plain gradient descent, batches of {CentredRun.Batch}, up to {settings.LengthOf(this, Length.Updates)} steps, rates "
            + string.Join(", ", Rates.Select(rate => rate.ToString(CultureInfo.InvariantCulture)))),
        new("measured", string.Create(
            CultureInfo.InvariantCulture,
            $"steps until the mean loss of 40 batches is {CentredRun.Target}; in the first {CentredRun.WaySteps} steps the signs of the gradients of the second layer's ")
            + "weights, and the distance that those weights come over the length of their way"),
    ];

    /// <inheritdoc/>
    public override Findings Run(Workbench bench)
    {
        string[] functions = [.. Functions, .. bench.Settings.Functions];
        var updates = bench.LengthOf(Length.Updates);
        var data = new Lazy<Examples>(() => FashionExamples.Load(Examples, 1).Training);
        CentredRun[] runs =
        [
            .. functions.SelectMany(function => Rates.SelectMany(rate =>
                bench.Seeds.Select(seed => new CentredRun(function, rate, seed)))),
        ];
        var results = bench.RunAll(
            "training",
            [.. runs.Select(run => new Step<CentredResult>(new { run, updates }, progress => run.Train(data.Value, updates, progress)))]);
        var best = functions.ToDictionary(function => function, function => BestOf(function, runs.Zip(results), updates));
        return new(Summary(best), Checks(bench, best, updates), Sections(best, functions, runs.Zip(results)));
    }

    // The rate with the fewest steps in the mean; who does not arrive is counted with all steps there were.
    private static IReadOnlyList<(CentredRun Run, CentredResult Result)> BestOf(
        string function, IEnumerable<(CentredRun Run, CentredResult Result)> all, int updates) =>
        [.. all.Where(pair => pair.Run.Function == function).GroupBy(pair => pair.Run.LearningRate)
            .MinBy(rate => rate.Average(pair => pair.Result.Steps ?? updates))!];

    private static IReadOnlyList<Check> Checks(
        Workbench bench, Dictionary<string, IReadOnlyList<(CentredRun Run, CentredResult Result)>> best, int updates)
    {
        var difference = LargestDifference();
        return
        [
            Check.Within("tanh(x) and 2·sigmoid(2x) − 1 are the same function: largest difference on [−10, 10]", difference, 0, 2e-7, digits: 2),
            Check.That(
                "With sigmoid all inputs of a layer have one sign, for every example; with tanh for hardly any",
                Mean(best[Sigmoid], result => result.OneSign) > 0.999 && Mean(best[Tanh], result => result.OneSign) < 0.01,
                $"{Numbers.Percent(100 * Mean(best[Sigmoid], result => result.OneSign))} and {Numbers.Percent(100 * Mean(best[Tanh], result => result.OneSign))} of the examples"),
            Check.That(
                "The signs of a batch's gradients of a unit's weights agree more with sigmoid than with tanh",
                Mean(best[Sigmoid], result => result.Agreement) > Mean(best[Tanh], result => result.Agreement),
                $"{Numbers.Fixed(Mean(best[Sigmoid], result => result.Agreement), 2)} and {Numbers.Fixed(Mean(best[Tanh], result => result.Agreement), 2)}"),
            Check.That(
                "The weights take a straighter way with tanh",
                Mean(best[Tanh], result => result.Straightness) > Mean(best[Sigmoid], result => result.Straightness),
                $"distance over way {Numbers.Fixed(Mean(best[Tanh], result => result.Straightness), 2)}, sigmoid {Numbers.Fixed(Mean(best[Sigmoid], result => result.Straightness), 2)}"),
            Sooner(bench, best, Tanh, updates),
            Sooner(bench, best, Shifted, updates),
        ];
    }

    private static Check Sooner(
        Workbench bench, Dictionary<string, IReadOnlyList<(CentredRun Run, CentredResult Result)>> best, string function, int updates) =>
        PairedCheck.Less(
            bench, $"{function} needs fewer steps than sigmoid", Steps(best[function], updates), Steps(best[Sigmoid], updates),
            steps => Numbers.Fixed(steps, 0));

    private static double[] Steps(IReadOnlyList<(CentredRun Run, CentredResult Result)> runs, int updates) =>
        [.. runs.OrderBy(pair => pair.Run.Seed).Select(pair => (double)(pair.Result.Steps ?? updates))];

    private static double Mean(IReadOnlyList<(CentredRun Run, CentredResult Result)> runs, Func<CentredResult, double> quantity) =>
        runs.Average(pair => quantity(pair.Result));

    private static double LargestDifference()
    {
        float[] x = [.. Enumerable.Range(-10_000, 20_001).Select(i => i / 1000f)];
        float[] one = new float[x.Length], other = new float[x.Length];
        Activation.Parse(Tanh).Kernel<float>().Value(x, one);
        Activation.Parse(Shifted).Kernel<float>().Value(x, other);
        return one.Zip(other, (a, b) => (double)Math.Abs(a - b)).Max();
    }

    private static string Summary(Dictionary<string, IReadOnlyList<(CentredRun Run, CentredResult Result)>> best) => string.Create(
        CultureInfo.InvariantCulture, $"Steps to a loss of {CentredRun.Target}, each at its best rate: ")
        + Numbers.List([.. best.Select(pair => $"{pair.Key} {StepsText(pair.Value)}")]) + ".";

    private static string StepsText(IReadOnlyList<(CentredRun Run, CentredResult Result)> runs) =>
        runs.All(pair => pair.Result.Steps is not null)
            ? Numbers.Fixed(runs.Average(pair => pair.Result.Steps!.Value), 0)
            : "not in all seeds";

    private static IReadOnlyList<Section> Sections(
        Dictionary<string, IReadOnlyList<(CentredRun Run, CentredResult Result)>> best, string[] functions,
        IEnumerable<(CentredRun Run, CentredResult Result)> all) =>
    [
        new("Loss")
        {
            Figures =
            [
                new("loss", "Training loss, each at its best rate")
                {
                    X = new("step"),
                    Y = new() { IsLogarithmic = true },
                    Series =
                    [
                        .. functions.Select((function, index) => new Series(
                            function, [.. best[function][0].Result.Losses.Select((_, i) => (i + 1.0) * CentredResult.Window)], best[function][0].Result.Losses)
                        {
                            // 2·sigmoid(2x) − 1 lies under tanh.
                            Dashed = function == Shifted,
                        }),
                    ],
                    Caption = "The mean of 40 batches, first seed.",
                },
            ],
            Tables =
            [
                new("steps", "", ["function", .. Rates.Select(rate => "rate " + rate.ToString(CultureInfo.InvariantCulture))],
                    [
                        .. functions.Select(function => (Cell[])
                        [
                            function,
                            .. Rates.Select(rate => (Cell)StepsText([.. all.Where(pair => pair.Run.Function == function && pair.Run.LearningRate == rate)])),
                        ]),
                    ]) { Note = "Mean steps over the seeds." },
            ],
        },
        new("Signs and ways")
        {
            Tables =
            [
                new("signs", "", ["function", "one sign, % of examples", "agreement of signs in a batch", "distance over way"],
                    [
                        .. functions.Select(function => (Cell[])
                        [
                            function, 100 * Mean(best[function], result => result.OneSign), Mean(best[function], result => result.Agreement),
                            Mean(best[function], result => result.Straightness),
                        ]),
                    ]) { Digits = 3 },
            ],
        },
    ];
}
