namespace Hillock.Analysis.MeanField;

/// <summary>A point on the edge of chaos.</summary>
/// <param name="WeightDeviation">σ_w: weights are drawn with variance σ_w²/fan-in.</param>
/// <param name="FixedPoint">q* and what happens near it; χ₁ = 1.</param>
public sealed record EdgePoint(double WeightDeviation, VarianceFixedPoint FixedPoint);
