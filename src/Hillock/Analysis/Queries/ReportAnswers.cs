using Hillock.Analysis.Properties;
using Hillock.Analysis.Reports;

namespace Hillock.Analysis.Queries;

/// <summary>Answers from a report, which computes only what is asked for.</summary>
/// <param name="report">The report.</param>
public sealed class ReportAnswers(PropertyReport report) : IPropertyAnswers
{
    /// <inheritdoc/>
    public bool? Holds(Statement statement) => statement.Of(report);

    /// <inheritdoc/>
    public Enclosure? ValueOf(Quantity quantity) => quantity.Of(report);
}
