using System.Globalization;
using Hillock.Lab.Laboratory;
using Hillock.Lab.Laboratory.Figures;
using Hillock.Lab.Laboratory.Results;
using Hillock.Lab.Reports;

namespace Hillock.Lab.Experiments.Taylor;

/// <summary>Where products of inputs come from: the even and odd terms of the activation's Taylor series.</summary>
public sealed class TaylorExperiment : Experiment
{
    // √E (x₁x₂)² on the square: the error of every affine function.
    private const double AffineError = 1.0 / 3;

    private static readonly IReadOnlyList<string> Functions =
        ["sigmoid", "tanh", "sin", "gelu", "silu", "mish", "softplus", "exp(x)", "relu", "elu(alpha=2)"];

    // Curved at 0 the first ones, curved at 1 the others, whose f″(0) is 0.
    private static readonly IReadOnlyList<(string Function, double Bias)> Multipliers =
    [
        ("gelu", 0), ("silu", 0), ("mish", 0), ("softplus", 0), ("exp(x)", 0), ("sigmoid", 1), ("tanh", 1), ("sin", 1),
    ];

    private static readonly IReadOnlyList<double> Scales = [1, 0.5, 0.25, 0.125, 0.0625, 0.03125];

    private static readonly IReadOnlyList<string> Trained = ["identity", "relu", "tanh", "sigmoid", "gelu", "silu", "softplus", "sin"];

    private static readonly IReadOnlyList<int> Units = [1, 2, 4, 8];

    /// <inheritdoc/>
    public override string Name => "taylor";

    /// <inheritdoc/>
    public override string Question => "How does a function of one number give products of inputs?";

    /// <inheritdoc/>
    public override string Claim =>
        "By Taylor's series a unit f(w₁x₁ + w₂x₂) contains the products x₁x₂, x₁²x₂, … of every order at which a derivative "
        + "of f is not 0; four units multiply as exactly as one likes, while linear units never do.";

    /// <inheritdoc/>
    public override Rate Rate => Rate.Exact;

    /// <inheritdoc/>
    public override string Criterion =>
        "the reported coefficients are those of the derivatives; a unit has the mixed derivative f″(b) and none where that is 0; "
        + "the error of four units vanishes like λ² with the constant that the series gives; trained units multiply and linear "
        + "ones stay at 1/3";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Sources =>
        ["the founding text", "Lin, Tegmark and Rolnick 2017, “Why does deep and cheap learning work so well?”, for the four units"];

    /// <inheritdoc/>
    public override IReadOnlyList<Length> Lengths => [new(Length.Updates, 8000, 2000), new(Length.Seeds, 5, 2)];

    /// <inheritdoc/>
    public override bool TakesFunctions => true;

    /// <inheritdoc/>
    public override TimeSpan UsualTime => TimeSpan.FromSeconds(40);

    /// <inheritdoc/>
    public override IReadOnlyList<ProtocolLine> Protocol(ExperimentSettings settings) =>
    [
        new("coefficients", "exact, from the property report; compared with the kernels of the derivatives"),
        new("four units", "(f(b + λs) + f(b − λs) − f(b + λd) − f(b − λd))/(4λ²f″(b)) with s = x₁ + x₂, d = x₁ − x₂; largest "
            + "error on 101 × 101 points of [−1, 1]²; for relu the best factor instead of f″"),
        new("trained units", string.Create(
            CultureInfo.InvariantCulture,
            $"one hidden layer of {string.Join(", ", Units)} units, x₁x₂ at 2048 points of [−1, 1]²; LeCun's weights, Adam, rate 0.02 "
            + $"falling as a cosine, batches of 64, {settings.LengthOf(this, Length.Updates)} updates, "
            + $"{settings.LengthOf(this, Length.Seeds)} seeds, of which the best counts")),
    ];

    /// <inheritdoc/>
    public override Findings Run(Workbench bench)
    {
        string[] own = [.. bench.Settings.Functions];
        TaylorCoefficients[] series = [.. Functions.Concat(own).Select(TaylorCoefficients.Of)];
        ProductErrors[] products = [.. Multipliers.Select(known => ProductNetwork.Of(known.Function, known.Bias, Scales))];
        var relu = ProductNetwork.WithBestFactor("relu", 0, Scales);
        UnitTerm[] terms = [.. Terms()];
        string[] learners = [.. Trained, .. own];
        var fits = Best(bench.RunAll("units that learn to multiply", [.. Fits(bench, learners)]), bench);
        var worst = products.MaxBy(product => product.Errors[^1])!;
        return new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Four units of a smooth function multiply with an error like λ² (order {Numbers.Fixed(products.Min(product => product.Order), 3)} "
                + $"to {Numbers.Fixed(products.Max(product => product.Order), 3)}), at λ = 1/32 below {Numbers.Compact(worst.Errors[^1], 2)}; "
                + $"linear units stay at {Numbers.Compact(fits.Where(fit => fit.Function == "identity").Min(fit => fit.Error), 3)}."),
            [
                TaylorChecks.CoefficientsAgree([.. series.Take(Functions.Count)]),
                TaylorChecks.NoneAtKinks(series),
                TaylorChecks.MixedDerivatives(terms),
                TaylorChecks.VanishLikeSquare(products),
                TaylorChecks.ReluDoesNot(relu),
                TaylorChecks.LinearStays(fits, AffineError),
                TaylorChecks.OthersLearn(bench, [.. fits.Where(fit => Trained.Contains(fit.Function))], AffineError),
            ],
            [
                new("The series at 0")
                {
                    Text = "A function that is odd has no even terms: without a bias its units contain x₁²x₂, but no x₁x₂.",
                    Tables = [SeriesTable(series), TermTable(terms)],
                },
                new("Four units") { Tables = [ProductTable([.. products, relu])], Figures = [ErrorFigure([.. products, relu])] },
                new("Trained units") { Tables = [FitTable(fits)] },
            ]);
    }

    private static IEnumerable<Step<ProductFit>> Fits(Workbench bench, string[] functions)
    {
        var updates = bench.LengthOf(Length.Updates);
        return
            from function in functions
            from units in Units
            from seed in bench.Seeds
            select new Step<ProductFit>(
                new { function, units, updates, seed },
                progress => TrainedProduct.Train(function, units, updates, seed, progress));
    }

    // What a function can is asked, not how often a start finds it.
    private static ProductFit[] Best(IReadOnlyList<ProductFit> fits, Workbench bench) =>
        [.. fits.Chunk(bench.LengthOf(Length.Seeds)).Select(seeds => seeds.MinBy(fit => fit.Error)!)];

    private static IEnumerable<UnitTerm> Terms() =>
        from function in Functions.Where(function => function is not ("relu" or "elu(alpha=2)"))
        from bias in new double[] { 0, 1 }
        select new UnitTerm(
            function, bias, Activation.Parse(function).DerivativeAt(bias, 2), TaylorCoefficients.MixedDerivative(function, bias));

    private static ResultTable SeriesTable(IReadOnlyList<TaylorCoefficients> series) => new(
        "coefficients", "Coefficients of xᵏ",
        ["function", "1", "x", "x²", "x³", "x⁴", "x⁵", "products in f(w₁x₁ + w₂x₂)", "because"],
        [.. series.Select(known => (Cell[])
        [
            known.Function, .. Enumerable.Range(0, 6).Select(order => order < known.Coefficients.Length ? known.Coefficients[order] : default(Cell)),
            known.HasSeries
                ? known.Products.Count == 0 ? "none" : string.Join(", ", known.Products.Select(product => Product(product)))
                : "no series",
            known.Because,
        ])]);

    private static string Product((int First, int Second) powers) => Power("x₁", powers.First) + Power("x₂", powers.Second);

    private static string Power(string variable, int power) => variable + (power == 1 ? "" : Numbers.Superscript(power));

    private static ResultTable TermTable(IReadOnlyList<UnitTerm> terms) => new(
        "mixed-terms", "The term x₁x₂ of a unit f(x₁ + x₂ + b)", ["function", "b", "f″(b)", "mixed derivative, measured"],
        [.. terms.Select(term => (Cell[])[term.Function, term.Bias, term.Curvature, term.Mixed])]);

    private static ResultTable ProductTable(IReadOnlyList<ProductErrors> products) => new(
        "four-units", "Largest error of x₁x₂ by four units",
        ["function", "b", .. Scales.Select(scale => $"λ = 1/{Numbers.Fixed(1 / scale, 0)}"), "order", "λ²-constant by the series", "measured share"],
        [.. products.Select(product => (Cell[])
        [
            product.Function, product.Bias, .. product.Errors, product.Order, product.Constant, product.ShareOfConstant,
        ])]) { Digits = 3 };

    private static ResultTable FitTable(IReadOnlyList<ProductFit> fits) => new(
        "trained-units", "Root mean squared error of trained units, the best of the seeds",
        ["function", .. Units.Select(units => Numbers.Count(units, "unit"))],
        [.. fits.Chunk(Units.Count).Select(row => (Cell[])[row[0].Function, .. row.Select(fit => fit.Error)])]) { Digits = 3 };

    private static Figure ErrorFigure(IReadOnlyList<ProductErrors> products) => new("four-units-error", "Largest error of four units")
    {
        X = new("scale λ of the inner weights") { IsLogarithmic = true },
        Y = new("largest error of x₁x₂") { IsLogarithmic = true },
        Series =
        [
            .. products.Select(product => new Series(
                product.Bias == 0 ? product.Function : $"{product.Function}, b = 1", product.Scales, product.Errors)
            {
                Style = SeriesStyle.LineAndDots,
                Size = 1.5,
            }),
        ],
        Caption = "A quarter of the error for half of λ; relu has no curvature, so that its error stays.",
    };
}

/// <summary>The term x₁x₂ of a unit f(x₁ + x₂ + b).</summary>
/// <param name="Function">f.</param>
/// <param name="Bias">b.</param>
/// <param name="Curvature">f″(b).</param>
/// <param name="Mixed">∂²/∂x₁∂x₂ at 0, by central differences.</param>
internal sealed record UnitTerm(string Function, double Bias, double Curvature, double Mixed);
