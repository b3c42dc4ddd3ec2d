using System.Globalization;
using System.Xml.Linq;

namespace Hillock.Lab.Reports.Charts;

/// <summary>Shapes and words of an SVG picture.</summary>
internal static class Svg
{
    public static readonly XNamespace Space = "http://www.w3.org/2000/svg";

    // No font is measured (a bare system has none): this is a letter of the widest usual font at 12 px.
    private const double LetterWidth = 7.3;

    public static double EstimatedWidth(string text) => text.Length * LetterWidth;

    /// <summary>The text cut to a width, with an ellipsis.</summary>
    public static string Shorten(string text, double width)
    {
        var letters = Math.Max(4, (int)(width / LetterWidth));
        return text.Length <= letters ? text : string.Concat(text.AsSpan(0, letters - 1), "…");
    }

    public static XElement Text(
        string text, double x, double y, Pen pen, string anchor = "start", bool isTitle = false) =>
        new(Space + "text",
            new XAttribute("x", Number(x)),
            new XAttribute("y", Number(y)),
            new XAttribute("text-anchor", anchor),
            new XAttribute("font-size", isTitle ? 13 : 12),
            isTitle ? new XAttribute("font-weight", 600) : null,
            new XAttribute("font-family", "sans-serif"),
            Fill(pen),
            text);

    /// <summary>Text with a ground of the page's colour, to be read across lines.</summary>
    public static IEnumerable<XElement> TextOnLines(string text, double x, double y, Pen pen) =>
    [
        Rectangle(x - 4, y - 12, EstimatedWidth(text) + 8, 16, Pen.Surface),
        Text(text, x, y, pen),
    ];

    public static XElement Line(double x1, double y1, double x2, double y2, Pen pen, double width) =>
        new(Space + "line",
            new XAttribute("x1", Number(x1)),
            new XAttribute("y1", Number(y1)),
            new XAttribute("x2", Number(x2)),
            new XAttribute("y2", Number(y2)),
            new XAttribute("stroke-width", Number(width)),
            Stroke(pen));

    public static XElement Rectangle(double x, double y, double width, double height, Pen pen) =>
        new(Space + "rect",
            new XAttribute("x", Number(x)),
            new XAttribute("y", Number(y)),
            new XAttribute("width", Number(width)),
            new XAttribute("height", Number(height)),
            Fill(pen));

    /// <summary>The attributes that fill a shape in the pen's colour, in either theme.</summary>
    public static IEnumerable<XAttribute> Fill(Pen pen) =>
    [
        new("fill", pen.ThemeColour.Light),
        new("class", "fill-" + pen.ThemeColour.Name),
    ];

    /// <summary>The attributes that draw a line in the pen's colour and pattern, in either theme.</summary>
    public static IEnumerable<XAttribute> Stroke(Pen pen)
    {
        yield return new XAttribute("stroke", pen.ThemeColour.Light);
        yield return new XAttribute("class", "stroke-" + pen.ThemeColour.Name);
        if (pen.DashPattern.Length > 0)
            yield return new XAttribute("stroke-dasharray", pen.DashPattern);
    }

    /// <summary>The picture as part of an HTML page, where SVG needs no namespace.</summary>
    public static XElement WithoutNamespace(XElement element) => new(
        element.Name.LocalName,
        element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration)
            .Select(attribute => new XAttribute(attribute.Name.LocalName, attribute.Value)),
        element.Nodes().Select(node => node is XElement child ? WithoutNamespace(child) : node));

    public static string Number(double value) => Math.Round(value, 2).ToString(CultureInfo.InvariantCulture);
}
