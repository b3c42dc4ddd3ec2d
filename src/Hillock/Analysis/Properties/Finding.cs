namespace Hillock.Analysis.Properties;

/// <summary>One statement of the property report: what is claimed, how sure it is, and why.</summary>
/// <param name="Value">What is claimed; default where nothing is decided.</param>
/// <param name="Status">How far it can be trusted.</param>
/// <param name="Because">The argument in one sentence, or the reason why nothing is decided.</param>
public sealed record Finding<T>(T? Value, Certainty Status, string Because) : IFinding
{
    // A whole of which a part is not decided is an object that says so of the part; a false or a 0 would be a claim.
    object? IFinding.Value => Status == Certainty.NotDecided && typeof(T).IsValueType ? null : Value;
}
