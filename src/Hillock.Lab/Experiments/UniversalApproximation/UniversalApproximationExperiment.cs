using System.Globalization;
using Hillock.Lab.Laboratory;
using Hillock.Lab.Laboratory.Results;
using Hillock.Lab.Reports;

namespace Hillock.Lab.Experiments.UniversalApproximation;

/// <summary>What one hidden layer can approximate, how fast, and what it cannot with a polynomial as its activation.</summary>
public sealed class UniversalApproximationExperiment : Experiment
{
    internal static readonly IReadOnlyList<string> Functions = ["sigmoid", "tanh", "relu", "gelu", "sin"];

    internal static readonly IReadOnlyList<(string Function, int Degree)> Polynomials = [("identity", 1), ("x^2", 2), ("x^3", 3)];

    private static readonly IReadOnlyList<string> Targets = ["abs(x)", "sin(3*x)", "exp(-4*x^2)"];

    private static readonly IReadOnlyList<string> ConstructedTargets = ["sin(3*x)", "exp(-4*x^2)"];

    private static readonly IReadOnlyList<int> ConstructedWidths = [4, 16, 64, 256];

    private static readonly IReadOnlyList<int> Dimensions = [2, 5, 10];

    /// <inheritdoc/>
    public override string Name => "universal-approximation";

    /// <inheritdoc/>
    public override string Question => "Can one hidden layer approximate any function, and with which activations?";

    /// <inheritdoc/>
    public override string Claim =>
        "One hidden layer approximates every continuous function exactly where its activation is no polynomial; the error "
        + "falls at least like 1/√N with the number N of units, whatever the number of inputs.";

    /// <inheritdoc/>
    public override Rate Rate => Rate.Exact;

    /// <inheritdoc/>
    public override string Criterion =>
        "in 2, 5 and 10 dimensions log error falls with log N at a slope of −½ or steeper and below Barron's bound; the "
        + "networks of the proofs keep the bounds of the proofs; polynomials of degree k stay at the error of the best "
        + "polynomial of degree k to 0.1 %, and the other functions get to a tenth of the best cubic's";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Sources =>
    [
        "Cybenko 1989; Hornik 1991; Leshno, Lin, Pinkus and Schocken 1993",
        "Jones 1992 and Barron 1993 for the rate and for building networks unit by unit",
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Length> Lengths => [new(Length.Width, 256, 64), new(Length.Seeds, 2, 1)];

    /// <inheritdoc/>
    public override bool TakesFunctions => true;

    /// <inheritdoc/>
    public override bool TakesTarget => true;

    /// <inheritdoc/>
    public override TimeSpan UsualTime => TimeSpan.FromMinutes(3);

    /// <inheritdoc/>
    public override IReadOnlyList<ProtocolLine> Protocol(ExperimentSettings settings) =>
    [
        new("targets", "on [−1, 1]: " + string.Join(", ", TargetsOf(settings)) + "; in the unit ball of 2, 5 and 10 dimensions: "
            + "Σ a cos(ω·x) of six waves, a of N(0, 1), ‖ω‖ from 2 to 6"),
        new("networks", string.Create(
            CultureInfo.InvariantCulture,
            $"one hidden layer of 2, 4, … {settings.LengthOf(this, Length.Width)} units, from {settings.LengthOf(this, Length.Seeds)} seeds")),
        new("fit", "greedy, as in the proofs: of 150 random units, and 350 that search on from the best of them, the one nearest in direction "
            + "to what is left is added, and all outer weights are fitted again by least squares"),
        new("error", "root of the mean square: on [−1, 1] over 1032 points of Gauss and Legendre, fitted on 1024 others; in the ball over the "
            + "3000 evenly drawn points that are fitted, as the theorems hold for any measure on it; over 3000 others beside it"),
        new("best polynomial", "by projection on Legendre's polynomials"),
        new("networks of the proofs", "weights written down: a broken line of rectifiers, a staircase of steep sigmoids; largest error on "
            + "20 011 points"),
    ];

    /// <inheritdoc/>
    public override Findings Run(Workbench bench)
    {
        string[] functions = [.. Functions, .. bench.Settings.Functions];
        var inBall = bench.RunAll("targets in a ball", [.. Dimensions.SelectMany(
            dimensions => functions.SelectMany(function => bench.Seeds.Select(seed => InBall(bench, function, dimensions, seed))))]);
        var balls = Group(inBall, functions, [.. Dimensions.Select(dimensions => $"{dimensions} inputs")], bench);
        string[] targets = TargetsOf(bench.Settings);
        string[] all = [.. functions, .. Polynomials.Select(polynomial => polynomial.Function)];
        var onInterval = bench.RunAll("targets on an interval", [.. targets.SelectMany(
            target => all.SelectMany(function => bench.Seeds.Select(seed => OnInterval(bench, function, target, seed))))]);
        var intervals = Group(onInterval, all, targets, bench);
        var floors = targets.SelectMany(target => Polynomials.Select(
            polynomial => new Floor(target, polynomial.Function, LegendreFit.Error(Activation.Parse(target).Value, polynomial.Degree)))).ToArray();
        Construction[] constructions = [.. ConstructedTargets.SelectMany(target => Constructed(Activation.Parse(target)))];
        var verdicts = LeshnoTable.Verdicts();
        string[] decided = [.. Targets];
        var steep = balls.Where(fit => Functions.Contains(fit.Function)).MaxBy(fit => fit.MeanSlope)!;
        return new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"The error falls with the units to the power {Numbers.Fixed(steep.MeanSlope, 2)} or faster in 2 to 10 dimensions; "
                + $"polynomials stay at the best polynomial's error, for |x| {Numbers.Compact(floors.First(floor => floor.Function == "x^2").Error, 4)} "
                + $"with x² whatever the width."),
            [
                .. Dimensions.Select(dimensions => ApproximationChecks.FallsLikeRoot(
                    $"{dimensions} inputs", [.. balls.Where(fit => fit.Target == $"{dimensions} inputs" && Functions.Contains(fit.Function))])),
                ApproximationChecks.BelowBarron([.. balls.Where(fit => fit.Function is "sigmoid" or "tanh")]),
                .. ApproximationChecks.KeepBounds(constructions),
                ApproximationChecks.PolynomialsStay(intervals, [.. floors.Where(floor => decided.Contains(floor.Target))]),
                ApproximationChecks.OthersGetBelow(
                    bench, [.. intervals.Where(fit => Functions.Contains(fit.Function) && decided.Contains(fit.Target))], floors),
                LeshnoTable.Check(verdicts),
            ],
            [
                new("More inputs")
                {
                    Text = "Slopes are those of straight lines through log error and log N. Barron's theorem promises −½ in any number "
                        + "of dimensions; smooth targets may do better, the more the fewer inputs there are.",
                    Tables = [ApproximationTables.Balls(balls)],
                    Figures = [.. balls.GroupBy(fit => fit.Target).Select(group => ApproximationFigures.Ball([.. group]))],
                },
                new("On an interval, with polynomials as activations")
                {
                    Text = "Units (wx + b)^k add up to polynomials of degree k, however many there are.",
                    Tables = [ApproximationTables.Intervals(intervals, floors)],
                    Figures =
                    [
                        .. targets.Select((target, index) => ApproximationFigures.Interval(
                            index, target, [.. intervals.Where(fit => fit.Target == target)], [.. floors.Where(floor => floor.Target == target)])),
                        ApproximationFigures.Picture([.. intervals.Where(fit => fit.Target == targets[^1])], targets[^1]),
                    ],
                },
                new("The networks of the proofs") { Tables = [ApproximationTables.Constructions(constructions, ConstructedTargets)] },
                new("Who may") { Tables = [LeshnoTable.Of(verdicts)] },
            ]);
    }

    private static string[] TargetsOf(ExperimentSettings settings) =>
        settings.Target is { } target ? [.. Targets, target] : [.. Targets];

    private static IEnumerable<Construction> Constructed(Activation target) => ConstructedWidths.SelectMany(
        units => (Construction[])[Constructions.OfRectifiers(target, units), Constructions.OfSigmoids(target, units)]);

    private static Step<Fit> InBall(Workbench bench, string function, int dimensions, int seed)
    {
        var most = bench.LengthOf(Length.Width);
        return new(
            new { where = "ball", function, dimensions, most, seed }, progress => Fits.InBall(function, dimensions, most, seed, progress));
    }

    private static Step<Fit> OnInterval(Workbench bench, string function, string target, int seed)
    {
        var most = bench.LengthOf(Length.Width);
        return new(
            new { where = "interval", function, target, most, seed }, progress => Fits.OnInterval(function, target, most, seed, progress));
    }

    // Steps are in the order target, function, seed.
    private static FitsOfSeeds[] Group(IReadOnlyList<Fit> fits, string[] functions, string[] targets, Workbench bench) =>
    [
        .. fits.Chunk(bench.LengthOf(Length.Seeds)).Select((seeds, index) => new FitsOfSeeds(
            targets[index / functions.Length], functions[index % functions.Length], seeds)),
    ];
}
