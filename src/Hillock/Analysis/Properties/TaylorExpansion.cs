namespace Hillock.Analysis.Properties;

/// <summary>The Taylor series of an activation at 0.</summary>
/// <param name="Coefficients">Enclosures of f⁽ᵏ⁾(0)/k! for k = 0, 1, …; a coefficient that is 0 is exactly 0.</param>
/// <param name="ExactCoefficients">The same numbers as formulas, such as <c>1/2*2^(1/2)*pi^(-1/2)</c>.</param>
/// <param name="Radius">The radius of convergence, which is the distance of the nearest complex singularity of the piece
/// that 0 lies in, to within 1e-6 of itself; +∞ for an entire function, null where it is not known.</param>
/// <param name="Ends">Whether all further coefficients are 0: around 0 the activation is a polynomial.</param>
public sealed record TaylorExpansion(
    IReadOnlyList<Enclosure> Coefficients, IReadOnlyList<string> ExactCoefficients, double? Radius, bool Ends)
{
    /// <summary>The products x₁ⁱ·x₂ʲ (i ≥ j ≥ 1) that f(w₁x₁ + w₂x₂) contains: those with f⁽ⁱ⁺ʲ⁾(0) ≠ 0. Up to the
    /// highest coefficient.</summary>
    public IReadOnlyList<(int Power1, int Power2)> Products =>
    [
        .. from order in Enumerable.Range(2, Math.Max(0, Coefficients.Count - 2))
           where Coefficients[order] is not { Lower: <= 0, Upper: >= 0 }
           from power2 in Enumerable.Range(1, order / 2)
           select (order - power2, power2),
    ];
}
