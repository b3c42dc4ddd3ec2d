namespace Hillock.Analysis.Properties;

/// <summary>Whether a theorem of universal approximation applies to an activation.</summary>
/// <param name="Theorem">Authors and year.</param>
/// <param name="Applies">Whether it applies; null where that is not decided.</param>
/// <param name="Condition">The condition that holds or fails.</param>
public sealed record TheoremVerdict(string Theorem, bool? Applies, string Condition);
