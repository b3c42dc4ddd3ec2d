using System.Globalization;
using Hillock.Cli.Output;
using Hillock.Kernels;
using Spectre.Console;

namespace Hillock.Cli.Commands;

/// <summary><c>hillock show NAME --kernel</c>: instructions and divisions of each kernel.</summary>
internal static class KernelReport
{
    public static void Write(Terminal terminal, Activation activation, bool json)
    {
        var rows = Rows(activation);
        if (json) terminal.WriteJson(rows.Select(row => new { Type = row.Type, Pass = row.Pass.ToString(), row.Cost }));
        else Print(terminal, activation, rows);
    }

    private static List<(string Type, KernelPass Pass, KernelCost Cost)> Rows(Activation activation)
    {
        var passes = Enum.GetValues<KernelPass>()
            .Where(pass => pass != KernelPass.BackwardWithParameters || activation.Parameters.Count > 0)
            .ToList();
        return
        [
            .. passes.Select(pass => ("float32", pass, activation.Kernel<float>().Cost(pass))),
            .. passes.Select(pass => ("float64", pass, activation.Kernel<double>().Cost(pass))),
        ];
    }

    private static void Print(
        Terminal terminal, Activation activation, IEnumerable<(string Type, KernelPass Pass, KernelCost Cost)> rows)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("type").AddColumn("pass");
        foreach (var title in new[] { "instructions", "multiplications", "divisions", "roots", "bytes/element" })
            table.AddColumn(new TableColumn(title).RightAligned());
        foreach (var (type, pass, cost) in rows)
            table.AddRow(
                type, pass.ToString(), Text(cost.Instructions), Text(cost.Multiplications), Text(cost.Divisions),
                Text(cost.SquareRoots), Text(cost.BytesPerElement));
        terminal.Console.MarkupLine($"[bold]{Markup.Escape(activation.Id)}[/], for one vector of elements");
        terminal.Console.Write(table);
        terminal.WriteLine("Multiplications include fused multiply-adds. A 512-bit vector holds 16 float32 or 8 float64.");

        static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);
    }
}
