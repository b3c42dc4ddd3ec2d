using Hillock.Analysis.Properties;

namespace Hillock.Analysis.Queries;

/// <summary>Something that answers the terms of a condition: a report, or a row of a table that was computed before.
/// </summary>
public interface IPropertyAnswers
{
    /// <summary>Whether a statement of <see cref="QueryTerms.Statements"/> holds; null where that is not decided.</summary>
    bool? Holds(Statement statement);

    /// <summary>A quantity of <see cref="QueryTerms.Quantities"/>; null where it does not exist or is not decided.</summary>
    Enclosure? ValueOf(Quantity quantity);
}
