using Hillock.Analysis.Properties;

namespace Hillock.Analysis.Reports;

/// <summary>One line of a report.</summary>
/// <param name="Key">The name of the property in snake_case, as in JSON.</param>
/// <param name="Side"><c>left</c> or <c>right</c> where a property has a line for each side; else null.</param>
/// <param name="Title">Its name for readers.</param>
/// <param name="Finding">What is claimed, how sure it is, and why.</param>
/// <param name="Text">What is claimed, in a phrase.</param>
public sealed record PropertyLine(string Key, string? Side, string Title, IFinding Finding, string Text);
