using System.Globalization;
using System.Xml.Linq;

namespace Hillock.Lab.Reports.Charts;

/// <summary>What a legend shows in front of a name.</summary>
internal enum LegendMark
{
    Line,
    Area,
}

/// <summary>One line of a legend.</summary>
internal sealed record LegendEntry(string Name, Pen Pen, LegendMark Mark = LegendMark.Line);

/// <summary>Legends stand outside of the curves: below a stand-alone picture, as flowing text on a page.</summary>
internal static class Legend
{
    private const int RowHeight = 18;
    private const int MarkWidth = 30;

    /// <summary>The height that a legend needs below a picture of this width.</summary>
    public static int Height(int width, int entries) =>
        entries == 0 ? 0 : 8 + RowHeight * ((entries + Columns(width) - 1) / Columns(width));

    /// <summary>The legend as shapes below a picture.</summary>
    public static IEnumerable<XElement> Below(IReadOnlyList<LegendEntry> entries, int width, int top)
    {
        var columnWidth = (width - 12) / Columns(width);
        for (var i = 0; i < entries.Count; i++)
        {
            var x = 12 + i % Columns(width) * columnWidth;
            var y = top + 12 + i / Columns(width) * RowHeight;
            yield return Mark(entries[i], x, y);
            yield return Svg.Text(
                Svg.Shorten(entries[i].Name, columnWidth - MarkWidth - 14), x + MarkWidth + 6, y + 4, Pen.Ink);
        }
    }

    /// <summary>The legend as text of a page.</summary>
    public static XElement AsText(IEnumerable<LegendEntry> entries) =>
        Html.E("p", Html.Class("legend"), entries.Select(entry => Html.E("span", Swatch(entry), " ", entry.Name)));

    /// <summary>The mark alone, as a small picture in the line of text.</summary>
    public static XElement Swatch(LegendEntry entry) => Svg.WithoutNamespace(new XElement(
        Svg.Space + "svg",
        new XAttribute("class", "chart swatch"),
        new XAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {MarkWidth} 12")),
        new XAttribute("width", MarkWidth),
        new XAttribute("height", 12),
        new XAttribute("aria-hidden", "true"),
        Mark(entry, 0, 6)));

    private static XElement Mark(LegendEntry entry, double x, double y) => entry.Mark == LegendMark.Line
        ? Svg.Line(x, y, x + MarkWidth, y, entry.Pen, 2.2)
        : Svg.Rectangle(x, y - 6, MarkWidth, 12, entry.Pen);

    private static int Columns(int width) => Math.Max(1, width / 170);
}
