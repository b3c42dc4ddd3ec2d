using System.Globalization;
using Hillock.Catalogue;
using Hillock.Catalogue.Groups;
using Hillock.Expressions;

namespace Hillock.Cli.Commands;

/// <summary>A family as <c>list</c> shows it, whether its functions are of one element or of several.</summary>
internal sealed record ListedFamily(string Name, string Description, IReadOnlyList<ListedEntry> Entries)
{
    public static ListedFamily Of(Family family) => new(family.Name, family.Description,
    [
        .. family.Entries.Select(entry => new ListedEntry(
            entry.Id, entry.Year, entry.FormulaText, entry.Citation, entry.Parameters,
            [.. entry.AlsoKnownAs.Select(synonym => synonym.Name)], () => EntryDescription.Of(entry, family))
        {
            OfOneElement = entry,
        }),
    ]);

    public static ListedFamily Of(GroupFamily family) => new(family.Name, family.Description,
    [
        .. family.Entries.Select(entry => new ListedEntry(
            entry.Id, entry.Year, entry.FormulaText, entry.Citation, entry.Parameters,
            [.. entry.AlsoKnownAs.Select(synonym => synonym.Name)], () => GroupDescription.Of(entry, family))),
    ]);
}

/// <summary>One function of the list.</summary>
internal sealed record ListedEntry(
    string Id, int? Year, string Formula, string Citation, IReadOnlyList<ActivationParameter> Parameters,
    IReadOnlyList<string> OtherNames, Func<object> Describe)
{
    /// <summary>The entry of the catalogue where it is a function of one element, else null.</summary>
    public CatalogueEntry? OfOneElement { get; init; }

    /// <summary>The line of the list.</summary>
    public string Line
    {
        get
        {
            var parameters = string.Join(", ", Parameters.Select(ParameterText.Of));
            return $"  {Id,-29} {Year?.ToString(CultureInfo.InvariantCulture) ?? "",-4}  "
                + Formula + (parameters.Length == 0 ? "" : "   " + parameters);
        }
    }

    /// <summary>Whether names, formula or citation contain a text.</summary>
    public bool Matches(string? filter) =>
        filter is null
        || OtherNames.Concat([Id, Formula, Citation]).Any(text => text.Contains(filter, StringComparison.OrdinalIgnoreCase));
}
