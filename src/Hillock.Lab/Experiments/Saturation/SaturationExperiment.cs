using Hillock.Analysis.Properties;
using Hillock.Lab.Data;
using Hillock.Lab.Laboratory;
using Hillock.Lab.Laboratory.Figures;
using Hillock.Lab.Laboratory.Results;
using Hillock.Lab.Reports;

namespace Hillock.Lab.Experiments.Saturation;

/// <summary>The four kinds of saturation, and what becomes of a network that starts saturated.</summary>
public sealed class SaturationExperiment : Experiment
{
    private const string Hard = "hard_tanh";
    private const string Soft = "tanh";
    private const string Noisy = "nan_hard_tanh";
    private const string HalfNoisy = "nah_hard_tanh";

    private static readonly SaturationKind[] Kinds = [SaturationKind.None, SaturationKind.Soft, SaturationKind.Hard];

    /// <inheritdoc/>
    public override string Name => "saturation";

    /// <inheritdoc/>
    public override string Question => "How do activations saturate, and does a network that starts saturated recover?";

    /// <inheritdoc/>
    public override string Claim =>
        "A unit saturates hard or softly, on each side; hard-saturated units never recover, softly saturated ones do so slowly, and noise helps.";

    /// <inheritdoc/>
    public override Rate Rate => Rate.Exact;

    /// <inheritdoc/>
    public override string Criterion =>
        "the reports agree with the definitions on a list worked out by hand and decide every entry of the catalogue; of a network that starts beyond ±1 no "
        + "hard_tanh unit comes back, fewer tanh units than nan_hard_tanh units have after a tenth of the steps, and the noisy net ends with a lower loss than the hard one";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Sources => ["Gulcehre, Moczulski, Denil and Bengio 2016, Noisy activation functions, §2 and equation 8"];

    /// <inheritdoc/>
    public override IReadOnlyList<Length> Lengths => [new(Length.Updates, 10_000, 2000), new(Length.Seeds, 5, 3)];

    /// <inheritdoc/>
    public override TimeSpan UsualTime => TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    public override IReadOnlyList<ProtocolLine> Protocol(ExperimentSettings settings) =>
    [
        new("definitions", "a function saturates on a side if f′ → 0 there, hard if f′ is exactly 0 beyond some point, else softly"),
        new("network", $"two inputs, {SaturatedNetwork.Hidden} hidden units with biases of ±3 to ±4 and weights N(0, 0.2²), one logistic output; every unit starts beyond ±1 for nearly all points"),
        new("data", $"{SaturatedNetwork.Examples} points of two moons"),
        new("training", $"gradient descent on all points at once, rate 0.1, {settings.LengthOf(this, Length.Updates)} steps, {Numbers.Count(settings.LengthOf(this, Length.Seeds), "seed")}"),
        new("noise", "nan_hard_tanh and nah_hard_tanh of the catalogue: α = 1.15, c = 0.5, p = 1, normal and half-normal noise that vanishes in the linear part"),
        new("recovered", "a unit whose pre-activation is within ±1 for some point"),
    ];

    /// <inheritdoc/>
    public override Findings Run(Workbench bench)
    {
        var entries = bench.Run("catalogue", new Step<IReadOnlyList<EntryKind>>(new { what = "kinds" }, _ => CatalogueKinds.All()));
        var points = DataSets.Find($"moons(points={SaturatedNetwork.Examples})", bench.Seed);
        var steps = bench.LengthOf(Length.Updates);
        SaturatedNetwork[] networks =
        [
            .. new[] { Hard, Soft, Noisy, HalfNoisy }.SelectMany(function =>
                bench.Seeds.Select(seed => new SaturatedNetwork(function, seed))),
        ];
        var curves = bench.RunAll(
            "training",
            [
                .. networks.Select(network => new Step<RecoveryCurve>(
                    new { network, steps, data = bench.Seed }, _ => network.Train(points.Inputs, points.Classes, steps))),
            ]);
        var all = networks.Zip(curves).ToLookup(pair => pair.First.Function, pair => pair.Second);
        return new(
            $"Of {entries.Count} activations {Count(entries, SaturationKind.Hard)} saturate hard on a side. Started saturated, "
            + Numbers.List([.. all.Select(kind => $"{Numbers.Percent(100 * kind.Average(curve => curve.LinearUnits[^1]), 0)} of {kind.Key} units recover (loss {Numbers.Compact(kind.Average(curve => curve.Losses[^1]), 2)})")]) + ".",
            Checks(bench, entries, all), [Table(entries), Shapes(), Recovery(all)]);
    }

    private static int Count(IReadOnlyList<EntryKind> entries, SaturationKind kind) => entries.Count(entry => entry.Left == kind || entry.Right == kind);

    private static IReadOnlyList<Check> Checks(Workbench bench, IReadOnlyList<EntryKind> entries, ILookup<string, RecoveryCurve> all)
    {
        var (hard, soft, noisy) = (all[Hard].ToList(), all[Soft].ToList(), all[Noisy].ToList());
        var early = hard[0].Steps.Count / 10;
        return
        [
            CatalogueKinds.CheckByHand(),
            Check.That(
                "Every entry of the catalogue is decided on both sides", entries.All(entry => entry.Left is not null && entry.Right is not null),
                $"{entries.Count(entry => entry.Left is not null && entry.Right is not null)} of {entries.Count}, {entries.Count(entry => entry.IsProved)} by proof"),
            Check.That(
                "No saturated hard_tanh unit comes back: units in their linear part after training, less those at the start",
                hard.All(curve => curve.LinearUnits[^1] <= curve.LinearUnits[0]),
                Numbers.Percent(100 * hard.Average(curve => curve.LinearUnits[^1] - curve.LinearUnits[0]), 0)),
            Check.AtLength(
                bench, "tanh units come back", soft.Average(curve => curve.LinearUnits[^1]) > soft.Average(curve => curve.LinearUnits[0]),
                $"{Numbers.Percent(100 * soft.Average(curve => curve.LinearUnits[^1]), 0)} against {Numbers.Percent(100 * soft.Average(curve => curve.LinearUnits[0]), 0)} at the start"),
            Check.AtLength(
                bench, "but more slowly than nan_hard_tanh units: share after a tenth of the steps",
                soft.Average(curve => curve.LinearUnits[early]) < noisy.Average(curve => curve.LinearUnits[early]),
                $"{Numbers.Percent(100 * soft.Average(curve => curve.LinearUnits[early]), 0)} against {Numbers.Percent(100 * noisy.Average(curve => curve.LinearUnits[early]), 0)}"),
            Check.AtLength(
                bench, "The loss ends lower with noise than with hard_tanh in every seed",
                noisy.Zip(hard).All(pair => pair.First.Losses[^1] < pair.Second.Losses[^1]),
                $"{Numbers.Compact(noisy.Average(curve => curve.Losses[^1]), 2)} and {Numbers.Compact(hard.Average(curve => curve.Losses[^1]), 2)} in the mean"),
        ];
    }

    private static Section Table(IReadOnlyList<EntryKind> entries) => new("The catalogue")
    {
        Tables =
        [
            new("counts", "Activations by side", ["left", .. Kinds.Select(kind => $"right: {NameOf(kind)}")],
                [
                    .. Kinds.Select(left => (Cell[])
                        [NameOf(left), .. Kinds.Select(right => (Cell)entries.Count(entry => entry.Left == left && entry.Right == right))]),
                ]),
            new("entries", "Every activation", ["function", "left", "right", "threshold left", "threshold right", "proved"],
                [
                    .. entries.Select(entry => (Cell[])
                    [
                        entry.Function, NameOf(entry.Left), NameOf(entry.Right), entry.LeftThreshold, entry.RightThreshold, entry.IsProved ? "yes" : "no",
                    ]),
                ]),
        ],
    };

    private static Section Shapes()
    {
        double[] x = [.. Enumerable.Range(-60, 121).Select(i => i / 10.0)];
        return new("One of each kind")
        {
            Figures =
            [
                new("kinds", "Slopes f′(x)")
                {
                    X = new("x"),
                    Series = [.. new[] { ("identity", "none"), ("softplus", "soft left"), ("tanh", "soft both"), ("relu", "hard left"), ("hard_tanh", "hard both") }
                        .Select(pair => new Series($"{pair.Item1}: {pair.Item2}", x, Slopes(pair.Item1, x)))],
                },
            ],
        };
    }

    private static double[] Slopes(string function, double[] x)
    {
        var slopes = new double[x.Length];
        Activation.Parse(function).Kernel<double>().Derivative(1, x, slopes);
        return slopes;
    }

    private static Section Recovery(ILookup<string, RecoveryCurve> all) => new("A network that starts saturated")
    {
        Figures =
        [
            Picture("linear-units", "Units in their linear part", " %", all, curve => [.. curve.LinearUnits.Select(share => 100 * share)]),
            Picture("loss", "Loss", "", all, curve => curve.Losses),
        ],
    };

    private static Figure Picture(
        string id, string title, string unit, ILookup<string, RecoveryCurve> all, Func<RecoveryCurve, IReadOnlyList<double>> quantity) => new(id, title)
    {
        X = new("step"),
        Y = new() { Unit = unit, Min = 0 },
        Series =
        [
            .. all.SelectMany((kind, index) => kind.Select((curve, seed) =>
                new Series(seed == 0 ? kind.Key : "", curve.Steps, quantity(curve)) { Colour = index, Size = 1.4 })),
        ],
        Caption = "A line a seed.",
    };

    private static string NameOf(SaturationKind? kind) => kind switch
    {
        SaturationKind.None => "none",
        SaturationKind.Soft => "soft",
        SaturationKind.Hard => "hard",
        _ => "not decided",
    };
}
