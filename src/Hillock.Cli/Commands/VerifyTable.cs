using System.Globalization;
using Hillock.Cli.Output;
using Hillock.Verification;
using Spectre.Console;

namespace Hillock.Cli.Commands;

/// <summary>The errors of one activation, in 80 columns.</summary>
internal static class VerifyTable
{
    // Three numbers of nine digits leave this much of 80 columns.
    private const int LongestName = 14;

    public static void Print(Terminal terminal, ActivationResult result)
    {
        var inputs = result.Exhaustive ? "every input" : "a sample of inputs";
        terminal.Console.MarkupLine(Text(
            $"[bold]{Markup.Escape(result.Function)}[/], {result.Type}, {result.Precision}: {inputs}, {result.Seconds:F1} s"));
        var table = new Table().Border(TableBorder.None).AddColumn(Column("kernel", Justify.Left));
        foreach (var title in new[] { "ULP", "at x", "got", "true", "bound" }) table.AddColumn(Column(title, Justify.Right));
        table.AddColumn(Column("", Justify.Left));
        foreach (var quantity in result.Quantities) table.AddRow(Cells(quantity));
        terminal.Console.Write(table);
        foreach (var note in Notes(result)) terminal.WriteLine(note);
        terminal.WriteLine();
    }

    private static TableColumn Column(string title, Justify alignment) =>
        new(title) { Alignment = alignment, NoWrap = true, Padding = new Padding(0, 0, 1, 0) };

    private static string[] Cells(QuantityResult q) =>
    [
        Markup.Escape(Shortened(Name(q))),
        (q.Worst?.Error ?? 0).ToString("G4", CultureInfo.InvariantCulture),
        .. q.Worst is { } w ? [Numbers.Single(w.X), Numbers.Single(w.Got), Numbers.Single(w.Expected)] : new[] { "", "", "" },
        q.Bound is { } bound ? Numbers.Short(bound) : "none",
        Word(q.Outcome),
    ];

    private static string Word(Outcome outcome) => outcome switch
    {
        Outcome.Pass => "[green]pass[/]",
        Outcome.Fail => "[red]FAIL[/]",
        Outcome.Unproven => "[red]open[/]",
        _ => "",
    };

    private static IEnumerable<string> Notes(ActivationResult result)
    {
        var quantities = result.Quantities;
        if (quantities.Any(q => q.Near is not null)) yield return $"near: {Units(result)}";
        foreach (var q in quantities.Where(q => q.WrongZeroAt is not null))
            yield return Text(
                $"{Name(q).Trim()}: {q.WrongZeros} zeros of the other sign, one at {Numbers.Single(q.WrongZeroAt!.Value)}");
        if (quantities.Any(q => q.Quantity.EndsWith(Quantity.PairSuffix, StringComparison.Ordinal)))
            yield return "pair: from the kernel that gives value and derivative in one pass";
        yield return Text(
            $"{quantities.Sum(q => q.Witnessed)} results witnessed with 320 bits; {Screen(quantities)}");
        if (quantities.Any(q => q.Outcome == Outcome.Unproven))
            yield return "open: the screen is too far from the witness to say that the bound holds everywhere";
    }

    private static string Units(ActivationResult result)
    {
        var type = ElementType.All.Single(type => type.Name == result.Type);
        return Text($"it is 0 there; within half that distance a unit is 2^{SignChange.SmallestUnit(type)} or more");
    }

    private static string Screen(IReadOnlyList<QuantityResult> quantities) =>
        Text($"the screen was at most {quantities.Max(q => q.ScreenDistance):G2} ULP off");

    private static string Name(QuantityResult q) => q.Near is { } near ? Text($"  near {near:G5}") : q.Quantity;

    private static string Shortened(string name) => name.Length <= LongestName ? name : name[..(LongestName - 1)] + "…";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
