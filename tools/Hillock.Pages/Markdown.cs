using System.Globalization;
using Hillock.Catalogue;
using Hillock.Expressions;

namespace Hillock.Pages;

/// <summary>Pieces that several pages share.</summary>
internal static class Markdown
{
    public const string Header = "<!-- Written by tools/Hillock.Pages; change the code, not this file. -->\n";

    /// <summary>A link to the page of an entry.</summary>
    public static string Link(CatalogueEntry entry, string folder = "") =>
        $"[`{entry.Id}`]({folder}{PathOf(entry)})";

    /// <summary>The page of an entry, seen from the folder of the catalogue.</summary>
    public static string PathOf(CatalogueEntry entry) => $"{FamilyOf(entry).Name}/{entry.Id}.md";

    /// <summary>The family of an entry.</summary>
    public static Family FamilyOf(CatalogueEntry entry) =>
        ActivationCatalogue.Families.First(family => family.Entries.Contains(entry));

    /// <summary>Text in a cell of a table.</summary>
    public static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    /// <summary>Code in a cell of a table.</summary>
    public static string Code(string text) => $"`{Cell(text)}`";

    /// <summary>A citation with its year and its key in the bibliography.</summary>
    public static string Source(string citation, int? year, Bibliography bibliography) =>
        citation
        + (year is { } y ? $" ({y.ToString(CultureInfo.InvariantCulture)})" : "")
        + (bibliography.KeyOf(citation) is { } key ? $" [{key}]" : "");

    /// <summary>A parameter with default and domain.</summary>
    public static string Describe(ActivationParameter p) =>
        $"{p.Name} = {Number(p.Default)}{(p.Learned ? ", learned" : "")}"
        + (p.Domain == ParameterDomain.Real ? "" : $", {p.Domain}");

    /// <summary>A number with at most six digits.</summary>
    public static string Number(double value) => value switch
    {
        double.PositiveInfinity => "∞",
        double.NegativeInfinity => "−∞",
        0 => "0",
        _ => double.IsNaN(value) ? "none" : value.ToString("G6", CultureInfo.InvariantCulture),
    };
}
