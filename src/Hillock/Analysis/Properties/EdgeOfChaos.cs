using Hillock.Analysis.MeanField;
using Hillock.Kernels;

namespace Hillock.Analysis.Properties;

/// <summary>The weights with which a wide network neither forgets nor scrambles its inputs: χ₁ = σ_w² E[f′(√q* Z)²] = 1 at a
/// fixed point q* of the variance map V(q) = σ_b² + σ_w² E[f(√q Z)²].</summary>
/// <param name="BiasDeviation">σ_b, for which this is asked.</param>
/// <param name="Points">The solutions that were found, by ascending q*; none where there is none.</param>
/// <param name="SearchedFrom">The least q* that was looked at, apart from 0; 0 where all are covered by a proof.</param>
/// <param name="SearchedTo">The greatest, at most 10⁴: beyond some q a function that grows fast has no moments.</param>
/// <remarks>Poole et al. 2016, "Exponential expressivity in deep neural networks through transient chaos"; Hayou, Doucet
/// and Rousseau 2019, "On the impact of the activation function on deep neural networks training".</remarks>
public sealed record EdgeOfChaos(
    double BiasDeviation, IReadOnlyList<EdgePoint> Points, double SearchedFrom, double SearchedTo)
{
    /// <summary>The point to begin a network at: the first that attracts, else the first; null where there is
    /// none.</summary>
    public EdgePoint? Best =>
        Points.FirstOrDefault(point => point.FixedPoint.Attraction == Attraction.Attracting)
        ?? (Points.Count > 0 ? Points[0] : null);

    /// <summary>The edge of chaos of an activation.</summary>
    /// <param name="kernel">The kernels of f.</param>
    /// <param name="biasDeviation">σ_b, 0 or more.</param>
    /// <param name="parameters">Values of the activation's parameters; none for the defaults.</param>
    public static Finding<EdgeOfChaos> Of(
        ActivationKernel<double> kernel, double biasDeviation, ReadOnlySpan<double> parameters = default)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        return Of(new AnalysedFunction(kernel, parameters), biasDeviation);
    }

    internal static Finding<EdgeOfChaos> Of(AnalysedFunction f, double biasDeviation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(biasDeviation);
        if (f.Derivative(1).IsZero)
            return new(
                new(biasDeviation, [], 0, double.PositiveInfinity), Certainty.Proved,
                "f′ is 0 almost everywhere, so that no σ_w makes χ₁ = 1.");
        if (HomogeneousSlopes.Of(f) is { } slopes) return Homogeneous(slopes, biasDeviation);
        var search = new EdgeSearch(new NormalQuadrature(f), biasDeviation);
        if (search.DefinedUpTo == 0)
            return new(null, Certainty.NotDecided, "E f² or E f′² under N(0, q) does not exist.");
        List<EdgePoint> points = [.. search.Points()];
        var isFixedAtZero = biasDeviation == 0 && f.ValueAt(0) == 0 && !search.HoldsForEveryVariance;
        if (isFixedAtZero && search.AtZero() is { WeightDeviation: > 0 and < double.PositiveInfinity } atZero)
            points.Insert(0, atZero);
        return new(
            new(biasDeviation, points, SignChanges.From, search.DefinedUpTo), Certainty.Measured,
            Because(points, SignChanges.Range(search.DefinedUpTo)));
    }

    private static Finding<EdgeOfChaos> Homogeneous(HomogeneousSlopes slopes, double biasDeviation)
    {
        List<EdgePoint> points = biasDeviation == 0 && slopes.MeanSquare > 0
            ? [new(1 / Math.Sqrt(slopes.MeanSquare), new(null, Chi: 1, Slope: 1, Attraction.Neutral))]
            : [];
        return new(
            new(biasDeviation, points, 0, double.PositiveInfinity),
            Certainty.Proved,
            $"f is {slopes}, so that V(q) = σ_b² + χ₁ q: with χ₁ = 1 every q is a fixed point for σ_b = 0, and none else.");
    }

    private static string Because(List<EdgePoint> points, string range) => points.Count == 0
        ? $"No q in {range} is a fixed point with χ₁ = 1, by quadrature at {SignChanges.Grid.Count} points."
        : $"All solutions that quadrature at {SignChanges.Grid.Count} points tells from their neighbours, for q* in {range}.";
}
