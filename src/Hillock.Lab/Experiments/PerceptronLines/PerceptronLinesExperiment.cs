using System.Globalization;
using Hillock.Lab.Laboratory;
using Hillock.Lab.Laboratory.Results;
using Hillock.Lab.Reports;

namespace Hillock.Lab.Experiments.PerceptronLines;

/// <summary>The founding text's figures: a line, three lines added up, and three lines with an activation.</summary>
public sealed class PerceptronLinesExperiment : Experiment
{
    private const int Units = 3;

    // What counts as “close to all”: at most one point in a hundred on the wrong side.
    private const double NearlyAll = 0.99;

    private static readonly IReadOnlyList<string> Functions = ["tanh", "sigmoid", "relu"];

    /// <inheritdoc/>
    public override string Name => "perceptron-lines";

    /// <inheritdoc/>
    public override string Question => "Can perceptrons enclose points, and what does an activation add?";

    /// <inheritdoc/>
    public override string Claim =>
        "A perceptron draws a line, which does not part triangles from the circles around them; three perceptrons that are added "
        + "up still draw one line; with an activation they enclose the triangles.";

    /// <inheritdoc/>
    public override Rate Rate => Rate.Exact;

    /// <inheritdoc/>
    public override string Criterion =>
        "no network without an activation parts more points than the best of all lines, and three units with tanh, sigmoid or "
        + "relu part 99 % in the best of the seeds, each of these functions";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Sources => ["the founding text, its first figures", "Minsky and Papert 1969"];

    /// <inheritdoc/>
    public override IReadOnlyList<Length> Lengths => [new(Length.Updates, 4000, 1500), new(Length.Seeds, 10, 4)];

    /// <inheritdoc/>
    public override bool TakesFunctions => true;

    /// <inheritdoc/>
    public override TimeSpan UsualTime => TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    public override IReadOnlyList<ProtocolLine> Protocol(ExperimentSettings settings) =>
    [
        new("points", "600: triangles in a disc of radius 0.4, circles in a ring from 0.8 to 1, each coordinate with noise of N(0, 0.08²)"),
        new("networks", "two inputs; no hidden unit, three that are added up, three with an activation; two outputs"),
        new("training", string.Create(
            CultureInfo.InvariantCulture,
            $"LeCun's weights, Adam, rate 0.02, batches of 32, {settings.LengthOf(this, Length.Updates)} updates, "
            + $"{settings.LengthOf(this, Length.Seeds)} seeds")),
        new("best line", "all partings of the points by a line: around each point a line turns once and counts"),
    ];

    /// <inheritdoc/>
    public override Findings Run(Workbench bench)
    {
        var points = PerceptronNetwork.Data(bench.Seed);
        var line = bench.Run("the best line", new Step<BestLine>(
            new { what = "best line", bench.Seed }, _ => BestLine.Of(points.Inputs, points.Classes)));
        string[] functions = [.. Functions, .. bench.Settings.Functions];
        var single = Train(bench, "identity", 0);
        var added = Train(bench, "identity", Units);
        var activated = functions.Select(function => Train(bench, function, Units)).ToArray();
        var best = activated.Select(Best).ToArray();
        return new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"The best of all lines parts {Percent(line.Accuracy)}; three perceptrons added up part {Percent(Best(added).Accuracy)}, with "
                + $"{best[0].Function} {Percent(best[0].Accuracy)}."),
            [
                PerceptronChecks.NoBetterThanALine([.. single, .. added], line),
                .. best.Take(Functions.Count).Select(run => PerceptronChecks.Encloses(bench, run, NearlyAll)),
            ],
            [
                new("A line, three lines added up, three lines with an activation")
                {
                    Figures =
                    [
                        PerceptronFigures.Of("one-perceptron", "One perceptron", Best(single), points),
                        PerceptronFigures.Of("three-added", "Three perceptrons, added up", Best(added), points),
                        .. best.Select((run, index) => PerceptronFigures.Of(
                            $"three-activated-{index + 1}", $"Three perceptrons with {run.Function}", run, points)),
                    ],
                    Tables = [Table([single, added, .. activated], line)],
                },
            ]);
    }

    private static string Percent(double share) => Numbers.Fixed(100 * share, 1) + " %";

    private static IReadOnlyList<PerceptronRun> Train(Workbench bench, string function, int units)
    {
        var updates = bench.LengthOf(Length.Updates);
        return bench.RunAll(
            units == 0 ? "one perceptron" : $"three with {function}",
            [.. Enumerable.Range(bench.Seed, bench.LengthOf(Length.Seeds)).Select(seed => new Step<PerceptronRun>(
                new { function, units, updates, seed, points = bench.Seed },
                progress => PerceptronNetwork.Train(function, units, updates, seed, bench.Seed, progress)))]);
    }

    private static PerceptronRun Best(IReadOnlyList<PerceptronRun> runs) => runs.MaxBy(run => run.Accuracy)!;

    private static ResultTable Table(IReadOnlyList<IReadOnlyList<PerceptronRun>> runs, BestLine line) => new(
        "accuracy", "Accuracy over the seeds, %", ["network", "least", "mean", "most", "best line"],
        [.. runs.Select(seeds => (Cell[])
        [
            seeds[0].Units == 0 ? "one perceptron" : seeds[0].Function == "identity" ? "three, added up" : "three with " + seeds[0].Function,
            100 * seeds.Min(run => run.Accuracy), 100 * seeds.Average(run => run.Accuracy), 100 * seeds.Max(run => run.Accuracy),
            100 * line.Accuracy,
        ])]);
}
