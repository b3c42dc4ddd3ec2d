using System.Globalization;
using Hillock.Lab.Experiments.Shared;
using Hillock.Lab.Laboratory;
using Hillock.Lab.Laboratory.Figures;
using Hillock.Lab.Laboratory.Results;
using Hillock.Lab.Reports;

namespace Hillock.Lab.Experiments.Gelu2016;

/// <summary>The first comparison that gelu was published with.</summary>
public sealed class Gelu2016Experiment : Experiment
{
    private const int Validation = 5000;
    private const int QuickExamples = 2500;
    private const int FullExamples = 20_000;

    private static readonly IReadOnlyList<string> Functions = ["gelu", "elu", "relu"];

    private static readonly IReadOnlyList<double> Rates = [1e-3, 1e-4, 1e-5];

    /// <inheritdoc/>
    public override string Name => "gelu-2016";

    /// <inheritdoc/>
    public override string Question => "Does gelu reach a lower training loss than elu and relu in a net of 8 × 128 units?";

    /// <inheritdoc/>
    public override string Claim => "Gelu has the lowest median training log-loss of the three.";

    /// <inheritdoc/>
    public override Rate Rate => Rate.Form;

    /// <inheritdoc/>
    public override string Criterion => "the median over the seeds of the last training log-loss is no higher for gelu than for elu and for relu, and "
        + "the seeds tell them apart (paired, 95 %); a median that is higher decides nothing where they do not";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Sources => ["Hendrycks and Gimpel 2016, Gaussian error linear units, MNIST classification"];

    /// <inheritdoc/>
    public override bool TakesFunctions => true;

    /// <inheritdoc/>
    public override IReadOnlyList<Length> Lengths => [new(Length.Epochs, 15, 3), new(Length.Seeds, 5, 2)];

    /// <inheritdoc/>
    public override TimeSpan UsualTime => TimeSpan.FromMinutes(2);

    /// <inheritdoc/>
    public override IReadOnlyList<ProtocolLine> Protocol(ExperimentSettings settings) =>
    [
        new("network", $"{GeluRun.Layers} hidden layers of {GeluRun.Width} units; weights of each unit drawn from a normal distribution and made a vector of length 1, biases 0"),
        new("data", $"the first {(settings.Quick ? QuickExamples : FullExamples)} training examples of Fashion-MNIST, pixels standardised; the first {Validation} test "
            + "examples for validation (published: MNIST)"),
        new("training", $"Adam, batches of {GeluRun.Batch}, {Numbers.Count(settings.LengthOf(this, Length.Epochs), "epoch")} (published: 50), no dropout"),
        new("rate", "of 10⁻³, 10⁻⁴ and 10⁻⁵ the one with the least validation loss at the end, with the first seed; then "
            + $"{Numbers.Count(settings.LengthOf(this, Length.Seeds), "seed")} with it"),
    ];

    /// <inheritdoc/>
    public override Findings Run(Workbench bench)
    {
        string[] functions = [.. Functions, .. bench.Settings.Functions];
        var epochs = bench.LengthOf(Length.Epochs);
        var data = new Lazy<FashionExamples>(() => FashionExamples.Load(bench.IsQuick ? QuickExamples : FullExamples, Validation));
        Step<GeluCurve> Train(GeluRun run) => new(
            new { run, epochs, bench.IsQuick }, progress => run.Train(data.Value.Training, data.Value.Test, epochs, progress));

        GeluRun[] tried = [.. functions.SelectMany(function => Rates.Select(rate => new GeluRun(function, rate, bench.Seed)))];
        var best = tried.Zip(bench.RunAll("choosing rates", [.. tried.Select(Train)])).GroupBy(pair => pair.First.Function)
            .ToDictionary(group => group.Key, group => group.MinBy(pair => Last(pair.Second.ValidationLosses)).First.LearningRate);
        GeluRun[] runs = [.. functions.SelectMany(function => bench.Seeds.Select(seed => new GeluRun(function, best[function], seed)))];
        var all = runs.Zip(bench.RunAll("training", [.. runs.Select(Train)])).ToLookup(pair => pair.First.Function, pair => pair.Second);
        return new(
            "Median of the last training log-loss: " + Numbers.List([.. functions.Select(function => $"{function} {Numbers.Compact(MedianLoss(all[function]), 3)}")]) + ".",
            [.. Functions.Skip(1).SelectMany(other => Checks(bench, all, other))],
            [Curves(all, functions), Table(all, functions, best)]);
    }

    private static IEnumerable<Check> Checks(Workbench bench, ILookup<string, GeluCurve> all, string other)
    {
        double[] gelu = [.. all["gelu"].Select(curve => curve.Losses[^1])], others = [.. all[other].Select(curve => curve.Losses[^1])];
        yield return PairedCheck.NoHigher(
            bench, $"The median training log-loss of gelu is no higher than that of {other}", Median.Of, gelu, others,
            value => Numbers.Compact(value, 3)) with
        {
            Published = "lowest of the three, a figure without numbers",
        };
        yield return PairedCheck.Less(
            bench, $"and the seeds tell gelu from {other}: mean log-loss", gelu, others, value => Numbers.Compact(value, 3));
    }

    private static double Last(IReadOnlyList<double> losses) => double.IsFinite(losses[^1]) ? losses[^1] : double.MaxValue;

    private static double MedianLoss(IEnumerable<GeluCurve> curves) => Median.Of(curves.Select(curve => curve.Losses[^1]));

    private static Section Curves(ILookup<string, GeluCurve> all, string[] functions) => new("Loss")
    {
        Figures =
        [
            new("training-loss", "Training log-loss")
            {
                X = new("epoch"),
                Y = new() { IsLogarithmic = true },
                Series =
                [
                    .. functions.SelectMany((function, index) => all[function].Select((curve, seed) => new Series(
                        seed == 0 ? function : "", [.. curve.Losses.Select((_, epoch) => epoch + 1.0)], curve.Losses) { Colour = index, Size = 1.4 })),
                ],
                Caption = "A line a seed.",
            },
        ],
    };

    private static Section Table(ILookup<string, GeluCurve> all, string[] functions, Dictionary<string, double> best) => new("At the end")
    {
        Tables =
        [
            new("end", "", ["function", "rate", "training log-loss, median", "validation log-loss, mean", "validation accuracy, %"],
                [
                    .. functions.Select(function => (Cell[])
                    [
                        function, best[function].ToString(CultureInfo.InvariantCulture), MedianLoss(all[function]),
                        all[function].Average(curve => curve.ValidationLosses[^1]), all[function].Average(curve => curve.Accuracy),
                    ]),
                ]),
        ],
    };
}
