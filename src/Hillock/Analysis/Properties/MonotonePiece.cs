namespace Hillock.Analysis.Properties;

/// <summary>A longest open interval on which an activation is monotone.</summary>
/// <param name="From">Encloses its left end; −∞ at both ends where there is none.</param>
/// <param name="To">Encloses its right end; ∞ at both ends where there is none.</param>
/// <param name="Monotonicity">What f is there.</param>
public sealed record MonotonePiece(Enclosure From, Enclosure To, Monotonicity Monotonicity);

/// <summary>A point at which an activation turns from rising to falling or back.</summary>
/// <param name="At">Encloses the point.</param>
/// <param name="Value">Encloses f there.</param>
/// <param name="IsMaximum">Whether it is a local maximum, else a minimum.</param>
public sealed record Extremum(Enclosure At, Enclosure Value, bool IsMaximum);
