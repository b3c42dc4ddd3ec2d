namespace Hillock.Analysis.Properties;

/// <summary>How an activation is bent on its domain.</summary>
public enum Curvature
{
    /// <summary>A straight line: both convex and concave.</summary>
    Affine,

    /// <summary>No chord lies below the curve.</summary>
    Convex,

    /// <summary>No chord lies above the curve.</summary>
    Concave,

    /// <summary>Neither.</summary>
    Neither,
}
