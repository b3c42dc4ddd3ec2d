namespace Hillock.Analysis.Properties;

/// <summary>Whether f(λx) = λᵏ·f(x) for all λ &gt; 0.</summary>
/// <param name="IsHomogeneous">Whether there is such a k.</param>
/// <param name="Degree">k; null where there is none, or where f is 0 and every k fits.</param>
public sealed record Homogeneity(bool IsHomogeneous, double? Degree = null);
