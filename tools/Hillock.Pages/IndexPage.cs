using System.Globalization;
using System.Text;
using Hillock.Catalogue;
using Hillock.Catalogue.Groups;
using Hillock.Catalogue.Noise;

namespace Hillock.Pages;

/// <summary>The index of the catalogue: by family, by year, by library.</summary>
internal static class IndexPage
{
    /// <summary>The index.</summary>
    /// <param name="cells">The cells of an entry in the columns of properties.</param>
    public static string Write(Func<CatalogueEntry, string> cells)
    {
        var entries = ActivationCatalogue.All;
        var names = entries.Count + ActivationCatalogue.Synonyms.Count + FrameworkNames.All.Sum(f => f.Names.Count);
        var page = new StringBuilder(Markdown.Header);
        page.Append(CultureInfo.InvariantCulture, $"\n# The catalogue\n\n{entries.Count} activations under {names} names. ")
            .Append("Where they come from, and what is odd about some: [notes](../catalogue-notes.md). ")
            .Append("What libraries call them: [libraries](libraries.md), [Caffe](../caffe.md).\n\n## By family\n\n");
        foreach (var family in ActivationCatalogue.Families)
        {
            page.Append(CultureInfo.InvariantCulture, $"### {family.Name}\n\n{family.Description}\n\n")
                .Append(CultureInfo.InvariantCulture, $"| function | {string.Join(" | ", IndexCells.Titles)} |\n")
                .Append(CultureInfo.InvariantCulture, $"|---|{string.Concat(IndexCells.Titles.Select(_ => "---|"))}\n");
            foreach (var entry in family.Entries)
                page.Append(CultureInfo.InvariantCulture, $"| {Markdown.Link(entry)} | {cells(entry)} |\n");
            page.Append('\n');
        }

        AppendPage(page, "Of several elements", GroupPage.File, [.. GroupCatalogue.All.Select(entry => entry.Id)]);
        AppendPage(page, "With noise in training", NoisePage.File, [.. NoisyCatalogue.All.Select(entry => entry.Id)]);
        page.Append("\n## By year of publication\n\n");
        var byYear = entries.Where(entry => entry.Year is not null).GroupBy(entry => entry.Year);
        foreach (var year in byYear.OrderBy(group => group.Key))
            page.Append(CultureInfo.InvariantCulture, $"- **{year.Key}**: {Links(year)}\n");
        page.Append(CultureInfo.InvariantCulture, $"- **unknown**: {Links(entries.Where(entry => entry.Year is null))}\n")
            .Append("\n## By library\n\n");
        foreach (var framework in FrameworkNames.All)
            page.Append(CultureInfo.InvariantCulture, $"- **{framework.Title}**: {Links(Offered(framework))}\n");
        return page.ToString();
    }

    private static void AppendPage(StringBuilder page, string title, string file, IReadOnlyList<string> ids) => page
        .Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n[{ids.Count} functions]({file}): ")
        .AppendJoin(", ", ids.Select(id => $"[`{id}`]({file}#{id})"))
        .Append('\n');

    private static IEnumerable<CatalogueEntry> Offered(Framework framework) =>
        framework.Names.Select(name => ActivationNames.Of(framework, name).Entry).Distinct();

    private static string Links(IEnumerable<CatalogueEntry> entries) =>
        string.Join(", ", entries.Select(entry => Markdown.Link(entry)));
}
