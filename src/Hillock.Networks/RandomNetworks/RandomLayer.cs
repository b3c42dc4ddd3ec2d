namespace Hillock.Networks.RandomNetworks;

/// <summary>What one hidden layer of a random network does, over its units and all examples.</summary>
/// <param name="Layer">The layer, counted from 1 at the input side.</param>
/// <param name="PreActivationSquare">The mean square of the pre-activations u, whose mean over random weights is 0.
/// </param>
/// <param name="Mean">The mean of f(u).</param>
/// <param name="Variance">The variance of f(u).</param>
/// <param name="GradientSquare">The mean square of ∂L/∂u, where the gradients by the outputs have mean square 1.</param>
public sealed record RandomLayer(
    int Layer, double PreActivationSquare, double Mean, double Variance, double GradientSquare);
