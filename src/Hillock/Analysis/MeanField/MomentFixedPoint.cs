namespace Hillock.Analysis.MeanField;

/// <summary>A fixed point of the map from mean μ and variance ν of the activations of one layer to those of the next,
/// where the weights of a unit have the sum ω = 0 and the sum of squares τ = 1: μ̃ = E f(√ν Z), ν̃ = Var f(√ν Z).</summary>
/// <param name="Mean">μ.</param>
/// <param name="Variance">ν.</param>
/// <param name="MeanByVariance">∂μ̃/∂ν. With ω = 0 nothing depends on μ, so the first column of the Jacobian is 0.</param>
/// <param name="VarianceByVariance">∂ν̃/∂ν.</param>
/// <remarks>Klambauer, Unterthiner, Mayr and Hochreiter 2017, "Self-normalizing neural networks", equations 4 and 5.
/// </remarks>
public sealed record MomentFixedPoint(double Mean, double Variance, double MeanByVariance, double VarianceByVariance)
{
    /// <summary>The spectral norm of the Jacobian; below 1 the map is a contraction near the point.</summary>
    public double SpectralNorm => Math.Sqrt((MeanByVariance * MeanByVariance) + (VarianceByVariance * VarianceByVariance));

    /// <summary>Where nearby pairs go, by ∂ν̃/∂ν, the Jacobian's only eigenvalue that is not 0.</summary>
    public Attraction Attraction => VarianceMap.AttractionOf(VarianceByVariance);
}
