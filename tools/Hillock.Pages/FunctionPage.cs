using System.Globalization;
using System.Text;
using Hillock.Analysis.Properties;
using Hillock.Analysis.Reports;
using Hillock.Catalogue;
using Hillock.Expressions;

namespace Hillock.Pages;

/// <summary>The page of an entry: picture, formula, names, source, and its properties.</summary>
internal static class FunctionPage
{
    // Longer derivatives help nobody on a page.
    private const int LongestFormula = 240;

    /// <summary>The part that is quickly written: all but the properties.</summary>
    public static string Head(Family family, CatalogueEntry entry, Bibliography bibliography)
    {
        var activation = Activation.Of(entry);
        var page = new StringBuilder(Markdown.Header);
        page.Append(CultureInfo.InvariantCulture, $"\n# {entry.Id}\n\n")
            .Append(CultureInfo.InvariantCulture, $"[The catalogue](../README.md#{family.Name}): {family.Description}\n\n")
            .Append(CultureInfo.InvariantCulture, $"<img src=\"../pictures/{entry.Id}.svg\" width=\"360\" ")
            .Append(CultureInfo.InvariantCulture, $"alt=\"{entry.Id} and its derivative\">\n\n| | |\n|---|---|\n");
        foreach (var (label, text) in Rows(entry, activation, bibliography))
            page.Append(CultureInfo.InvariantCulture, $"| {label} | {text} |\n");
        return page.ToString();
    }

    /// <summary>The table of properties, which takes long.</summary>
    public static string Properties(CatalogueEntry entry, IReadOnlyList<PropertyLine> lines)
    {
        var page = new StringBuilder("\n## Properties\n\n");
        if (entry.Parameters.Count > 0)
            page.Append(CultureInfo.InvariantCulture, $"For {string.Join(", ", entry.Parameters.Select(p => $"{p.Name} = {Markdown.Number(p.Default)}"))}. ");
        page.Append(CultureInfo.InvariantCulture, $"`hillock show {entry.Id} --why` gives the reasons.\n\n| property | finding | certainty |\n|---|---|---|\n");
        foreach (var line in lines)
            page.Append(CultureInfo.InvariantCulture, $"| {line.Title} | {Markdown.Cell(line.Text)} ")
                .Append(CultureInfo.InvariantCulture, $"| {CertaintyText.Of(line.Finding.Status)} |\n");
        return page.ToString();
    }

    private static IEnumerable<(string Label, string Text)> Rows(
        CatalogueEntry entry, Activation activation, Bibliography bibliography)
    {
        yield return ("f(x)", Markdown.Code(entry.FormulaText));
        var derivative = activation.Derivative().ToString();
        yield return ("f′(x)", derivative.Length <= LongestFormula
            ? Markdown.Code(derivative)
            : $"long: `hillock show {entry.Id}`");
        if (entry.Parameters.Count > 0)
            yield return ("parameters", string.Join("; ", entry.Parameters.Select(Markdown.Describe)));
        if (activation.Kinks.Count > 0)
            yield return ("kinks", string.Join("; ", activation.Kinks.Select(Kink)));
        yield return ("LaTeX", Markdown.Code(LatexPrinter.Print(activation.Formula)));
        if (entry.AlsoKnownAs.Count > 0)
            yield return ("also called", string.Join("; ", entry.AlsoKnownAs.Select(s => Synonym(s, bibliography))));
        if (entry.StartsAs is { } other)
            yield return ("starts as", Markdown.Link(ActivationCatalogue.Find(other)!, "../"));
        var elsewhere = ActivationNames.Elsewhere(entry).ToList();
        if (elsewhere.Count > 0)
            yield return ("elsewhere", string.Join(
                ", ", elsewhere.Select(n => Markdown.Code($"{n.Framework!.Id}:{n.FrameworkName!.Name}"))));
        if (entry.Remark is { } remark) yield return ("note", remark);
        yield return ("from", Markdown.Source(entry.Citation, entry.Year, bibliography));
    }

    private static string Kink(Kink kink) =>
        $"at {Markdown.Code(kink.Location.ToString())} the slope {Markdown.Code(kink.Slope.ToString())}";

    private static string Synonym(Synonym synonym, Bibliography bibliography) =>
        $"`{synonym.Name}`{(synonym.Values.Length == 0 ? "" : $" ({synonym.Values})")}: "
        + Markdown.Source(synonym.Citation, synonym.Year, bibliography)
        + (synonym.Remark is { } remark ? $" {remark}" : "");
}
