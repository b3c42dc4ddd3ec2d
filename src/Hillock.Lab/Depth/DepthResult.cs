using Hillock.Analysis.MeanField;

namespace Hillock.Lab.Depth;

/// <summary>What theory and random networks say of a depth.</summary>
/// <param name="Settings">What was asked.</param>
/// <param name="WeightDeviation">σ_w: the weights have variance σ_w²/fan-in behind the first layer.</param>
/// <param name="Edge">The point on the edge of chaos that was taken; null for other initialisations.</param>
/// <param name="Layers">The hidden layers, input side first.</param>
/// <param name="Predicted">The reach of the gradient in theory; null where the numbers of a layer overflow before.</param>
/// <param name="Measured">The reach in a typical network; null where the numbers of a layer overflow before.</param>
public sealed record DepthResult(
    DepthSettings Settings, double WeightDeviation, EdgePoint? Edge, IReadOnlyList<DepthLayer> Layers,
    GradientReach? Predicted, GradientReach? Measured);
