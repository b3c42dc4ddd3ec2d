using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Hillock.Lab.Laboratory.Figures;
using Hillock.Lab.Laboratory.Results;
using Hillock.Lab.Reports;
using Hillock.Lab.Reports.Charts;
using static Hillock.Lab.Reports.Html;

namespace Hillock.Lab.Laboratory.Pages;

/// <summary>The page of one experiment.</summary>
internal static class ExperimentPage
{
    private static readonly string[] CheckColumns = ["", "Found", "Published", ""];

    /// <summary>The whole page as HTML.</summary>
    public static string Write(ExperimentResult result) => Html.Write(Html.Page(
        $"{result.Name}: {result.Verdict.Text()}",
        E("header",
            E("h1", result.Question),
            Verdict(result),
            E("p", result.Summary)),
        Checks(result),
        result.Sections.Select(Part),
        About(result)));

    /// <summary>The line that says what came out.</summary>
    public static XElement Verdict(ExperimentResult result) =>
        E("p", Class("verdict"), E("strong", Class(ClassOf(result.Verdict)), result.Verdict.Text()), Tally(result));

    /// <summary>“: 4 of 5 checks held, 1 was not decided.”</summary>
    public static string Tally(ExperimentResult result)
    {
        var counts = result.Checks.CountBy(check => check.Outcome).ToDictionary(pair => pair.Key, pair => pair.Value);
        var others = new StringBuilder();
        if (counts.TryGetValue(Outcome.DidNotHold, out var failed))
            others.Append(CultureInfo.InvariantCulture, $", {failed} did not");
        if (counts.TryGetValue(Outcome.NotDecided, out var open))
            others.Append(CultureInfo.InvariantCulture, $", {open} not decided");
        return $": {counts.GetValueOrDefault(Outcome.Held)} of {Numbers.Count(result.Checks.Count, "check")} held{others}.";
    }

    private static string ClassOf(Outcome outcome) => outcome switch
    {
        Outcome.Held => "held",
        Outcome.DidNotHold => "failed",
        _ => "open",
    };

    private static XElement Checks(ExperimentResult result) => E("section", E("h2", "What was tested"),
        E("p", E("strong", "The claim. "), result.Claim),
        E("p", E("strong", "It holds if: "), result.Criterion),
        E("div", Class("scroll"), E("table", Class("properties"),
            E("thead", E("tr", CheckColumns.Select(title => E("th", title)))),
            E("tbody", result.Checks.Select(check => E("tr",
                E("td", check.Statement),
                E("td", check.Measured),
                E("td", check.Published ?? ""),
                E("td", E("span", Class(ClassOf(check.Outcome)), check.Outcome.Text()),
                    check.Remark is null ? "" : $" ({check.Remark})")))))));

    private static XElement Part(Section section) => E("section", E("h2", section.Title),
        section.Text.Length > 0 ? E("p", section.Text) : null,
        section.Tables.Select(Table),
        section.Figures.Count > 0
            ? E("div", Class(section.Figures.Count > 1 ? "grid pair" : ""), section.Figures.Select(Picture))
            : null);

    private static IEnumerable<XElement?> Table(ResultTable table) =>
    [
        table.Title.Length > 0 ? E("h3", table.Title) : null,
        table.IsLong ? E("details", E("summary", $"{Numbers.Count(table.Rows.Count, "row")}"), Cells(table)) : Cells(table),
        table.Note.Length > 0 ? E("p", Class("note"), table.Note) : null,
    ];

    private static XElement Cells(ResultTable table) => Html.Table(
        table.Columns, table.Rows.Select(row => (IReadOnlyList<object>)[.. row.Select(cell => cell.Show(table.Digits))]));

    private static XElement Picture(Figure figure)
    {
        using var chart = FigureChart.Draw(figure);
        return E("figure",
            chart.Inline(),
            chart.Legend.Count > 0 ? Legend.AsText(chart.Legend) : null,
            figure.Caption.Length > 0 ? E("figcaption", Class("note"), figure.Caption) : null);
    }

    private static XElement About(ExperimentResult result) => E("section", E("h2", "How it was done"),
        E("dl", Class("settings"),
            result.Protocol.Select(line => new[] { E("dt", line.Term), E("dd", line.Text) }),
            E("dt", "rate"), E("dd", RateText(result.Rate)),
            E("dt", "length"), E("dd", LengthText(result)),
            E("dt", "sources"), E("dd", string.Join("; ", result.Sources)),
            E("dt", "date"), E("dd", result.Started.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            E("dt", "time"), E("dd", Time(result)),
            E("dt", "machine"), E("dd", result.Machine),
            E("dt", "version"), E("dd", result.Code)),
        E("p", "The command that repeats it:"),
        E("pre", result.Command));

    /// <summary>What a rate means, for readers.</summary>
    public static string RateText(Rate rate) => rate == Rate.Exact
        ? "exact: the definitions and data of the source, so numbers are compared with its numbers"
        : "form: other data or another length than the source, so only order, ratio and shape are compared";

    /// <summary>“full: 500000 updates, seed 1”.</summary>
    public static string LengthText(ExperimentResult result)
    {
        var lengths = result.Lengths.Select(pair => string.Create(
            CultureInfo.InvariantCulture, $"{pair.Key} {pair.Value}"));
        return (result.FullLength ? "full" : "shortened")
            + (result.Lengths.Count > 0 ? $" ({string.Join(", ", lengths)})" : "")
            + string.Create(CultureInfo.InvariantCulture, $", seed {result.Seed}");
    }

    /// <summary>“3.2 min; 4 steps were taken from the run store”.</summary>
    public static string Time(ExperimentResult result) => Numbers.Duration(result.Duration)
        + (result.ReusedSteps == 0
            ? ""
            : $"; {Numbers.Count(result.ReusedSteps, "step")} came from the run store and are not in this time");
}
