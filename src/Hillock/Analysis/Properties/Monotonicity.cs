namespace Hillock.Analysis.Properties;

/// <summary>How an activation rises and falls on its domain.</summary>
public enum Monotonicity
{
    /// <summary>x &lt; y implies f(x) &lt; f(y).</summary>
    Increasing,

    /// <summary>x &lt; y implies f(x) ≤ f(y); equality occurs, or is not ruled out.</summary>
    NonDecreasing,

    /// <summary>One value.</summary>
    Constant,

    /// <summary>x &lt; y implies f(x) ≥ f(y); equality occurs, or is not ruled out.</summary>
    NonIncreasing,

    /// <summary>x &lt; y implies f(x) &gt; f(y).</summary>
    Decreasing,

    /// <summary>It rises somewhere and falls somewhere.</summary>
    NotMonotone,
}
