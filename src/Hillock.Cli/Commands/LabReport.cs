using System.Globalization;
using System.Text.Json.Nodes;
using Hillock.Cli.Output;
using Hillock.Lab.Laboratory;
using Hillock.Lab.Laboratory.Results;
using Spectre.Console;

namespace Hillock.Cli.Commands;

/// <summary>What <c>hillock lab</c> prints.</summary>
internal static class LabReport
{
    /// <summary>An experiment of the list, for JSON.</summary>
    public static object Describe(Experiment experiment) => new
    {
        experiment.Name,
        experiment.Question,
        Rate = RateOf(experiment),
        experiment.Claim,
        Lengths = experiment.Lengths.ToDictionary(
            length => length.Unit, length => new { length.Full, length.Quick }),
        UsualSeconds = experiment.UsualTime.TotalSeconds,
        experiment.Sources,
    };

    public static void PrintList(Terminal terminal)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("experiment", "question", "rate")
            .AddColumn(new TableColumn("takes about").RightAligned());
        foreach (var experiment in ExperimentCatalogue.All)
        {
            table.AddRow(
                new Text(experiment.Name), new Text(experiment.Question), new Text(RateOf(experiment)),
                new Text(Duration(experiment.UsualTime)));
        }

        terminal.Console.Write(table);
        terminal.WriteLine("'hillock lab NAME' runs one, 'hillock lab all --quick' all of them in minutes.");
    }

    /// <summary>The verdict, what was tested, and where the page is.</summary>
    public static void Print(Terminal terminal, ExperimentResult result, string page)
    {
        var console = terminal.Console;
        console.Write(new Text(result.Question + "\n", new Style(decoration: Decoration.Bold)));
        console.Write(new Text(result.Verdict.Text(), StyleOf(result.Verdict)));
        console.Write(new Text($": {result.Summary}\n"));
        var table = new Table().Border(TableBorder.Simple).AddColumns("tested", "found", "published", "");
        foreach (var check in result.Checks)
        {
            var remark = check.Remark is null ? "" : $" ({check.Remark})";
            table.AddRow(
                new Text(check.Statement), new Text(check.Measured), new Text(check.Published ?? ""),
                new Text(check.Outcome.Text() + remark, StyleOf(check.Outcome)));
        }

        console.Write(table);
        terminal.WriteLine($"{Duration(result.Duration)}. Page with pictures: {page}");
        terminal.WriteLine();
    }

    /// <summary>One line an experiment.</summary>
    public static void PrintAll(Terminal terminal, IReadOnlyList<ExperimentResult> results, string page)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("experiment", "verdict", "checks")
            .AddColumn(new TableColumn("time").RightAligned());
        foreach (var result in results)
        {
            var held = result.Checks.Count(check => check.Outcome == Outcome.Held);
            table.AddRow(
                new Text(result.Name), new Text(result.Verdict.Text(), StyleOf(result.Verdict)),
                new Text(string.Create(CultureInfo.InvariantCulture, $"{held} of {result.Checks.Count}")),
                new Text(Duration(result.Duration)));
        }

        terminal.Console.Write(table);
        terminal.WriteLine($"All pages: {page}");
    }

    /// <summary>Several results as one JSON document.</summary>
    public static string JsonOf(IEnumerable<ExperimentResult> results) =>
        new JsonArray([.. results.Select(result => JsonNode.Parse(result.ToJson()))]).ToJsonString(
            new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })
        + "\n";

    private static string RateOf(Experiment experiment) => experiment.Rate == Rate.Exact ? "exact" : "form";

    private static Style StyleOf(Outcome outcome) => new(outcome switch
    {
        Outcome.Held => Color.Green,
        Outcome.DidNotHold => Color.Red,
        _ => Color.Yellow,
    });

    private static string Duration(TimeSpan span) => span.TotalSeconds < 90
        ? string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0.#} s")
        : string.Create(CultureInfo.InvariantCulture, $"{span.TotalMinutes:0.#} min");
}
