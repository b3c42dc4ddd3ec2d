namespace Hillock.Analysis.Properties;

/// <summary>A point where an activation is not continuous.</summary>
/// <param name="At">The double nearest to the point.</param>
/// <param name="FromLeft">The limit from the left; ±∞ at a pole, NaN where there is none.</param>
/// <param name="Value">The value there; NaN where the formula has none.</param>
/// <param name="FromRight">The limit from the right.</param>
public sealed record Discontinuity(double At, double FromLeft, double Value, double FromRight);
