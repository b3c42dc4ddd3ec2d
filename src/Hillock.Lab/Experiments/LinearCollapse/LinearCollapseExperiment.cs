using System.Globalization;
using Hillock.Catalogue;
using Hillock.Lab.Laboratory;
using Hillock.Lab.Laboratory.Figures;
using Hillock.Lab.Laboratory.Results;
using Hillock.Lab.Reports;

namespace Hillock.Lab.Experiments.LinearCollapse;

/// <summary>Why networks need a non-linear function: linear layers multiply out to one.</summary>
public sealed class LinearCollapseExperiment : Experiment
{
    // What the best affine map leaves of the variance of the outputs, from which on a network is not affine.
    private const double NotAffine = 1e-3;

    private const int EntriesInStep = 30;

    private static readonly IReadOnlyList<int> Depths = [1, 2, 5, 10, 20];

    private static readonly IReadOnlyList<string> Functions = ["relu", "tanh", "sigmoid", "gelu"];

    /// <inheritdoc/>
    public override string Name => "linear-collapse";

    /// <inheritdoc/>
    public override string Question => "Are several linear layers more than one?";

    /// <inheritdoc/>
    public override string Claim =>
        "Without a non-linear activation a network of any depth computes what a single linear layer computes; with one it "
        + "does not.";

    /// <inheritdoc/>
    public override Rate Rate => Rate.Exact;

    /// <inheritdoc/>
    public override string Criterion =>
        "the product of the matrices gives the outputs of each linear network up to the rounding of single precision, and "
        + "no affine map gives those of a network with an activation; of every function of the catalogue proof and trial say "
        + "the same";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Sources => ["the founding text; (xA)B = x(AB)"];

    /// <inheritdoc/>
    public override bool TakesFunctions => true;

    /// <inheritdoc/>
    public override TimeSpan UsualTime => TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    public override IReadOnlyList<ProtocolLine> Protocol(ExperimentSettings settings) =>
    [
        new("networks", $"{RandomStack.Width} inputs, hidden layers of {RandomStack.Width} units and as many outputs; "
            + $"{string.Join(", ", Depths)} matrices; weights N(0, 1/fan-in), biases N(0, 0.1²)"),
        new("inputs", $"{RandomStack.Examples} of N(0, 1)"),
        new("by product", "the matrices and biases are multiplied out in double precision and applied to the same inputs"),
        new("by fit", "the affine map with the least squared error on the outputs of the network itself"),
        new("catalogue", "each function: proved affine or not by its property report; tried by second differences of step 0.375 on "
            + "[−60, 60]"),
    ];

    /// <inheritdoc/>
    public override Findings Run(Workbench bench)
    {
        var linear = bench.RunAll("linear networks", [.. Depths.Select(depth => Measure(bench, "identity", depth))]);
        string[] functions = [.. Functions, .. bench.Settings.Functions];
        var others = bench.RunAll(
            "networks with an activation",
            [.. functions.SelectMany(function => Depths.Where(depth => depth > 1).Select(depth => Measure(bench, function, depth)))]);
        var verdicts = bench.RunAll("the catalogue", [.. ActivationCatalogue.All.Chunk(EntriesInStep).Select(Decide)])
            .SelectMany(part => part).ToArray();
        var worst = linear.Max(stack => stack.ProductError / stack.Depth);
        var least = others.Where(stack => Functions.Contains(stack.Function)).MinBy(stack => stack.Unexplained)!;
        return new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Multiplied out, up to {Depths[^1]} linear layers give the same outputs within "
                + $"{Numbers.Compact(worst, 2)} a layer; of networks with an activation the best affine map leaves at least "
                + $"{Numbers.Compact(100 * least.Unexplained, 2)} % of the variance ({least.Function}, {least.Depth} matrices)."),
            [
                Check.Within(
                    "The outputs of linear networks are those of one matrix: largest difference a layer, over the root mean "
                    + "square of the outputs", worst, 0, 1e-6, digits: 2),
                Check.That(
                    $"No affine map gives the outputs of a network with {Numbers.List(Functions)}: variance left", least.Unexplained > NotAffine,
                    Numbers.Compact(least.Unexplained, 2)),
                AllAgree(verdicts),
            ],
            [
                new("Linear networks")
                {
                    Tables = [new("linear", "", ["matrices", "largest difference", "a matrix"],
                        [.. linear.Select(stack => (Cell[])[stack.Depth, stack.ProductError, stack.ProductError / stack.Depth])])],
                },
                new("With an activation between the matrices")
                {
                    Text = "What the best affine map leaves of the variance of the outputs. It is 0 where the network is affine.",
                    Figures = [Picture(linear, others, functions)],
                },
                new("The whole catalogue")
                {
                    Text = $"Of {verdicts.Length} functions {Numbers.Count(verdicts.Count(verdict => verdict.Proved == true), "is", "are")} "
                        + "affine: "
                        + string.Join(", ", verdicts.Where(verdict => verdict.Proved == true).Select(verdict => verdict.Function)) + ".",
                    Tables = [CatalogueTable(verdicts)],
                },
            ]);
    }

    private static Step<StackMeasurement> Measure(Workbench bench, string function, int depth) => new(
        new { function, depth, bench.Seed }, _ => RandomStack.Measure(function, depth, bench.Seed));

    private static Step<IReadOnlyList<AffineVerdict>> Decide(CatalogueEntry[] entries)
    {
        string[] ids = [.. entries.Select(entry => entry.Id)];
        return new(new { catalogue = ids }, _ => AffineVerdict.OfAll(entries));
    }

    internal static Check AllAgree(IReadOnlyList<AffineVerdict> verdicts)
    {
        string[] others = [.. verdicts.Where(verdict => !verdict.Agrees).Select(verdict => verdict.Function)];
        return Check.That(
            "Of every function of the catalogue proof and trial say the same: affine or not",
            others.Length == 0, $"{verdicts.Count - others.Length} of {verdicts.Count}") with
        {
            Remark = others.Length == 0 ? null : "not of " + string.Join(", ", others),
        };
    }

    private static ResultTable CatalogueTable(IReadOnlyList<AffineVerdict> verdicts) => new(
        "catalogue", "Affine or not", ["function", "by proof", "because", "largest second difference", "by trial"],
        [.. verdicts.Select(verdict => (Cell[])
        [
            verdict.Function, verdict.Proved switch { true => "affine", false => "not affine", _ => "not decided" },
            verdict.Because, verdict.LargestSecondDifference, verdict.Tried ? "affine" : "not affine",
        ])]) { Digits = 2 };

    private static Figure Picture(
        IReadOnlyList<StackMeasurement> linear, IReadOnlyList<StackMeasurement> others, string[] functions) =>
        new("unexplained", "Variance that no affine map explains")
        {
            X = new("matrices"),
            Y = new() { IsLogarithmic = true },
            Series =
            [
                Line("identity", linear) with { Plain = true, Dashed = true },
                .. functions.Select(function => Line(function, others.Where(stack => stack.Function == function))),
            ],
        };

    private static Series Line(string name, IEnumerable<StackMeasurement> stacks) => new(
        name, [.. stacks.Select(stack => (double)stack.Depth)], [.. stacks.Select(stack => stack.Unexplained)])
    {
        Style = SeriesStyle.LineAndDots,
    };
}
