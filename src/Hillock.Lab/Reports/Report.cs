using System.Text;
using System.Xml;
using System.Xml.Linq;
using Hillock.Lab.Comparisons;
using Hillock.Lab.Reports.Charts;

namespace Hillock.Lab.Reports;

/// <summary>
/// Writes a comparison into a folder: <c>report.html</c>, one file that needs no other; <c>results.json</c>, see
/// <see cref="ResultsFile"/>; and every picture as a file of its own in <c>pictures/</c>.
/// </summary>
public static class Report
{
    /// <summary>The name of the page.</summary>
    public const string PageName = "report.html";

    /// <summary>The name of the file of results.</summary>
    public const string ResultsName = "results.json";

    /// <summary>The name of the folder of pictures.</summary>
    public const string PicturesName = "pictures";

    /// <summary>Writes everything; the results first, because they cannot be made again from the rest.</summary>
    /// <param name="result">The comparison.</param>
    /// <param name="pictures">Formulas and curves, matched to the functions by name; any may be missing.</param>
    /// <param name="folder">Where to; made if need be.</param>
    public static void Write(ComparisonResult result, IReadOnlyList<FunctionPicture> pictures, string folder)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(pictures);
        Directory.CreateDirectory(folder);
        ResultsFile.Write(result, Path.Combine(folder, ResultsName));
        using var charts = new ReportCharts(result, pictures);
        AtomicFile.Write(Path.Combine(folder, PageName), ReportPage.Write(result, pictures, charts));
        WritePictures(charts, Path.Combine(folder, PicturesName));
    }

    private static void WritePictures(ReportCharts charts, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var chart in charts.All)
            AtomicFile.Write(Path.Combine(folder, chart.Name + ".svg"), ToText(chart.StandAlone()));
    }

    internal static string ToText(XDocument svg)
    {
        using var writer = new Utf8Writer();
        using (var xml = XmlWriter.Create(writer, new XmlWriterSettings { Indent = true, NewLineChars = "\n" }))
            svg.Save(xml);
        return writer + "\n";
    }

    private sealed class Utf8Writer() : StringWriter(System.Globalization.CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
