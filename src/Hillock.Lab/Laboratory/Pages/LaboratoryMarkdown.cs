using System.Globalization;
using System.Text;
using Hillock.Lab.Laboratory.Results;
using Hillock.Lab.Reports;

namespace Hillock.Lab.Laboratory.Pages;

/// <summary>The page of the documentation that tells what real runs gave. Beside it lies a folder with the results, from
/// which it can be written again, and with the pictures.</summary>
public static class LaboratoryMarkdown
{
    private const string Introduction = """
        # The laboratory

        What came out when the claims of the founding text, and of the papers behind it, were put to the test. Every section
        is written by `hillock lab NAME --markdown docs/laboratory.md` from the result of a real run, whatever came out of
        it; the results with all tables and figures are in [laboratory](laboratory). An *exact* experiment has the
        definitions and data of its source, and its numbers are compared with the published ones; of an experiment *in
        form* only order, ratio and shape are.

        | experiment | verdict | checks | length | time |
        |---|---|---|---|---|

        """;

    /// <summary>Puts results into the page and its folder; what the folder has of other experiments stays.</summary>
    /// <param name="results">The results, in any order.</param>
    /// <param name="path">The Markdown file.</param>
    public static void Update(IReadOnlyList<ExperimentResult> results, string path)
    {
        ArgumentNullException.ThrowIfNull(results);
        var folder = FolderOf(path);
        Directory.CreateDirectory(folder);
        foreach (var result in results)
        {
            AtomicFile.Write(Path.Combine(folder, result.Name + ".json"), result.ToJson());
            ExperimentFolder.WritePictures(result, Path.Combine(folder, result.Name));
        }

        AtomicFile.Write(path, Write(ReadAll(folder), Path.GetFileName(folder)));
    }

    /// <summary>The page for what a folder holds.</summary>
    public static string OfFolder(string folder) => Write(ReadAll(folder), Path.GetFileName(folder));

    private static string FolderOf(string path) => Path.Combine(
        Path.GetDirectoryName(Path.GetFullPath(path))!, Path.GetFileNameWithoutExtension(path));

    private static List<ExperimentResult> ReadAll(string folder) =>
    [
        .. ExperimentCatalogue.All
            .Select(experiment => Path.Combine(folder, experiment.Name + ".json"))
            .Where(File.Exists)
            .Select(file => ExperimentResult.FromJson(File.ReadAllText(file))),
    ];

    private static string Write(IReadOnlyList<ExperimentResult> results, string pictures)
    {
        var page = new StringBuilder(Introduction);
        foreach (var result in results)
        {
            page.Append(CultureInfo.InvariantCulture, $"| [{result.Name}](#{result.Name}) | {result.Verdict.Text()} | ")
                .Append(CultureInfo.InvariantCulture, $"{result.Checks.Count(check => check.Outcome == Outcome.Held)} of ")
                .Append(CultureInfo.InvariantCulture, $"{result.Checks.Count} held | {ExperimentPage.LengthText(result)} | ")
                .Append(CultureInfo.InvariantCulture, $"{Numbers.Duration(result.Duration)} |\n");
        }

        foreach (var result in results)
            Append(page, result, pictures);
        return page.ToString();
    }

    private static void Append(StringBuilder page, ExperimentResult result, string pictures)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n## {result.Name}\n\n**{result.Question}** ")
            .Append(CultureInfo.InvariantCulture, $"*{result.Verdict.Text()}*{ExperimentPage.Tally(result)}\n\n")
            .Append(CultureInfo.InvariantCulture, $"{Escaped(result.Summary)}\n\nClaim: {Escaped(result.Claim)}\n\n")
            .Append("| tested | found | published | |\n|---|---|---|---|\n");
        foreach (var check in result.Checks)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {Escaped(check.Statement)} | {Escaped(check.Measured)} | ")
                .Append(CultureInfo.InvariantCulture, $"{Escaped(check.Published ?? "")} | {check.Outcome.Text()}")
                .Append(check.Remark is null ? "" : $" ({Escaped(check.Remark)})").Append(" |\n");
        }

        page.Append('\n');
        foreach (var section in result.Sections)
            Append(page, section, $"{pictures}/{result.Name}");
        page.Append(CultureInfo.InvariantCulture, $"<details><summary>How it was done</summary>\n\n");
        foreach (var line in result.Protocol)
            page.Append(CultureInfo.InvariantCulture, $"- {line.Term}: {Escaped(line.Text)}\n");
        page.Append(CultureInfo.InvariantCulture, $"- rate: {ExperimentPage.RateText(result.Rate)}\n")
            .Append(CultureInfo.InvariantCulture, $"- length: {ExperimentPage.LengthText(result)}\n")
            .Append(CultureInfo.InvariantCulture, $"- sources: {Escaped(string.Join("; ", result.Sources))}\n")
            .Append(CultureInfo.InvariantCulture, $"- run: {result.Started:yyyy-MM-dd}, {ExperimentPage.Time(result)}, ")
            .Append(CultureInfo.InvariantCulture, $"{result.Machine}, Hillock {result.Code}\n")
            .Append(CultureInfo.InvariantCulture, $"- command: `{result.Command}`\n\n</details>\n");
    }

    private static void Append(StringBuilder page, Section section, string pictures)
    {
        page.Append(CultureInfo.InvariantCulture, $"### {section.Title}\n\n");
        if (section.Text.Length > 0)
            page.Append(Escaped(section.Text)).Append("\n\n");
        foreach (var table in section.Tables)
            Append(page, table);
        foreach (var figure in section.Figures)
        {
            page.Append(CultureInfo.InvariantCulture, $"![{figure.Title}]({pictures}/{figure.Id}.svg)\n\n");
            if (figure.Caption.Length > 0)
                page.Append(Escaped(figure.Caption)).Append("\n\n");
        }
    }

    private static void Append(StringBuilder page, ResultTable table)
    {
        if (table.Title.Length > 0)
            page.Append(CultureInfo.InvariantCulture, $"{Escaped(table.Title)}\n\n");
        if (table.IsLong)
        {
            page.Append(CultureInfo.InvariantCulture, $"{table.Rows.Count} rows, in the result. {Escaped(table.Note)}\n\n");
            return;
        }

        page.Append("| ").AppendJoin(" | ", table.Columns.Select(Escaped)).Append(" |\n|")
            .Append(string.Concat(table.Columns.Select((_, column) => column == 0 ? "---|" : "---:|"))).Append('\n');
        foreach (var row in table.Rows)
            page.Append("| ").AppendJoin(" | ", row.Select(cell => Escaped(cell.Show(table.Digits)))).Append(" |\n");
        page.Append('\n');
        if (table.Note.Length > 0)
            page.Append(Escaped(table.Note)).Append("\n\n");
    }

    private static string Escaped(string text) => text
        .Replace("|", "\\|", StringComparison.Ordinal)
        .Replace("*", "\\*", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal);
}
