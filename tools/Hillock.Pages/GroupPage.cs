using System.Globalization;
using System.Text;
using Hillock.Catalogue.Groups;

namespace Hillock.Pages;

/// <summary>The page of the functions of several elements.</summary>
internal static class GroupPage
{
    public const string File = "several_elements.md";

    public static string Write(Bibliography bibliography)
    {
        var page = new StringBuilder(Markdown.Header);
        page.Append("\n# Functions of several elements\n\nThey take the n elements of each line along an axis to m. ")
            .Append("A formula names what it takes from the whole line: sum, mean, norm, max, anchor (a maximum on which ")
            .Append("the function does not depend) and threshold (of the projection onto the simplex). Any such formula ")
            .Append("can be typed, and any activation can be a gate: `hillock show \"gated(mish) gate first\"`.\n")
            .Append("\n[All families](README.md)\n");
        foreach (var family in GroupCatalogue.Families)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {family.Name}\n\n{family.Description}\n");
            foreach (var entry in family.Entries) Append(page, entry, bibliography);
        }

        return page.ToString();
    }

    private static void Append(StringBuilder page, GroupEntry entry, Bibliography bibliography)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n### {entry.Id}\n\n| | |\n|---|---|\n");
        foreach (var (label, text) in Rows(entry, bibliography))
            page.Append(CultureInfo.InvariantCulture, $"| {label} | {text} |\n");
    }

    private static IEnumerable<(string Label, string Text)> Rows(GroupEntry entry, Bibliography bibliography)
    {
        yield return ("y", Markdown.Code(entry.FormulaText));
        yield return ("shape", entry.Definition.ShapeRule);
        yield return ("backward", Markdown.Code(entry.Backward));
        yield return ("lines", entry.SpecialLines);
        if (entry.Parameters.Count > 0)
            yield return ("parameters", string.Join("; ", entry.Parameters.Select(Markdown.Describe)));
        if (entry.AlsoKnownAs.Count > 0)
            yield return ("also called", string.Join(", ", entry.AlsoKnownAs.Select(s => Markdown.Code(s.Name))));
        var elsewhere = GroupNames.Elsewhere(entry).ToList();
        if (elsewhere.Count > 0)
            yield return ("elsewhere", string.Join(
                ", ", elsewhere.Select(n => Markdown.Code($"{n.Framework!.Id}:{n.FrameworkName!.Name}"))));
        if (entry.Remark is { } remark) yield return ("note", remark);
        yield return ("from", Markdown.Source(entry.Citation, entry.Year, bibliography));
    }
}
