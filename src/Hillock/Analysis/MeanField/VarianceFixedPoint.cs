namespace Hillock.Analysis.MeanField;

/// <summary>A fixed point q* = V(q*) of the variance map V(q) = σ_b² + σ_w² E[f(√q Z)²].</summary>
/// <param name="Variance">q*; null where every q is a fixed point.</param>
/// <param name="Chi">χ₁ = σ_w² E[f′(√q* Z)²], by which a layer multiplies the variance of gradients and the distance of two
/// like inputs: below 1 ordered, above 1 chaotic. Of gradients alone where f jumps.</param>
/// <param name="Slope">V′(q*), by which a layer multiplies a small deviation of the variance.</param>
/// <param name="Attraction">Where nearby variances go: by V′, and by V(q) itself where V′ is 1.</param>
/// <remarks>Poole et al. 2016; Schoenholz et al. 2017, equations 3 to 10.</remarks>
public sealed record VarianceFixedPoint(double? Variance, double Chi, double Slope, Attraction Attraction)
{
    /// <summary>ξ_q = 1/|ln V′|: in so many layers a deviation of the variance falls (or grows, where the point repels) by
    /// the factor e; ∞ where it does so more slowly than any exponential.</summary>
    public double VarianceDepth => Depth(Slope);

    /// <summary>ξ_c = 1/|ln χ₁|: in so many layers the distance of two like inputs, and the variance of a gradient, falls
    /// (or grows) by the factor e; ∞ on the edge of chaos.</summary>
    public double CorrelationDepth => Depth(Chi);

    // What differs from 1 by less is not told apart from it by the quadrature.
    internal const double SameAsOne = 1e-7;

    private static double Depth(double factor) =>
        Math.Abs(factor - 1) < SameAsOne ? double.PositiveInfinity : 1 / Math.Abs(Math.Log(Math.Abs(factor)));
}
