using Hillock.Lab.Data.Shapeset;
using Hillock.Lab.Laboratory.Figures;
using Hillock.Lab.Laboratory.Results;
using Hillock.Networks;
using static Hillock.Lab.Experiments.Glorot2010.Glorot2010Experiment;

namespace Hillock.Lab.Experiments.Glorot2010;

/// <summary>The figures of the paper, and its table.</summary>
internal static class GlorotFigures
{
    private static readonly Dictionary<string, (double Shapeset, double Mnist)> Published = new()
    {
        [Softsign] = (16.27, 1.64), [SoftsignN] = (16.06, 1.72), [Tanh] = (27.15, 1.76), [TanhN] = (15.60, 1.64), [Sigmoid] = (82.61, 2.21),
    };

    public static IEnumerable<Section> AtStart(InitialState standard, InitialState normalised)
    {
        yield return new("Before training: figures 6 to 8")
        {
            Text = "tanh networks of five layers of 1000 units. With the standard initialisation activations shrink towards the output and gradients towards the input; "
                + "with the normalised one neither does.",
            Tables = [Jacobians(standard, normalised)],
            Figures =
            [
                ByLayer("initial-activations", "Deviation of activations", standard.Activations, normalised.Activations, 1),
                ByLayer("initial-gradients", "Deviation of back-propagated gradients", standard.Gradients, normalised.Gradients, 1),
                ByLayer("initial-weight-gradients", "Deviation of gradients by weights", standard.WeightGradients, normalised.WeightGradients, 2),
                Histograms("initial-histogram-standard", "Activations, standard", standard.Histograms, 0.5),
                Histograms("initial-histogram-normalised", "Activations, normalised", normalised.Histograms, 0.5),
            ],
        };
    }

    /// <summary>Table 1 and figure 11.</summary>
    public static Section Errors(IReadOnlyDictionary<string, GlorotRow> shapeset, IReadOnlyDictionary<string, GlorotRow> fashion) =>
        new("Table 1 and figure 11")
        {
            Text = "Published errors are those after 5 million updates of 1000 units; at this length only the order is to be compared. Fashion-MNIST stands "
                + "where the paper has MNIST.",
            Tables =
            [
                new("table-1", "Test error, %",
                    ["", "Shapeset", "published", "loss at the end", "rate", "Fashion-MNIST", "MNIST, published", "rate"],
                    [
                        .. shapeset.Select(row => (Cell[])
                        [
                            row.Key, row.Value.Curve.FinalError, PublishedOf(row.Key)?.Shapeset, row.Value.Curve.FinalLoss, row.Value.Rate,
                            fashion.GetValueOrDefault(row.Key)?.Curve.FinalError, PublishedOf(row.Key)?.Mnist,
                            fashion.GetValueOrDefault(row.Key)?.Rate,
                        ]),
                    ]),
            ],
            Figures = [ErrorCurves("test-error", "Figure 11: test error, Shapeset", shapeset), ErrorCurves("test-error-fashion", "Test error, Fashion-MNIST", fashion)],
        };

    private static (double Shapeset, double Mnist)? PublishedOf(string name) =>
        Published.TryGetValue(name, out var errors) ? errors : null;

    private static Figure ErrorCurves(string id, string title, IReadOnlyDictionary<string, GlorotRow> column) => new(id, title)
    {
        X = new("updates"),
        Y = new() { Unit = " %" },
        Series = [.. column.Select(row => new Series(row.Key, row.Value.Curve.Updates, row.Value.Curve.Errors) { Size = 1.4 })],
    };

    /// <summary>Figures 2 to 4, 9 and 10, and what becomes of figure 7 in training.</summary>
    public static IEnumerable<Section> InTraining(IReadOnlyDictionary<string, GlorotCurve> all)
    {
        yield return new("Sigmoid: figure 2")
        {
            Text = "The mean activation of each layer. Four layers may leave the collapse after a long time; five did not in the paper.",
            Figures =
            [
                Layers("sigmoid-4", "Four layers", all[Sigmoid4], layer => layer.Means), Layers("sigmoid-5", "Five layers", all[Sigmoid], layer => layer.Means),
            ],
        };
        yield return new("Tanh and softsign: figures 3 and 10")
        {
            Text = "The 98th percentile of the sizes of activations, and for figure 3 their standard deviation.",
            Figures =
            [
                Layers("percentiles-tanh", "Tanh", all[Tanh], layer => layer.Percentiles),
                Layers("percentiles-softsign", "Softsign", all[Softsign], layer => layer.Percentiles),
                Layers("percentiles-tanh-n", "Tanh N", all[TanhN], layer => layer.Percentiles),
                Layers("percentiles-softsign-n", "Softsign N", all[SoftsignN], layer => layer.Percentiles),
                Layers("deviations-tanh", "Tanh, standard deviation", all[Tanh], layer => layer.Deviations),
                Layers("deviations-softsign", "Softsign, standard deviation", all[Softsign], layer => layer.Deviations),
            ],
        };
        yield return new("Activations after training: figure 4")
        {
            Figures =
            [
                Histograms("histogram-tanh", "Tanh", all[Tanh].Histograms, 1), Histograms("histogram-softsign", "Softsign", all[Softsign].Histograms, 1),
            ],
        };
        yield return new("Back-propagated gradients in training: what becomes of figure 7")
        {
            Text = "The standard deviation of ∂L/∂u of each layer, u its pre-activations.",
            Figures =
            [
                Layers("gradients-tanh", "Tanh", all[Tanh], layer => layer.Gradients, isLogarithmic: true),
                Layers("gradients-tanh-n", "Tanh N", all[TanhN], layer => layer.Gradients, isLogarithmic: true),
            ],
        };
        yield return new("Gradients by weights in training: figure 9")
        {
            Figures =
            [
                Layers("weight-gradients-tanh", "Tanh", all[Tanh], layer => layer.WeightGradients, isLogarithmic: true),
                Layers("weight-gradients-tanh-n", "Tanh N", all[TanhN], layer => layer.WeightGradients, isLogarithmic: true),
            ],
        };
    }

    public static Section Surfaces(double[] quadratic, double[] crossEntropy) => new("Cost of two weights: figure 5")
    {
        Text = "p = sigmoid(w₂ tanh(w₁x)) on 40 random examples; dark is high. The weights reach to ±10, where units saturate: between ±4 neither cost is flat on more than a fortieth.",
        Figures = [Surface("cost-quadratic", "Quadratic cost", quadratic), Surface("cost-cross-entropy", "Cross-entropy", crossEntropy)],
    };

    public static Section Pictures(int seed)
    {
        const int columns = 8, rows = 3, side = ShapesetGenerator.Side;
        var batch = new ShapesetBatch(columns * rows, new SeededRandom((ulong)seed, 3)).Examples;
        var values = new double[columns * side * rows * side];
        for (var picture = 0; picture < columns * rows; picture++)
            for (var pixel = 0; pixel < side * side; pixel++)
            {
                var (x, y) = ((picture % columns * side) + (pixel % side), (picture / columns * side) + (pixel / side));
                values[(y * columns * side) + x] = batch.Inputs[(picture * side * side) + pixel];
            }

        return new("Some pictures")
        {
            Figures =
            [
                new("pictures", "Shapeset-3×2")
                {
                    Map = new(columns * side, rows * side, values, []) { XMin = 0, XMax = columns, YMin = 0, YMax = rows },
                },
            ],
        };
    }

    // 8/(3π) is the mean singular value for weights of variance 1/fan-in; the standard initialisation has a third of it.
    private static ResultTable Jacobians(InitialState standard, InitialState normalised) => new(
        "jacobians", "Jacobian from the hidden layer before, normalised initialisation and standard",
        ["layer", "mean singular value", "mean tanh′", "8/(3π) · mean tanh′", "standard", "mean tanh′", "8/(3π√3) · mean tanh′"],
        [
            .. normalised.Jacobians.Zip(standard.Jacobians).Select((pair, index) => (Cell[])
            [
                index + 2, pair.First.SingularValue, pair.First.Slope, GlorotChecks.LinearJacobian * pair.First.Slope,
                pair.Second.SingularValue, pair.Second.Slope, GlorotChecks.LinearJacobian / Math.Sqrt(3) * pair.Second.Slope,
            ]),
        ]);

    private static Figure ByLayer(string id, string title, IReadOnlyList<double> standard, IReadOnlyList<double> normalised, int first) => new(id, title)
    {
        X = new("hidden layer"),
        Y = new() { IsLogarithmic = true },
        Series =
        [
            new("standard", [.. standard.Select((_, layer) => (double)layer + first)], standard) { Style = SeriesStyle.LineAndDots },
            new("normalised", [.. normalised.Select((_, layer) => (double)layer + first)], normalised) { Style = SeriesStyle.LineAndDots },
        ],
    };

    private static Figure Histograms(string id, string title, IReadOnlyList<IReadOnlyList<double>> histograms, double reach) => new(id, title)
    {
        X = new("activation") { Min = -reach, Max = reach },
        Y = new("share") { Min = 0 },
        Series = [.. histograms.Select((shares, layer) => Series.Histogram($"layer {layer + 1}", ActivationHistogram.Edges, shares) with { Size = 1.2 })],
    };

    private static Figure Layers(
        string id, string title, GlorotCurve curve, Func<LayerCurve, IReadOnlyList<double>> quantity, bool isLogarithmic = false) => new(id, title)
    {
        X = new("updates"),
        Y = new() { IsLogarithmic = isLogarithmic },
        Series = [.. curve.Layers.Select((layer, index) => new Series($"layer {index + 1}", curve.Updates, quantity(layer)) { Size = 1.4 })],
    };

    private static Figure Surface(string id, string title, double[] costs) => new(id, title)
    {
        X = new("w₁"),
        Y = new("w₂"),
        IsSquare = true,
        Map = new(CostSurface.Side, CostSurface.Side, [.. costs.Select(cost => cost / costs.Max())], [])
        {
            XMin = -CostSurface.Reach, XMax = CostSurface.Reach, YMin = -CostSurface.Reach, YMax = CostSurface.Reach,
        },
    };
}
