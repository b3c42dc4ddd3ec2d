using Hillock.Lab.Comparisons.Statistics;
using Hillock.Lab.Experiments.Shared;
using Hillock.Lab.Laboratory;
using Hillock.Lab.Laboratory.Figures;
using Hillock.Lab.Laboratory.Results;
using Hillock.Lab.Reports;

namespace Hillock.Lab.Experiments.FeedForwardBlock;

/// <summary>The feed-forward part of a transformer, with plain and with gated units.</summary>
public sealed class FeedForwardBlockExperiment : Experiment
{
    private const double Significance = 0.05;

    private static readonly IReadOnlyList<(string Name, string Function, bool IsGated, double? Published)> Kinds =
    [
        ("ReLU", "relu", false, 1.997), ("LeakyReLU", "leaky_relu", false, null), ("PReLU", "prelu", false, null), ("GELU", "gelu", false, 1.983),
        ("SiLU", "silu", false, 1.994), ("GLU", "sigmoid", true, 1.982), ("Bilinear", "identity", true, 1.960), ("ReGLU", "relu", true, 1.953),
        ("GEGLU", "gelu", true, 1.942), ("SwiGLU", "silu", true, 1.944),
    ];

    /// <inheritdoc/>
    public override string Name => "feed-forward-block";

    /// <inheritdoc/>
    public override string Question => "In a transformer's feed-forward part, is gelu better than relu, and are gates better than either?";

    /// <inheritdoc/>
    public override string Claim => "GELU does better than ReLU; at equal parameters gated units do better than plain ones.";

    /// <inheritdoc/>
    public override Rate Rate => Rate.Form;

    /// <inheritdoc/>
    public override string Criterion =>
        "GELU ends with a lower log-perplexity than ReLU, and every gated unit with a lower one than every plain one of the paper's table; a pair counts where a paired test "
        + "with Holm's correction tells it apart at 5 %";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Sources => ["Shazeer 2020, GLU variants improve transformer, table 1 (65 536 steps)", "the founding text"];

    /// <inheritdoc/>
    public override IReadOnlyList<Length> Lengths => [new(Length.Updates, 4000, 500), new(Length.Seeds, 5, 2)];

    /// <inheritdoc/>
    public override TimeSpan UsualTime => TimeSpan.FromMinutes(4);

    /// <inheritdoc/>
    public override IReadOnlyList<ProtocolLine> Protocol(ExperimentSettings settings) =>
    [
        new("task", $"a language of our own with {NextWord.Tokens} tokens: the next is drawn from softmax(U sin(E₁[a] + E₂[b] + E₃[c] + φ)) of the three before, with random "
            + "matrices; the least possible log-perplexity is known, and what is above it is measured exactly on the contexts that were held out"),
        new("network", $"embedding of {BlockNetwork.Width}, {BlockNetwork.Blocks} residual blocks x + W₂ f(W₁x) with {BlockRun.PlainHidden} hidden results, or x + W₂ (f(Vx) ⊙ W₁x) with "
            + $"{BlockRun.PlainHidden * 2 / 3} of a gated unit; no attention and no normalisation"),
        new("training", $"Adam, rate {BlockRun.LearningRate:R} falling to 0 like a cosine, batches of {BlockRun.Batch}, {settings.LengthOf(this, Length.Updates)} updates, "
            + $"{Numbers.Count(settings.LengthOf(this, Length.Seeds), "seed")}, each with a language of its own; examples are drawn afresh from its {NextWord.Contexts} contexts, of which {NextWord.HeldOut} are held out"),
    ];

    /// <inheritdoc/>
    public override Findings Run(Workbench bench)
    {
        var updates = bench.LengthOf(Length.Updates);
        BlockRun[] runs =
        [
            .. Kinds.SelectMany(kind => bench.Seeds.Select(seed => new BlockRun(kind.Name, kind.Function, kind.IsGated, seed))),
        ];
        var curves = bench.RunAll(
            "training", [.. runs.Select(run => new Step<BlockCurve>(new { run, updates }, progress => run.Train(updates, progress)))]);
        var all = runs.Zip(curves).ToLookup(pair => pair.First.Name, pair => pair.Second);
        var (plain, gated) = (Kinds.Where(kind => !kind.IsGated).MinBy(kind => Mean(all, kind.Name)), Kinds.Where(kind => kind.IsGated).MinBy(kind => Mean(all, kind.Name)));
        return new(
            $"Log-perplexity above the least possible, on contexts that were held out: ReLU {Short(Mean(all, "ReLU"))}, GELU {Short(Mean(all, "GELU"))}; best plain unit {plain.Name} "
            + $"{Short(Mean(all, plain.Name))}, best gated unit {gated.Name} {Short(Mean(all, gated.Name))}. On contexts of the "
            + $"training: ReLU {Short(MeanOfSeen(all, "ReLU"))}, GELU {Short(MeanOfSeen(all, "GELU"))}; gated units "
            + $"{Short(Kinds.Where(kind => kind.IsGated).Min(kind => MeanOfSeen(all, kind.Name)))} to "
            + $"{Short(Kinds.Where(kind => kind.IsGated).Max(kind => MeanOfSeen(all, kind.Name)))}.",
            Checks(bench, all), [Curves(all), Table(all)]);
    }

    internal static IReadOnlyList<Check> Checks(Workbench bench, ILookup<string, BlockCurve> all)
    {
        var pairs = Kinds.Where(kind => kind is { IsGated: true }).SelectMany(gated => Kinds.Where(kind => kind is { IsGated: false, Published: not null })
            .Select(plain => (Less: gated.Name, More: plain.Name))).Prepend((Less: "GELU", More: "ReLU")).ToList();
        var raw = pairs.Select(pair => PairedCheck.PValue(Ends(all, pair.Less), Ends(all, pair.More))).ToList();
        var corrected = HolmCorrection.Adjust(raw);
        var told = pairs.Zip(corrected).Select(row => (row.First, IsLess: Mean(all, row.First.Less) < Mean(all, row.First.More), IsTold: row.Second < Significance)).ToList();
        return
        [
            Pair(bench, "GELU ends lower than ReLU", told[0], corrected[0], all) with { Published = "1.983 and 1.997 (table 1)" },
            Gates(bench, told.Skip(1).ToList()) with { Published = "all of the five gated below all of the three plain ones, but GLU and GELU alike (table 1)" },
            Check.Within(
                "Plain and gated networks have as many parameters: largest over smallest",
                (double)Kinds.Max(kind => all[kind.Name].First().Parameters) / Kinds.Min(kind => all[kind.Name].First().Parameters), 1, 1.02, 4),
        ];
    }

    private static Check Pair(
        Workbench bench, string statement, ((string Less, string More) Names, bool IsLess, bool IsTold) pair, double p, ILookup<string, BlockCurve> all)
    {
        var measured = $"{Short(Mean(all, pair.Names.Less))} and {Short(Mean(all, pair.Names.More))}";
        var remark = $"p = {Numbers.Probability(p)} with Holm's correction";
        return pair.IsTold
            ? Check.AtLength(bench, statement, pair.IsLess, measured) with { Remark = remark }
            : new(statement, measured, Outcome.NotDecided) { Remark = "the seeds do not tell them apart, " + remark };
    }

    private static Check Gates(Workbench bench, List<((string Less, string More) Names, bool IsLess, bool IsTold)> pairs)
    {
        var (lower, higher) = (pairs.Count(pair => pair is { IsTold: true, IsLess: true }), pairs.Where(pair => pair is { IsTold: true, IsLess: false }).ToList());
        const string statement = "Every gated unit ends lower than ReLU, GELU and SiLU";
        var measured = $"{lower} of {pairs.Count} pairs are told apart that way, {higher.Count} the other way";
        if (higher.Count > 0)
            return Check.AtLength(bench, statement, false, measured) with { Remark = string.Join(", ", higher.Select(pair => $"{pair.Names.Less} is above {pair.Names.More}")) };
        return lower == pairs.Count
            ? Check.That(statement, true, measured)
            : new(statement, measured, Outcome.NotDecided) { Remark = "the seeds do not tell the others apart" };
    }

    private static IReadOnlyList<double> Ends(ILookup<string, BlockCurve> all, string name) => [.. all[name].Select(curve => curve.Excess[^1])];

    private static double Mean(ILookup<string, BlockCurve> all, string name) => Ends(all, name).Average();

    private static double MeanOfSeen(ILookup<string, BlockCurve> all, string name) =>
        all[name].Average(curve => curve.ExcessOfSeen[^1]);

    private static string Short(double value) => Numbers.Compact(value, 3);

    private static Section Curves(ILookup<string, BlockCurve> all) => new("Learning")
    {
        Figures =
        [
            new("excess", "Log-perplexity above the least possible, contexts held out")
            {
                X = new("updates"),
                Y = new() { IsLogarithmic = true },
                Series =
                [
                    .. Kinds.Select((kind, index) => new Series(
                        kind.Name, all[kind.Name].First().Updates,
                        [.. all[kind.Name].First().Updates.Select((_, i) => all[kind.Name].Average(curve => curve.Excess[i]))])
                    {
                        Colour = index % 5, Dashed = kind.IsGated, Size = 1.6,
                    }),
                ],
                Caption = "Means over the seeds; gated units are dashed.",
            },
        ],
    };

    private static Section Table(ILookup<string, BlockCurve> all) => new("At the end")
    {
        Tables =
        [
            new("end", "", ["unit", "log-perplexity above the least", "95 % from", "to", "on contexts of the training", "parameters", "published log-perplexity"],
                [
                    .. Kinds.Select(kind => (kind, Interval: MeanInterval.Of(Ends(all, kind.Name)))).Select(row => (Cell[])
                    [
                        row.kind.Name, row.Interval.Mean, row.Interval.Lower, row.Interval.Upper,
                        all[row.kind.Name].Average(curve => curve.ExcessOfSeen[^1]), all[row.kind.Name].First().Parameters, row.kind.Published,
                    ]),
                ]) { Note = "Published figures are those of T5-base on C4 after 65 536 steps; only the order is to be compared." },
        ],
    };
}
