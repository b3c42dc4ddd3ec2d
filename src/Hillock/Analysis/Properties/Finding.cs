namespace Hillock.Analysis.Properties;

/// <summary>One statement of the property report: what is claimed, how sure it is, and why.</summary>
/// <param name="Value">What is claimed; default where nothing is decided.</param>
/// <param name="Status">How far it can be trusted.</param>
/// <param name="Because">The argument in one sentence, or the reason why nothing is decided.</param>
public sealed record Finding<T>(T? Value, Certainty Status, string Because) : IFinding
{
    object? IFinding.Value => Status == Certainty.NotDecided ? null : Value;
}
