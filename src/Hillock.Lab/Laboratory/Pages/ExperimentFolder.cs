using Hillock.Lab.Laboratory.Results;
using Hillock.Lab.Reports;

namespace Hillock.Lab.Laboratory.Pages;

/// <summary>Writes a result into a folder of its own: <c>result.json</c>, <c>index.html</c>, a CSV file for each table and
/// figure, and each figure as SVG.</summary>
public static class ExperimentFolder
{
    /// <summary>The name of the file that holds everything.</summary>
    public const string ResultName = "result.json";

    /// <summary>The name of the page.</summary>
    public const string PageName = "index.html";

    /// <summary>Writes everything; the result first, because all else can be made from it.</summary>
    public static void Write(ExperimentResult result, string folder)
    {
        ArgumentNullException.ThrowIfNull(result);
        Directory.CreateDirectory(folder);
        AtomicFile.Write(Path.Combine(folder, ResultName), result.ToJson());
        foreach (var table in result.Sections.SelectMany(section => section.Tables))
            AtomicFile.Write(Path.Combine(folder, table.Id + ".csv"), ResultCsv.Of(table));
        foreach (var figure in result.Sections.SelectMany(section => section.Figures))
            AtomicFile.Write(Path.Combine(folder, figure.Id + ".csv"), ResultCsv.Of(figure));
        WritePictures(result, folder);
        AtomicFile.Write(Path.Combine(folder, PageName), ExperimentPage.Write(result));
    }

    /// <summary>Writes the figures alone, as SVG.</summary>
    public static void WritePictures(ExperimentResult result, string folder)
    {
        ArgumentNullException.ThrowIfNull(result);
        Directory.CreateDirectory(folder);
        foreach (var figure in result.Sections.SelectMany(section => section.Figures))
        {
            using var chart = FigureChart.Draw(figure);
            AtomicFile.Write(Path.Combine(folder, figure.Id + ".svg"), Report.ToText(chart.StandAlone()));
        }
    }

    /// <summary>Reads the result of a folder.</summary>
    public static ExperimentResult Read(string folder) =>
        ExperimentResult.FromJson(File.ReadAllText(Path.Combine(folder, ResultName)));
}
