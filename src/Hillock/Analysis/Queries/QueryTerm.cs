using Hillock.Analysis.Properties;
using Hillock.Analysis.Reports;

namespace Hillock.Analysis.Queries;

/// <summary>A statement that holds of an activation or not.</summary>
/// <param name="Name">Its name in conditions, in snake_case.</param>
/// <param name="Of">Whether it holds by a report; null where that is not decided.</param>
public sealed record Statement(string Name, Func<PropertyReport, bool?> Of);

/// <summary>A number that belongs to an activation.</summary>
/// <param name="Name">Its name in conditions, in snake_case.</param>
/// <param name="Of">Its bounds by a report; null where it does not exist or is not decided.</param>
public sealed record Quantity(string Name, Func<PropertyReport, Enclosure?> Of);
