using System.Collections.Concurrent;
using System.Globalization;
using Hillock.Analysis.MeanField;
using Hillock.Lab.Laboratory.Results;
using Hillock.Lab.Reports;
using EdgeProperty = Hillock.Analysis.Properties.EdgeOfChaos;

namespace Hillock.Lab.Experiments.EdgeOfChaos;

/// <summary>What mean-field theory says of edges of chaos, beside what is published and what was computed elsewhere.</summary>
internal static class Theory
{
    // The published pairs were read off with about this precision.
    private const double Printed = 0.003;

    private static readonly (string Function, double BiasDeviation, double Published)[] PublishedPairs =
        [("tanh", 0.2, 1.302), ("elu", 0.2, 1.227), ("relu", 0, Math.Sqrt(2))];

    // Computed for the laboratory with another quadrature (96 × 20 Gauss–Legendre nodes on [−12, 12]).
    private static readonly (string Function, double BiasDeviation, double WeightDeviation, bool Repels)[] Computed =
    [
        ("tanh", 0.2, 1.3041, false), ("elu", 0.2, 1.2293, false), ("selu", 0.2, 0.9375, false),
        ("softsign", 0.2, 1.7296, false), ("arctan", 0.2, 1.3083, false), ("gelu", 0.2, 1.5470, true),
        ("silu", 0.2, 1.6795, true), ("mish", 0.2, 1.4634, true), ("sigmoid", 0.2, 10.1540, false),
    ];

    // Poole and others plot tanh with σ_b = 0.3 at these weights; q* and χ₁ were computed for the laboratory.
    private static readonly (double WeightDeviation, double Variance, double Chi)[] Regimes =
        [(1.3, 0.607, 0.940), (2.5, 4.079, 1.585), (4.0, 12.604, 2.367)];

    // Checks, table and networks ask for the same few, and a search takes a tenth of a second.
    private static readonly ConcurrentDictionary<(string Function, double BiasDeviation), EdgeProperty> Edges = new();

    // The table and a check ask for the same, and a map settles in hundreds of steps near the edge.
    private static readonly ConcurrentDictionary<(string Function, double Weights, double Biases), CorrelationMap> Maps = new();

    private static readonly double[] BiasDeviations = [0, 0.05, 0.1, 0.2, 0.3, 0.5];

    /// <summary>The weights of tanh that Poole and others plot.</summary>
    public static IEnumerable<double> PublishedWeights => Regimes.Select(row => row.WeightDeviation);

    /// <summary>The best edge of an activation for a deviation of the biases.</summary>
    public static EdgePoint EdgeOf(string function, double biasDeviation) => EdgesOf(function, biasDeviation).Best!;

    /// <summary>ξ_c = −1/ln C′(c*): in so many layers the correlation of two inputs comes nearer to its fixed point c* by the
    /// factor e. It is 1/|ln χ₁| where c* = 1, in the ordered phase, and less in the chaotic one; ∞ on the edge.</summary>
    public static double CorrelationDepth(string function, double weightDeviation, double biasDeviation) =>
        MapOf(function, weightDeviation, biasDeviation).Depth();

    /// <summary>c*, the correlation at which inputs settle that began unlike.</summary>
    public static double Correlation(string function, double weightDeviation, double biasDeviation) =>
        MapOf(function, weightDeviation, biasDeviation).FixedPoint;

    private static CorrelationMap MapOf(string function, double weightDeviation, double biasDeviation) => Maps.GetOrAdd(
        (function, weightDeviation, biasDeviation),
        key => new(
            Activation.Parse(key.Function).Kernel<double>(), key.Weights, key.Biases,
            FixedPoint(key.Function, key.Weights, key.Biases).Variance!.Value));

    /// <summary>The fixed point of variances off the edge.</summary>
    public static VarianceFixedPoint FixedPoint(string function, double weightDeviation, double biasDeviation)
    {
        var layers = SignalPropagation.Predict(
            Activation.Parse(function).Kernel<double>(), weightDeviation * weightDeviation,
            biasDeviation * biasDeviation, 1, 300);
        var last = layers[^1];
        // Behind so many layers the variance is that of the fixed point.
        return new(last.Variance, last.GradientFactor, double.NaN, Attraction.Attracting);
    }

    public static IEnumerable<Check> Checks()
    {
        foreach (var (function, bias, published) in PublishedPairs)
        {
            yield return Check.Within(
                string.Create(CultureInfo.InvariantCulture, $"The edge of {function} for σ_b = {bias} is at σ_w"),
                EdgeOf(function, bias).WeightDeviation, published - Printed, published + Printed, digits: 5) with
            {
                Published = Numbers.Significant(published, 4) + " (Hayou and others, on the NTK at large depth)",
            };
        }

        var worst = Computed.Max(row => Math.Abs(EdgeOf(row.Function, row.BiasDeviation).WeightDeviation - row.WeightDeviation));
        yield return Check.Within("All edges of the table agree with another quadrature, largest difference", worst, 0, 1e-4, 2);
        var flagged = Computed.Where(row => IsRepelling(EdgeOf(row.Function, row.BiasDeviation))).Select(row => row.Function);
        yield return Check.That(
            "The fixed point repels on the edge of gelu, silu and mish, and of no other", flagged.SequenceEqual(
                Computed.Where(row => row.Repels).Select(row => row.Function)), Numbers.List([.. flagged]));
        yield return Check.Within(
            "Sigmoid has an edge for σ_b = 0 too, at weights that nobody draws: σ_w", EdgeOf("sigmoid", 0).WeightDeviation,
            10.149 - 1e-3, 10.149 + 1e-3, digits: 6) with
        {
            Remark = "computed before: 10.149; the equations have a solution, though sigmoid is often said to have none",
        };
        var softplus = BiasDeviations.Where(bias => EdgesOf("softplus", bias).Best is not null).ToList();
        yield return Check.That(
            "Softplus has no edge for any σ_b of " + Numbers.List([.. BiasDeviations.Select(Numbers.Plain)]), softplus.Count == 0,
            softplus.Count == 0 ? "none found" : "one for σ_b = " + Numbers.List([.. softplus.Select(Numbers.Plain)]));
        var differences = Regimes.Select(row => (row, Found: FixedPoint("tanh", row.WeightDeviation, 0.3))).ToList();
        yield return Check.That(
            "tanh with σ_b = 0.3 is ordered at σ_w = 1.3 and chaotic at 2.5 and 4: χ₁",
            differences.All(pair => Math.Abs(pair.Found.Chi - pair.row.Chi) < 1e-3
                && Math.Abs(pair.Found.Variance!.Value - pair.row.Variance) < 1e-3),
            string.Join(", ", differences.Select(pair => Numbers.Fixed(pair.Found.Chi, 3)))) with
        {
            Remark = "computed before: 0.940, 1.585, 2.367",
        };
    }

    public static ResultTable Table() => new(
        "edges", "Edges of chaos", ["function", "σ_b", "σ_w", "q*", "V′(q*)", "fixed point", "computed elsewhere"],
        [
            .. Computed.Select(row =>
            {
                var edge = EdgeOf(row.Function, row.BiasDeviation);
                return (Cell[])
                [
                    row.Function, row.BiasDeviation, edge.WeightDeviation, edge.FixedPoint.Variance, edge.FixedPoint.Slope,
                    IsRepelling(edge) ? "repels" : "attracts", row.WeightDeviation,
                ];
            }),
        ])
    {
        Digits = 5,
        Note = "V′(q*) above 1 means that the variance leaves q* from layer to layer: such an edge cannot be trained on.",
    };

    private static EdgeProperty EdgesOf(string function, double biasDeviation) => Edges.GetOrAdd(
        (function, biasDeviation),
        key => EdgeProperty.Of(Activation.Parse(key.Function).Kernel<double>(), key.BiasDeviation).Value!);

    private static bool IsRepelling(EdgePoint edge) => edge.FixedPoint.Attraction == Attraction.Repelling;
}
