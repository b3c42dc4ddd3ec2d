using System.Globalization;
using System.Text;
using Hillock.Catalogue;
using Hillock.Expressions;

namespace Hillock.Pages;

/// <summary>The page of a family: a part for each entry.</summary>
internal static class FamilyPage
{
    // Longer derivatives help nobody on a page.
    private const int LongestFormula = 240;

    public static string Write(Family family, Bibliography bibliography)
    {
        var page = new StringBuilder(Markdown.Header);
        page.Append(CultureInfo.InvariantCulture, $"\n# {family.Name}\n\n{family.Description}\n")
            .Append("\n[All families](README.md)\n");
        foreach (var entry in family.Entries) Append(page, entry, bibliography);
        return page.ToString();
    }

    private static void Append(StringBuilder page, CatalogueEntry entry, Bibliography bibliography)
    {
        var activation = Activation.Parse(entry.Id);
        page.Append(CultureInfo.InvariantCulture, $"\n## {entry.Id}\n\n");
        page.Append(CultureInfo.InvariantCulture, $"<img src=\"pictures/{entry.Id}.svg\" width=\"240\" ")
            .Append(CultureInfo.InvariantCulture, $"alt=\"{entry.Id} and its derivative\">\n\n| | |\n|---|---|\n");
        foreach (var (label, text) in Rows(entry, activation, bibliography))
            page.Append(CultureInfo.InvariantCulture, $"| {label} | {text} |\n");
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
        yield return ("f(−∞), f(∞)", Markdown.Number(activation.Value(double.NegativeInfinity)) + ", "
            + Markdown.Number(activation.Value(double.PositiveInfinity)));
        yield return ("LaTeX", Markdown.Code(LatexPrinter.Print(activation.Formula)));
        if (entry.AlsoKnownAs.Count > 0)
            yield return ("also called", string.Join("; ", entry.AlsoKnownAs.Select(s => Synonym(s, bibliography))));
        if (entry.StartsAs is { } other)
            yield return ("starts as", Markdown.Link(ActivationCatalogue.Find(other)!));
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
