using Hillock.Analysis.Reports;
using Hillock.Expressions;

namespace Hillock.Analysis.Queries;

/// <summary>A condition on the properties of an activation, such as <c>smooth and bounded_below and not monotone</c>.
/// </summary>
/// <remarks>
/// Names of <see cref="QueryTerms"/>, comparisons of a quantity with a number (<c>lipschitz &lt;= 1</c>), <c>not</c>,
/// <c>and</c>, <c>or</c> (in this order of strength) and brackets. The logic has three values: a property that is not
/// decided makes the answer undecided, unless the rest decides it.
/// </remarks>
public sealed class PropertyQuery
{
    private readonly Func<IPropertyAnswers, bool?> _condition;

    private PropertyQuery(string text, Func<IPropertyAnswers, bool?> condition) => (Text, _condition) = (text, condition);

    /// <summary>The condition as it was typed.</summary>
    public string Text { get; }

    /// <summary>Reads a condition.</summary>
    /// <exception cref="FormulaException">It cannot be read; the message points at the place and names the properties.
    /// </exception>
    public static PropertyQuery Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new PropertyQuery(text, QueryParser.Parse(text));
    }

    /// <summary>Whether an activation satisfies it; null where the answers do not decide that.</summary>
    public bool? Holds(IPropertyAnswers answers) => _condition(answers);

    /// <summary>Whether an activation satisfies it; null where its report does not decide that.</summary>
    public bool? Holds(PropertyReport report) => Holds(new ReportAnswers(report));
}
