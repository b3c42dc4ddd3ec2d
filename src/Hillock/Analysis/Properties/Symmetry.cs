namespace Hillock.Analysis.Properties;

/// <summary>The symmetry of an activation.</summary>
/// <param name="Kind">Odd, even, odd about a point, or none.</param>
/// <param name="Centre">c, where it is odd about (0, c); 0 where it is odd; else null.</param>
public sealed record Symmetry(SymmetryKind Kind, double? Centre = null);
