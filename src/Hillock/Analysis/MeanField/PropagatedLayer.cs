namespace Hillock.Analysis.MeanField;

/// <summary>What mean-field theory says of one hidden layer of a wide random network.</summary>
/// <param name="Layer">The layer, counted from 1 at the input side.</param>
/// <param name="Variance">q, the variance of its pre-activations u over random weights.</param>
/// <param name="Mean">E[f(u)], u ~ N(0, q).</param>
/// <param name="OutputVariance">Var[f(u)].</param>
/// <param name="GradientFactor">χ = σ_w² E[f′(u)²]: how the variance of ∂L/∂u grows on its way from the next layer into
/// this one.</param>
public sealed record PropagatedLayer(
    int Layer, double Variance, double Mean, double OutputVariance, double GradientFactor);
