using System.Globalization;
using Hillock.Cli.Output;
using Hillock.Verification;
using Spectre.Console;

namespace Hillock.Cli.Commands;

/// <summary>The errors of one activation as a table of 80 columns.</summary>
internal static class VerifyTable
{
    public static void Print(Terminal terminal, ActivationResult result)
    {
        var inputs = result.Exhaustive ? "every input" : "a sample of inputs";
        terminal.Console.MarkupLine(string.Create(
            CultureInfo.InvariantCulture,
            $"[bold]{Markup.Escape(result.Function)}[/], {result.Type}, {result.Precision}: {inputs}, {result.Seconds:F1} s"));
        var table = new Table().Border(TableBorder.Simple).AddColumn(Column("kernel", Justify.Left));
        foreach (var title in new[] { "ULP", "at x", "got", "expected", "bound" }) table.AddColumn(Column(title, Justify.Right));
        table.AddColumn(Column("", Justify.Left));
        foreach (var quantity in result.Quantities) table.AddRow(Cells(quantity));
        terminal.Console.Write(table);
        foreach (var note in result.Quantities.SelectMany(Notes)) terminal.WriteLine(note);
    }

    private static TableColumn Column(string title, Justify alignment) =>
        new(title) { Alignment = alignment, NoWrap = true, Padding = new Padding(0, 0, 1, 0) };

    private static string[] Cells(QuantityResult q) =>
    [
        Name(q),
        Units(q.Worst?.Error ?? 0),
        q.Worst is { } w ? Number(w.X) : "",
        q.Worst is { } v ? Number(v.Got) : "",
        q.Worst is { } u ? Number(u.Expected) : "",
        q.Bound is { } bound ? bound.ToString("0.###", CultureInfo.InvariantCulture) : "none",
        q.Outcome switch
        {
            Outcome.Pass => "[green]pass[/]",
            Outcome.Fail => "[red]FAIL[/]",
            Outcome.Unproven => "[red]OPEN[/]",
            _ => "",
        },
    ];

    private static IEnumerable<string> Notes(QuantityResult q)
    {
        yield return $"{Name(q)}: {q.Inputs} inputs, witness {q.Witnessed} without {q.Unwitnessed}, screen {q.ScreenDistance:E1}, wrong zeros {q.WrongZeros} at {q.WrongZeroAt}";
    }

    private static string Name(QuantityResult q) =>
        q.Near is { } near ? string.Create(CultureInfo.InvariantCulture, $"near {near:G4}") : q.Quantity;

    private static string Units(double error) => error < 1000
        ? error.ToString("0.000", CultureInfo.InvariantCulture)
        : error.ToString("0.0e0", CultureInfo.InvariantCulture);

    private static string Number(double value) => value.ToString("G9", CultureInfo.InvariantCulture);
}
