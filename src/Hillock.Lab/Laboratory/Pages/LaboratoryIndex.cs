using System.Globalization;
using Hillock.Lab.Laboratory.Results;
using Hillock.Lab.Reports;
using static Hillock.Lab.Reports.Html;

namespace Hillock.Lab.Laboratory.Pages;

/// <summary>A report of several experiments: a page that lists them in the order of the founding text, and a folder for
/// each.</summary>
public static class LaboratoryIndex
{
    /// <summary>Writes the page that leads to the folders; those are named after the experiments.</summary>
    public static void Write(IReadOnlyList<ExperimentResult> results, string folder)
    {
        ArgumentNullException.ThrowIfNull(results);
        Directory.CreateDirectory(folder);
        AtomicFile.Write(Path.Combine(folder, ExperimentFolder.PageName), Html.Write(Page(results)));
    }

    private static System.Xml.Linq.XElement Page(IReadOnlyList<ExperimentResult> results) => Html.Page(
        "The laboratory",
        E("header",
            E("h1", "The laboratory"),
            E("p", Class("verdict"), Tally(results)),
            E("p", "Each experiment puts one claim about activation functions to the test. What did not hold is told as "
                + "plainly as what did.")),
        results.Select(Entry));

    private static string Tally(IReadOnlyList<ExperimentResult> results)
    {
        var counts = Enum.GetValues<Outcome>()
            .Select(outcome => (Outcome: outcome, Count: results.Count(result => result.Verdict == outcome)))
            .Where(pair => pair.Count > 0)
            .Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Count} {pair.Outcome.Text()}"));
        return $"{Numbers.Count(results.Count, "experiment")}: {Numbers.List([.. counts])}.";
    }

    private static System.Xml.Linq.XElement Entry(ExperimentResult result) => E("section",
        E("h2", E("a", new System.Xml.Linq.XAttribute("href", $"{result.Name}/{ExperimentFolder.PageName}"), result.Question)),
        ExperimentPage.Verdict(result),
        E("p", result.Summary),
        E("p", Class("note"), $"{result.Name}, {ExperimentPage.LengthText(result)}, {ExperimentPage.Time(result)}"));
}
