using Hillock.Catalogue.Noise;
using Hillock.Cli.Output;
using Hillock.Expressions;
using Spectre.Console;

namespace Hillock.Cli.Commands;

/// <summary>What <c>show</c> says of noise in training.</summary>
internal static class NoiseReport
{
    /// <summary>Rows for an activation that has noise in training, by the name that was asked for; none for others.</summary>
    public static IEnumerable<(string Label, string Text)> RowsOf(string asked)
    {
        if (NoisyCatalogue.Find(asked.Split('(')[0].Trim()) is not { } entry) return [];
        return Rows(NoisyActivation.Parse(entry.Id)).Select((row, i) => i == 0 ? ("in training", row.Text) : row);
    }

    /// <summary>Reports on a formula with noise.</summary>
    public static void Write(Terminal terminal, NoisyActivation noisy, bool json)
    {
        if (json)
        {
            terminal.WriteJson(Describe(noisy));
            return;
        }

        var facts = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(3)).AddColumn();
        foreach (var (label, value) in Rows(noisy)) facts.AddRow(new Text(label), new Text(value));
        facts.AddRow("evaluation", noisy.Evaluation.ToString());
        terminal.Console.MarkupLine($"[bold]{Markup.Escape(noisy.Id)}[/]");
        terminal.Console.Write(facts);
    }

    /// <summary>The noise of an entry for programs, or null.</summary>
    public static object? Describe(NoisyEntry? entry) => entry is null
        ? null
        : new { Formula = entry.FormulaText, Parameters = entry.Parameters.Select(ParameterText.Describe), entry.Remark };

    private static object Describe(NoisyActivation noisy) => new
    {
        noisy.Id,
        Formula = noisy.Formula.ToString(),
        Noise = noisy.Noise.ToString(),
        noisy.Noise.Mean,
        Derivative = noisy.Derivative().ToString(),
        Parameters = noisy.Parameters.Select(ParameterText.Describe),
        Evaluation = noisy.Evaluation.ToString(),
    };

    private static IEnumerable<(string Label, string Text)> Rows(NoisyActivation noisy)
    {
        yield return ("f(x, n)", noisy.Formula.ToString());
        yield return ("noise", $"{noisy.Noise}, in evaluation {Numbers.Short(noisy.Noise.Mean)}");
        yield return ("∂f/∂x", noisy.Derivative().ToString());
        foreach (var p in noisy.Parameters) yield return (p.Name, ParameterText.Of(p));
    }
}
