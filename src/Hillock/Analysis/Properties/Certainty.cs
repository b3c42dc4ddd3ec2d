namespace Hillock.Analysis.Properties;

/// <summary>How far a statement about an activation can be trusted.</summary>
public enum Certainty
{
    /// <summary>Follows from the expression by a symbolic argument or by interval arithmetic with outward rounding.
    /// </summary>
    Proved,

    /// <summary>A number enclosed by proved bounds that do not coincide.</summary>
    Bounded,

    /// <summary>Computed in floating point at finitely many points; no proof.</summary>
    Measured,

    /// <summary>No answer; the finding says why.</summary>
    NotDecided,
}
