using System.Globalization;
using Hillock.Lab.Laboratory;
using Hillock.Lab.Laboratory.Results;
using Hillock.Lab.Reports;

namespace Hillock.Lab.Experiments.AlmostEverywhere;

/// <summary>Whether it matters that an activation has no derivative at a point.</summary>
public sealed class AlmostEverywhereExperiment : Experiment
{
    private const int NormalParts = 4;

    // One in a million: far more than floats are dense, far less than could be noticed.
    private const double Seldom = 1e-6;

    // relu, by the slope at 0 that follows from how it is written: |x| has slope 0 there.
    private static readonly IReadOnlyList<(string Function, double Slope)> Slopes =
        [("where(x > 0, x, 0)", 0), ("(x + abs(x))/2", 0.5), ("where(x >= 0, x, 0)", 1)];

    private static readonly IReadOnlyList<string> Others = ["hard_tanh", "relu6"];

    /// <inheritdoc/>
    public override string Name => "almost-everywhere";

    /// <inheritdoc/>
    public override string Question => "Is it enough that an activation has a derivative almost everywhere?";

    /// <inheritdoc/>
    public override string Claim =>
        "An activation may lack a derivative at single points: training hardly ever meets them, and the slope that is used there "
        + "does not matter.";

    /// <inheritdoc/>
    public override Rate Rate => Rate.Exact;

    /// <inheritdoc/>
    public override string Criterion =>
        "numbers of N(0, 1) fall on ±1 as often as the density of floats says, fewer than one pre-activation in a million meets a "
        + "kink in training, and the slopes 0, ½ and 1 at relu's kink end at the same accuracy (paired, 95 %), also in rounded "
        + "numbers, where kinks are met often";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Sources => ["the founding text"];

    /// <inheritdoc/>
    public override IReadOnlyList<Length> Lengths => [new(Length.Updates, 3000, 600), new(Length.Seeds, 8, 3)];

    /// <inheritdoc/>
    public override TimeSpan UsualTime => TimeSpan.FromSeconds(60);

    /// <inheritdoc/>
    public override IReadOnlyList<ProtocolLine> Protocol(ExperimentSettings settings) =>
    [
        new("density", $"{(settings.Quick ? 20 : 100) * NormalParts} million numbers of N(0, 1), rounded to floats; how many are exactly ±1"),
        new("training", string.Create(
            CultureInfo.InvariantCulture,
            $"digits, pixels from −1 to 1 with noise of N(0, 0.05²); 64, 64; He's weights, biases 0, Adam, rate 0.002, batches of 64, "
            + $"{settings.LengthOf(this, Length.Updates)} updates, {settings.LengthOf(this, Length.Seeds)} seeds; each pre-activation of "
            + $"both hidden layers at each update is compared with the kinks")),
        new("rounded numbers", "the same for relu, without noise, weights and biases of the first layer rounded to 64ths after each update; what is "
            + "rounded away is carried on"),
        new("slopes", string.Join("; ", Slopes.Select(known => string.Create(
            CultureInfo.InvariantCulture, $"{known.Slope} at 0: {known.Function}")))),
    ];

    /// <inheritdoc/>
    public override Findings Run(Workbench bench)
    {
        var numbers = (bench.IsQuick ? 20L : 100L) * 1_000_000;
        var met = bench.RunAll("floats of N(0, 1)", [.. Enumerable.Range(0, NormalParts).Select(part => new Step<long>(
            new { what = "normal", numbers, part, bench.Seed },
            progress => FloatDensity.CountUnderNormal(1, numbers, (1000 * bench.Seed) + part, progress)))]).Sum();
        var expected = 2 * FloatDensity.ChanceUnderNormal(1) * numbers * NormalParts;
        string[] functions = [.. Slopes.Select(known => known.Function), .. Others];
        var runs = bench.RunAll("trainings", [.. functions.SelectMany(function => Trainings(bench, function, isRounded: false))])
            .Chunk(bench.LengthOf(Length.Seeds)).ToArray();
        var rounded = bench.RunAll(
                "trainings in rounded numbers",
                [.. Slopes.SelectMany(known => Trainings(bench, known.Function, isRounded: true))])
            .Chunk(bench.LengthOf(Length.Seeds)).ToArray();
        var (seen, atKinks) = (runs.Sum(seeds => seeds.Sum(run => run.Seen)), runs.Sum(seeds => seeds.Sum(run => run.Met)));
        return new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Of {Numbers.Compact(seen, 3)} pre-activations in training {atKinks} were exactly at a kink. With slopes 0, ½ and 1 there relu "
                + $"ends at {string.Join(", ", runs.Take(Slopes.Count).Select(seeds => Numbers.Fixed(100 * seeds.Average(run => run.Accuracy), 2)))} %. "
                + $"An input of zeros with biases of 0 is the exception: all its pre-activations are at 0."),
            [
                KinkChecks.AsDenseAsFloats(met, expected),
                Check.That(
                    "The slopes at 0 are those of the definitions: 0, ½ and 1",
                    Slopes.All(known => Activation.Parse(known.Function).DerivativeAt(0) == known.Slope), "by the derived derivatives"),
                .. runs.Select(seeds => KinkChecks.SeldomMet(seeds, Seldom)),
                .. Slopes.Skip(1).Select((known, index) => KinkChecks.Same(bench, runs[0], runs[index + 1], Numbers.Plain(known.Slope))),
                KinkChecks.OftenMet(rounded[0], Seldom),
                .. Slopes.Skip(1).Select((known, index) => KinkChecks.Same(
                    bench, rounded[0], rounded[index + 1], Numbers.Plain(known.Slope))),
                KinkChecks.BlankMeets(runs[0]),
            ],
            [
                new("In training")
                {
                    Text = "Where no kink is met the three slopes give the same network to the last bit. An input of zeros, as of dead pixels, "
                        + "meets relu's kink in every unit as long as biases are 0, as they are at first.",
                    Tables = [Table("kinks", runs)],
                },
                new("In rounded numbers")
                {
                    Text = "With whole pixels, and weights of the first layer in 64ths, as in arithmetic with fixed points, pre-activations of that layer are "
                        + "multiples of 2⁻⁹, and kinks are met all the time: there the slope that is used enters the gradient.",
                    Tables = [Table("kinks-rounded", rounded)],
                },
            ]);
    }

    private static IEnumerable<Step<KinkRun>> Trainings(Workbench bench, string function, bool isRounded)
    {
        var updates = bench.LengthOf(Length.Updates);
        return bench.Seeds.Select(seed => new Step<KinkRun>(
            new { function, isRounded, updates, seed },
            progress => KinkMeetings.Train(function, isRounded, updates, seed, progress)));
    }

    private static ResultTable Table(string id, IReadOnlyList<KinkRun[]> runs) => new(
        id, "Meetings with kinks, all seeds together",
        ["function", "pre-activations", "at a kink", "expected by density", "accuracy, %", "zeros, at a kink at first, %", "after training, %"],
        [.. runs.Select(seeds => (Cell[])
        [
            seeds[0].Function, (double)seeds.Sum(run => run.Seen), (double)seeds.Sum(run => run.Met), seeds.Sum(run => run.Expected),
            100 * seeds.Average(run => run.Accuracy), 100 * seeds.Average(run => run.BlankBefore), 100 * seeds.Average(run => run.BlankAfter),
        ])]);
}
