using Hillock.Analysis.Properties;
using Hillock.Analysis.Reports;
using Hillock.Cli.Output;
using Spectre.Console;

namespace Hillock.Cli.Commands;

/// <summary>What <c>hillock show</c> prints: formula, derivatives, names, a curve, and the properties with their
/// certainty.</summary>
internal static class ShowText
{
    private const int PlotColumns = 60;
    private const int PlotRows = 12;

    /// <summary>Prints it; formula and curve come first, while the properties are still being computed.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="asked">The function as it was typed.</param>
    /// <param name="a">The activation.</param>
    /// <param name="report">Its properties.</param>
    /// <param name="why">Whether to print the reason below each property.</param>
    public static void Print(Terminal terminal, string asked, Activation a, PropertyReport report, bool why)
    {
        terminal.Console.MarkupLine($"[bold]{Markup.Escape(a.Id)}[/]");
        terminal.Console.Write(Table(Facts(asked, a)));
        terminal.WriteLine();
        foreach (var line in TextPlot.Draw(a.Value, -5, 5, PlotColumns, PlotRows)) terminal.WriteLine(line);
        terminal.WriteLine();
        terminal.Console.Write(Properties(report, why));
        if (!why) terminal.WriteLine("--why gives the reason of each.");
    }

    private static IEnumerable<(string Label, string Text)> Facts(string asked, Activation a)
    {
        yield return ("f(x)", a.Formula.ToString());
        yield return ("f′(x)", a.Derivative().ToString());
        yield return ("f″(x)", a.Derivative(2).ToString());
        foreach (var p in a.Parameters)
        {
            yield return (p.Name, ParameterText.InWords(p));
            yield return ($"∂f/∂{p.Name}", a.DerivativeWithRespectTo(p.Name).ToString());
        }

        foreach (var line in Kinks(a)) yield return ("kink", line);
        foreach (var row in NoiseReport.RowsOf(asked)) yield return row;
        foreach (var row in NameRows.Of(asked, a)) yield return row;
    }

    private static Grid Table(IEnumerable<(string Label, string Text)> rows)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(3)).AddColumn();
        foreach (var (label, text) in rows) grid.AddRow(new Text(label), new Text(text));
        return grid;
    }

    private static Grid Properties(PropertyReport report, bool why)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(3)).AddColumn(new GridColumn().PadRight(3))
            .AddColumn(new GridColumn().NoWrap());
        foreach (var line in PropertyTable.Of(report))
        {
            var text = line.Text.Length > 0 ? line.Text : line.Finding.Because;
            grid.AddRow(new Text(line.Title), new Text(text), new Text(CertaintyText.Of(line.Finding.Status)));
            if (why && text != line.Finding.Because)
                grid.AddRow(new Text(""), new Text("  " + line.Finding.Because), new Text(""));
        }

        return grid;
    }

    private static IEnumerable<string> Kinks(Activation a)
    {
        const int most = 6;
        var places = a.KinkLocations().ToList();
        foreach (var at in places.Take(most))
            yield return $"at {Numbers.Short(at)}, slope {Numbers.Short(a.DerivativeAt(at))} is used there";
        if (places.Count > most) yield return $"and {places.Count - most} more";
    }
}
