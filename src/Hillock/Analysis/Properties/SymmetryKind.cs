namespace Hillock.Analysis.Properties;

/// <summary>The symmetry of a graph.</summary>
public enum SymmetryKind
{
    /// <summary>Neither odd nor even, nor odd about a point (0, c).</summary>
    None,

    /// <summary>f(−x) = −f(x).</summary>
    Odd,

    /// <summary>f(−x) = f(x).</summary>
    Even,

    /// <summary>f(−x) = 2c − f(x): the graph is symmetric about the point (0, c), c not 0.</summary>
    OddAboutAPoint,
}
