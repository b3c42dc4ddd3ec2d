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
    /// <summary>Whether f jumps somewhere, so that χ₁ and ξ_c are those of gradients alone: E f′² takes no notice of a
    /// jump, which parts two like inputs.</summary>
    public bool IsOfGradientsAlone { get; init; }

    /// <summary>Whether all q* are covered, by a proof.</summary>
    public bool IsComplete => SearchedFrom == 0 && double.IsPositiveInfinity(SearchedTo);

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
        if (search.DefinedUpTo == 0) return new(null, Certainty.NotDecided, WhyNoMoments(f));
        if (search.SeemsToHoldForEveryVariance)
            return new(null, Certainty.NotDecided, "V(q) = q with χ₁ = 1 to what quadrature tells, for all q that were "
                + "looked at; f is not proved to be positively homogeneous.");
        List<EdgePoint> points = [.. search.Points()];
        if (biasDeviation == 0 && IsZeroAtZero(f) && search.AtZero() is { } atZero) points.Insert(0, atZero);
        var isOfGradientsAlone = Jumps(f);
        var edge = new EdgeOfChaos(biasDeviation, points, SignChanges.From, search.DefinedUpTo)
        {
            IsOfGradientsAlone = isOfGradientsAlone,
        };
        return new(edge, Certainty.Measured, Because(edge));
    }

    private static bool IsZeroAtZero(AnalysedFunction f) =>
        ZeroAtZeroProperty.Of(f) is { Status: Certainty.Proved } proved ? proved.Value : f.ValueAt(0) == 0;

    private static string WhyNoMoments(AnalysedFunction f) => Divergence.OfSlopeSquare(f) is { } reason
        ? $"E f′² under N(0, q): {reason}"
        : "E f² or E f′² under N(0, q) does not exist, or its quadrature does not settle.";

    // Where f is merely undefined at a point, nothing is parted.
    private static bool Jumps(AnalysedFunction f) => DiscontinuitiesProperty.Of(f) is
        { Status: Certainty.Proved, Value: var points }
        && (points is null || points.Any(point => !point.FromLeft.Equals(point.FromRight)));

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

    private static string Because(EdgeOfChaos edge)
    {
        var how = $"by quadrature at {SignChanges.CountUpTo(edge.SearchedTo)} points of {SignChanges.Range(edge.SearchedTo)}";
        var (hasZero, others) = (edge.Points.Any(point => point.FixedPoint.Variance == 0), edge.Points.Any(
            point => point.FixedPoint.Variance > 0));
        return (hasZero ? "q* = 0 as f(0) = 0, σ_w by the slopes at 0, and attraction by V(q) beside it. " : "")
            + (others
                ? $"q* > 0: all solutions that are told from their neighbours, {how}."
                : $"q* > 0: none is found, {how}.")
            + (edge.IsOfGradientsAlone ? " f jumps, so that χ₁ and ξ_c are those of gradients, not of like inputs." : "");
    }
}
