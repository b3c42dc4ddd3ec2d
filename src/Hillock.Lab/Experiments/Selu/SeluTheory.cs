using Hillock.Analysis.MeanField;
using Hillock.Lab.Laboratory.Results;
using Hillock.Lab.Reports;

namespace Hillock.Lab.Experiments.Selu;

/// <summary>The map from mean and variance of a layer's activations to those of the next, for selu.</summary>
/// <remarks>Klambauer and others 2017, equations 4 and 5: pre-activations are N(μω, ντ) for the sum ω and the sum of squares τ
/// of a unit's weights.</remarks>
internal static class SeluTheory
{
    private const int Nodes = 4000;
    private const double Reach = 12;

    // Printed by the authors' notebook with these digits.
    private const double PublishedAlpha = 1.6732632423543778;
    private const double PublishedLambda = 1.0507009873554805;

    private static readonly Activation Selu = Activation.Parse("selu");

    private static readonly double[] Places =
        [.. Enumerable.Range(0, Nodes).Select(i => Reach * ((2.0 * (i + 0.5) / Nodes) - 1))];

    private static readonly double[] Densities = [.. Places.Select(place => Math.Exp(-place * place / 2))];

    /// <summary>α and λ from their closed forms: the fixed point (0, 1) determines them.</summary>
    public static (double Alpha, double Lambda) ClosedForms()
    {
        var (one, two) = (Math.Sqrt(Math.E) * Erfc(1 / Math.Sqrt(2)), Math.E * Math.E * Erfc(Math.Sqrt(2)));
        var alpha = Math.Sqrt(2 / Math.PI) / (1 - one);
        return (alpha, 1 / Math.Sqrt(0.5 + (0.5 * alpha * alpha * (1 - (2 * one) + two))));
    }

    /// <summary>Mean and variance behind a layer.</summary>
    public static (double Mean, double Variance) Next(double mean, double variance, double sum = 0, double squares = 1)
    {
        var (centre, deviation) = (mean * sum, Math.Sqrt(variance * squares));
        var (x, y) = (new double[Nodes], new double[Nodes]);
        for (var i = 0; i < Nodes; i++) x[i] = centre + (deviation * Places[i]);
        Selu.Kernel<double>().Value(x, y);
        var (first, second, weight) = (0.0, 0.0, 0.0);
        for (var i = 0; i < Nodes; i++)
        {
            weight += Densities[i];
            first += Densities[i] * y[i];
            second += Densities[i] * y[i] * y[i];
        }

        first /= weight;
        return (first, (second / weight) - (first * first));
    }

    /// <summary>The variances of layer after layer from a start.</summary>
    public static IReadOnlyList<double> Variances(double start, int layers)
    {
        var (state, variances) = ((Mean: 0.0, Variance: start), new List<double> { start });
        for (var layer = 0; layer < layers; layer++)
        {
            state = Next(state.Mean, state.Variance);
            variances.Add(state.Variance);
        }

        return variances;
    }

    /// <summary>What is proved or published of it.</summary>
    public static IEnumerable<Check> Checks()
    {
        var (alpha, lambda) = ClosedForms();
        yield return Check.Within(
            "α and λ of the closed forms are those of the authors: largest difference",
            Math.Max(Math.Abs(alpha - PublishedAlpha), Math.Abs(lambda - PublishedLambda)), 0, 2e-14, 2) with
        {
            Published = "1.6732632423543778 and 1.0507009873554805 (authors' notebook)",
        };
        var defaults = Selu.Parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Default);
        yield return Check.Within(
            "and those of the catalogue: largest difference",
            Math.Max(Math.Abs(alpha - defaults["alpha"]), Math.Abs(lambda - defaults["scale"])), 0, 2e-14, 2);
        var (mean, variance) = Next(0, 1);
        yield return Check.Within("(0, 1) is a fixed point: largest difference", Math.Max(Math.Abs(mean), Math.Abs(variance - 1)), 0, 1e-6, 2) with
        {
            Published = "(0, 1) (theorem 1)",
        };
        var point = Selu.Properties().SelfNormalising.Value!.FixedPoints.First(found => Math.Abs(found.Variance - 1) < 1e-3);
        // Ours was computed with another quadrature: 0.0888348 and 0.7826479.
        yield return Check.Within("∂(mean)/∂(variance) there", point.MeanByVariance, 0.0888348 - 1e-6, 0.0888348 + 1e-6, 7) with { Published = "0.088834" };
        yield return Check.Within("∂(variance)/∂(variance) there", point.VarianceByVariance, 0.7826479 - 1e-6, 0.7826479 + 1e-6, 7) with { Published = "0.782648" };
        yield return Check.Within("Spectral norm of the Jacobian", point.SpectralNorm, 0.787673 - 1e-6, 0.787673 + 1e-6, 6) with { Published = "0.7877 < 1" };
        yield return FromAfar();
        yield return Domain();
        var moments = GaussianMomentsOfSlope();
        yield return Check.Within("The gradient grows: E f′² at the fixed point", moments, 1.071575 - 1e-6, 1.071575 + 1e-6, 7) with
        {
            Remark = "above 1: the fixed point of mean and variance is not the edge of chaos",
        };
    }

    private static Check FromAfar()
    {
        (double Start, int Layers, double Expected)[] rows = [(16, 12, 1.15), (3, 10, 1.095), (0.2, 12, 0.907)];
        var found = rows.Select(row => Variances(row.Start, row.Layers)[^1]).ToList();
        return Check.That(
            "From variance 16, 3 and 0.2 it comes to 1.15, 1.095 and 0.907 in 12, 10 and 12 layers",
            rows.Zip(found).All(pair => Math.Abs(pair.First.Expected - pair.Second) < 6e-3), string.Join(", ", found.Select(value => Numbers.Fixed(value, 3)))) with
        {
            Remark = "computed before with another quadrature",
        };
    }

    // Theorem 1: a corner or a middle of the domain of (μ, ν, ω, τ) is mapped into the domain of the fixed points after some layers.
    private static Check Domain()
    {
        var (outside, all) = (0, 0);
        foreach (var mean in new[] { -0.1, 0, 0.1 })
            foreach (var variance in new[] { 0.8, 1.1, 1.5 })
                foreach (var sum in new[] { -0.1, 0, 0.1 })
                    foreach (var squares in new[] { 0.95, 1, 1.1 })
                    {
                        var state = (Mean: mean, Variance: variance);
                        for (var layer = 0; layer < 200; layer++) state = Next(state.Mean, state.Variance, sum, squares);
                        all++;
                        outside += state.Mean is >= -0.03106 and <= 0.06773 && state.Variance is >= 0.80009 and <= 1.48617 ? 0 : 1;
                    }

        return Check.That("All of the domain of theorem 1 (a grid of 81 points) goes to fixed points within its bounds", outside == 0, $"{all - outside} of {all}") with
        {
            Published = "μ in [−0.03106, 0.06773], ν in [0.80009, 1.48617]",
        };
    }

    private static double GaussianMomentsOfSlope() =>
        SignalPropagation.Predict(Selu.Kernel<double>(), 1, 0, 1, 1)[0].GradientFactor;

    // erfc by the library's own kernel.
    private static double Erfc(double x)
    {
        var value = new double[1];
        Activation.Parse("1 - erf(x)").Kernel<double>().Value([x], value);
        return value[0];
    }
}
