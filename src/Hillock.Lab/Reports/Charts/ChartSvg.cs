using System.Xml.Linq;

namespace Hillock.Lab.Reports.Charts;

/// <summary>Turns the SVG that ScottPlot draws into shapes that follow the theme of the page.</summary>
internal static class ChartSvg
{
    /// <summary>The drawn shapes, with sentinel colours replaced and with ids that are unique on a page.</summary>
    public static IEnumerable<XElement> Shapes(ScottPlot.Plot plot, int width, int height, string idPrefix)
    {
        var root = XDocument.Parse(plot.GetSvgXml(width, height)).Root!;
        foreach (var element in root.Descendants().ToArray())
        {
            ReplaceSentinels(element);
            PrefixIds(element, idPrefix);
        }

        return root.Elements();
    }

    private static void ReplaceSentinels(XElement element)
    {
        if (Pen.FromSentinel((string?)element.Attribute("stroke") ?? "") is { } stroke)
            Replace(element, Svg.Stroke(stroke));
        else if (Pen.FromSentinel((string?)element.Attribute("fill") ?? "") is { } fill)
            Replace(element, Svg.Fill(fill));
    }

    private static void Replace(XElement element, IEnumerable<XAttribute> attributes)
    {
        foreach (var attribute in attributes)
            element.SetAttributeValue(attribute.Name, attribute.Value);
    }

    private static void PrefixIds(XElement element, string prefix)
    {
        if (element.Attribute("id") is { } id)
            id.Value = prefix + id.Value;
        if (element.Attribute("clip-path") is { } clip)
            clip.Value = clip.Value.Replace("url(#", "url(#" + prefix, StringComparison.Ordinal);
    }
}
