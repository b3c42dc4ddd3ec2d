using System.Xml.Linq;

namespace Hillock.Lab.Reports;

/// <summary>Elements of an HTML page. Text is escaped by the XML classes, so no name can break the page.</summary>
internal static class Html
{
    private static readonly HashSet<string> VoidElements = ["meta", "br", "hr", "col"];

    public static XElement E(string name, params object?[] content) => new(name, content);

    public static XAttribute Class(string names) => new("class", names);

    /// <summary>A table with a header; the first column is text, the others are numbers.</summary>
    public static XElement Table(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<object>> rows) =>
        E("div", Class("scroll"), E("table",
            E("thead", E("tr", header.Select(title => E("th", new XAttribute("scope", "col"), title)))),
            E("tbody", rows.Select(row => E("tr", row.Select(cell => E("td", cell)))))));

    /// <summary>A whole page with the style of reports.</summary>
    public static XElement Page(string title, params object?[] content) => E("html", new XAttribute("lang", "en"),
        E("head",
            E("meta", new XAttribute("charset", "utf-8")),
            Meta("viewport", "width=device-width, initial-scale=1"),
            Meta("color-scheme", "light dark"),
            E("title", title),
            E("style", Charts.Palette.StyleSheet + ReportStyle.Sheet)),
        E("body", E("main", content)));

    private static XElement Meta(string name, string content) =>
        E("meta", new XAttribute("name", name), new XAttribute("content", content));

    /// <summary>The page as text; it is well-formed XML behind its document type as well.</summary>
    public static string Write(XElement page)
    {
        foreach (var element in page.DescendantsAndSelf())
        {
            // HTML knows <div/> only as an opening tag.
            if (element.IsEmpty && !VoidElements.Contains(element.Name.LocalName))
                element.Value = "";
        }

        return "<!DOCTYPE html>\n" + page.ToString(SaveOptions.DisableFormatting) + "\n";
    }
}
