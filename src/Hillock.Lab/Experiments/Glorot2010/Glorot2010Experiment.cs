using System.Globalization;
using Hillock.Lab.Laboratory;
using Hillock.Lab.Laboratory.Results;
using Hillock.Lab.Reports;
using Hillock.Networks;

namespace Hillock.Lab.Experiments.Glorot2010;

/// <summary>The experiments of Glorot and Bengio 2010 on Shapeset-3×2.</summary>
public sealed class Glorot2010Experiment : Experiment
{
    internal const string Sigmoid = "Sigmoid";
    internal const string Tanh = "Tanh";
    internal const string TanhN = "Tanh N";
    internal const string Softsign = "Softsign";
    internal const string SoftsignN = "Softsign N";
    internal const string Sigmoid4 = "Sigmoid, 4 layers";

    private const string Standard = "glorot-standard";
    private const string Normalised = "glorot";

    // A twentieth of the updates is enough to tell a good rate from a bad one.
    private const int ShareForRates = 20;
    private const int FewestForRates = 1000;

    // Fashion-MNIST is learnt sooner, and the column costs as much a row.
    private const int ShareForFashion = 5;

    private static readonly IReadOnlyList<double> Rates = [0.01, 0.03, 0.1];

    private static readonly IReadOnlyList<GlorotModel> Models =
    [
        new(Sigmoid, "sigmoid", Standard, 5), new(Tanh, "tanh", Standard, 5), new(TanhN, "tanh", Normalised, 5),
        new(Softsign, "softsign", Standard, 5), new(SoftsignN, "softsign", Normalised, 5), new(Sigmoid4, "sigmoid", Standard, 4),
    ];

    /// <inheritdoc/>
    public override string Name => "glorot-2010";

    /// <inheritdoc/>
    public override string Question => "Why are deep networks hard to train by plain gradient descent, and what do activation and initialisation change?";

    /// <inheritdoc/>
    public override string Claim =>
        "With the standard initialisation gradients shrink from layer to layer, the top layer of a sigmoid net saturates and learning stops, and tanh layers "
        + "saturate one after the other; softsign and the normalised initialisation do better.";

    /// <inheritdoc/>
    public override Rate Rate => Rate.Form;

    /// <inheritdoc/>
    public override string Criterion =>
        "the acceptance tests of the laboratory for this paper: Jacobians and ratios at the start, the collapse of sigmoid, the order in which tanh saturates, "
        + "the joint saturation of softsign, the order of the test errors, and the plateaus of the quadratic cost";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Sources =>
        ["Glorot and Bengio 2010, Understanding the difficulty of training deep feedforward neural networks, figures 2 to 11 and table 1"];

    /// <inheritdoc/>
    public override IReadOnlyList<Length> Lengths => [new(Length.Updates, 500_000, 6000), new(Length.Width, 200, 100)];

    /// <inheritdoc/>
    public override TimeSpan UsualTime => TimeSpan.FromMinutes(14);

    /// <inheritdoc/>
    public override IReadOnlyList<ProtocolLine> Protocol(ExperimentSettings settings) =>
    [
        new("data", "Shapeset-3×2, generated without end as the paper describes it: 32×32 pixels in [0, 1], one or two triangles, parallelograms or ellipses, nine "
            + "classes of 1/6, 1/9 and 1/18; no picture is seen twice"),
        new("networks", $"five hidden layers (one of four for figure 2) of {settings.LengthOf(this, Length.Width)} units (published: 1000), softmax, biases 0"),
        new("initialisation", "standard: U[−1/√fan-in, 1/√fan-in] (equation 1); N, normalised: U[±√6/√(fan-in + fan-out)] (equation 16)"),
        new("training", string.Create(
            CultureInfo.InvariantCulture,
            $"plain gradient descent, batches of {GlorotModel.Batch}, {settings.LengthOf(this, Length.Updates)} updates (published: 5 million)")),
        new("rate", $"0.01, 0.03 or 0.1, chosen for each row by the error on {PictureSets.CountJudged} pictures of their own after a twentieth of "
            + "the updates, and by the training loss there where errors tie (the table says which)"),
        new("watched", $"{GlorotModel.Watched} fixed pictures; error curves on {PictureSets.CountTested} others, the last error on {PictureSets.CountJudged}"),
        new("second column", "Fashion-MNIST, pixels standardised, 50 000 examples to train on, 10 000 to choose rates by, the test examples to judge by; a fifth of "
            + "the updates"),
        new("at the start", $"tanh networks of {InitialState.Layers} × {InitialState.Width}; Jacobians of 200 × 200 between hidden layers behind the first, four pictures"),
    ];

    /// <inheritdoc/>
    public override Findings Run(Workbench bench)
    {
        var seed = bench.Seed;
        var starts = bench.RunAll(
            "at the start",
            [.. new[] { Standard, Normalised }.Select(kind => new Step<InitialState>(new { kind, seed }, _ => InitialState.Of(kind, seed)))]);
        // Drawn or loaded once for all trainings, and not at all where those are found in the store.
        var drawn = new Lazy<PictureSets>(() => ShapesetPictures.Draw(seed));
        var loaded = new Lazy<(Examples Training, PictureSets Sets)>(FashionPictures.Load);
        var shapeset = Column(
            bench, "Shapeset", Models, bench.LengthOf(Length.Updates),
            isChoosing => new ShapesetPictures(drawn.Value, isChoosing, seed));
        var fashion = Column(
            bench, "Fashion-MNIST", [.. Models.Where(model => model.Layers == 5)], bench.LengthOf(Length.Updates) / ShareForFashion,
            isChoosing => new FashionPictures(loaded.Value.Training, loaded.Value.Sets, isChoosing, seed));
        double[][] surfaces = [CostSurface.Of(isQuadratic: true, seed), CostSurface.Of(isQuadratic: false, seed)];
        var all = shapeset.ToDictionary(row => row.Key, row => row.Value.Curve);
        return new(
            "Test errors on Shapeset: " + ErrorsOf(shapeset) + "; on Fashion-MNIST: " + ErrorsOf(fashion)
            + $"; Jacobians at the start {Numbers.Fixed(starts[0].SingularValue, 2)} (standard) and {Numbers.Fixed(starts[1].SingularValue, 2)} (normalised).",
            [
                .. GlorotChecks.AtStart(starts[0], starts[1]), .. GlorotChecks.InTraining(bench, all),
                GlorotChecks.OfFashion(bench, fashion.ToDictionary(row => row.Key, row => row.Value.Curve)),
                GlorotChecks.OfSurfaces(surfaces[0], surfaces[1]),
            ],
            [
                .. GlorotFigures.AtStart(starts[0], starts[1]), GlorotFigures.Errors(shapeset, fashion),
                .. GlorotFigures.InTraining(all), GlorotFigures.Surfaces(surfaces[0], surfaces[1]), GlorotFigures.Pictures(seed),
            ]);
    }

    private static string ErrorsOf(IReadOnlyDictionary<string, GlorotRow> column) =>
        string.Join(", ", column.Select(row => $"{row.Key} {Numbers.Fixed(row.Value.Curve.FinalError, 1)} %"));

    // A column of the table: every model at its best rate.
    private static Dictionary<string, GlorotRow> Column(
        Workbench bench, string data, IReadOnlyList<GlorotModel> models, int updates, Func<bool, PictureSource> pictures)
    {
        var few = Math.Max(FewestForRates, updates / ShareForRates);
        var tried = models.SelectMany(model => Rates.Select(rate => (model, rate))).ToList();
        var errors = bench.RunAll(
            $"choosing rates, {data}",
            [.. tried.Select(pair => TrainingOf(bench, data, pair.model, pair.rate, few, pictures, isChoosing: true))]);
        double[] rates =
        [
            .. tried.Zip(errors).GroupBy(pair => pair.First.model)
                .Select(model => model.MinBy(pair => Merit(pair.Second)).First.rate),
        ];
        var curves = bench.RunAll(
            $"training, {data}",
            [.. models.Zip(rates).Select(pair => TrainingOf(bench, data, pair.First, pair.Second, updates, pictures, isChoosing: false))]);
        return models.Index().ToDictionary(row => row.Item.Name, row => new GlorotRow(rates[row.Index], curves[row.Index]));
    }

    // A network whose units have all saturated errs alike at every rate: then the loss tells which learns.
    private static (double Error, double Loss) Merit(GlorotCurve curve) =>
        (curve.FinalError, double.IsNaN(curve.FinalLoss) ? double.PositiveInfinity : curve.FinalLoss);

    private static Step<GlorotCurve> TrainingOf(
        Workbench bench, string data, GlorotModel model, double rate, int updates, Func<bool, PictureSource> pictures,
        bool isChoosing)
    {
        var (width, seed) = (bench.LengthOf(Length.Width), bench.Seed);
        return new(
            new { data, model, rate, width, updates, seed, isChoosing },
            progress => model.Train(pictures(isChoosing), rate, width, updates, seed, progress));
    }
}

/// <summary>A cell of the paper's table.</summary>
/// <param name="Rate">The rate that was chosen.</param>
/// <param name="Curve">How training went with it.</param>
internal sealed record GlorotRow(double Rate, GlorotCurve Curve);
