using Hillock.Analysis.Properties;
using Hillock.Analysis.Reports;
using Hillock.Catalogue;

namespace Hillock.Pages;

/// <summary>The properties that the index shows of each entry, in its columns.</summary>
internal static class IndexCells
{
    private static readonly (string Title, string Key, string? Side)[] Columns =
    [
        ("range", "range", null),
        ("monotonicity", "monotonicity", null),
        ("smoothness", "smoothness", null),
        ("saturation, left", "saturation", "left"),
        ("saturation, right", "saturation", "right"),
    ];

    /// <summary>The titles of the columns.</summary>
    public static IEnumerable<string> Titles => Columns.Select(column => column.Title);

    /// <summary>The cells of an entry whose report was computed.</summary>
    public static string Of(IReadOnlyList<PropertyLine> lines) => string.Join(" | ", Columns.Select(column =>
        Cell(lines.First(line => line.Key == column.Key && line.Side == column.Side))));

    /// <summary>The cells as they stand in an index that was written before.</summary>
    public static string In(string index, CatalogueEntry entry)
    {
        var start = $"| {Markdown.Link(entry)} | ";
        var row = index.Split('\n').FirstOrDefault(line => line.StartsWith(start, StringComparison.Ordinal)) ?? start;
        return row[start.Length..].TrimEnd('|', ' ');
    }

    private static string Cell(PropertyLine line) =>
        line.Finding.Status == Certainty.NotDecided ? "?" : Markdown.Cell(line.Text);
}
