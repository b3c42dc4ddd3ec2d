namespace Hillock.Analysis.Properties;

/// <summary>What iterating f does near a fixed point.</summary>
public enum Stability
{
    /// <summary>It draws near points to it: |f′| &lt; 1 on both sides, or f rises and f(x) − x falls through 0.</summary>
    Attracting,

    /// <summary>It drives near points away: |f′| &gt; 1 on both sides, or f and f(x) − x both rise.</summary>
    Repelling,

    /// <summary>Neither, or not known: the slope is −1, or the two sides differ.</summary>
    Undecided,
}

/// <summary>A solution of f(x) = x.</summary>
/// <param name="At">Encloses x.</param>
/// <param name="Slope">Encloses f′ there, of both sides at a kink.</param>
/// <param name="Stability">What iterating does.</param>
public sealed record FixedPoint(Enclosure At, Enclosure Slope, Stability Stability);

/// <summary>All solutions of f(x) = x.</summary>
/// <param name="Points">The isolated ones, from left to right.</param>
/// <param name="Intervals">The intervals on which f(x) = x throughout, from left to right.</param>
public sealed record FixedPoints(IReadOnlyList<FixedPoint> Points, IReadOnlyList<FixedInterval> Intervals);

/// <summary>An interval on which f(x) = x throughout.</summary>
/// <param name="Lower">Where it begins; −∞ where it has no beginning.</param>
/// <param name="Upper">Where it ends; ∞ where it has no end.</param>
/// <param name="IncludesLower">Whether f(x) = x at the beginning too; it is not where f jumps away there.</param>
/// <param name="IncludesUpper">The same of the end.</param>
public sealed record FixedInterval(double Lower, double Upper, bool IncludesLower, bool IncludesUpper);
