using System.Xml.Linq;
using Hillock.Analysis.Properties;
using Hillock.Analysis.Reports;
using Hillock.Catalogue;
using Hillock.Lab.Reports.Charts;
using static Hillock.Lab.Reports.Html;

namespace Hillock.Lab.Reports;

/// <summary>A page about one activation that needs no other file: formula, picture, properties with their reasons, names.
/// </summary>
public static class FunctionPage
{
    private static readonly string[] Columns = ["Property", "Finding", "Certainty", "Why"];

    /// <summary>The page as HTML.</summary>
    /// <param name="activation">The activation, with its default parameters.</param>
    /// <param name="report">Its properties.</param>
    public static string Write(Activation activation, PropertyReport report)
    {
        ArgumentNullException.ThrowIfNull(activation);
        ArgumentNullException.ThrowIfNull(report);
        var picture = FunctionPlot.Picture(activation, report);
        using var chart = FunctionChart.Draw(picture, "function");
        return Html.Write(Html.Page(activation.Id,
            E("header", E("h1", activation.Id)),
            Legend.AsText(FunctionChart.LegendOf(picture)),
            E("div", Class("beside"),
                E("figure", chart.Inline()),
                E("div", FormulaBlock.Render(picture), Parameters(activation))),
            E("section", E("h2", "Properties"), Properties(report)),
            Names(activation)));
    }

    private static XElement? Parameters(Activation activation) => activation.Parameters.Count == 0
        ? null
        : E("p", "Shown for " + string.Join(", ", activation.Parameters.Select(p => $"{p.Name} = {Numbers.Plain(p.Default)}")) + ".");

    private static XElement Properties(PropertyReport report) => E("div", Class("scroll"), E("table", Class("properties"),
        E("thead", E("tr", Columns.Select(title => E("th", title)))),
        E("tbody", PropertyTable.Of(report).Select(line => E("tr",
            E("td", line.Title),
            E("td", line.Text),
            E("td", CertaintyText.Of(line.Finding.Status)),
            E("td", line.Finding.Because))))));

    private static XElement? Names(Activation activation)
    {
        if (activation.Entry is not { } entry) return null;
        var elsewhere = ActivationNames.Elsewhere(entry).ToList();
        return E("section", E("h2", "Names and source"),
            E("dl", Class("settings"),
                E("dt", "from"), E("dd", entry.Citation),
                entry.Remark is { } remark ? new[] { E("dt", "note"), E("dd", remark) } : null,
                entry.AlsoKnownAs.Select(synonym => new[] { E("dt", "also called"), E("dd", $"{synonym.Name}: {synonym.Citation}") }),
                elsewhere.Count == 0
                    ? null
                    : new[]
                    {
                        E("dt", "elsewhere"),
                        E("dd", string.Join(", ", elsewhere.Select(name => $"{name.FrameworkName!.Name} ({name.Framework!.Title})"))),
                    }));
    }
}
