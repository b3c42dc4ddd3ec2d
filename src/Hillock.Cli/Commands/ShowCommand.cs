using System.CommandLine;
using Hillock.Analysis;
using Hillock.Catalogue;
using Hillock.Cli.Output;
using Hillock.Expressions;
using Spectre.Console;

namespace Hillock.Cli.Commands;

/// <summary><c>hillock show</c>: all that is derived from one definition.</summary>
internal static class ShowCommand
{
    private const int PlotColumns = 60;
    private const int PlotRows = 12;

    public static Command Create(Terminal terminal)
    {
        var function = CommonOptions.Function();
        var kernel = new Option<bool>("--kernel") { Description = "Show what the kernels cost instead." };
        var definitions = new DefinitionsOption();
        var json = CommonOptions.Json();
        var command = new Command("show", "Show an activation: formula, derivatives, kinks, curve.")
        {
            function, kernel, definitions, json,
        };
        command.SetAction(result =>
        {
            var asked = result.GetRequiredValue(function);
            var activation = Activation.Parse(asked, definitions.Of(result));
            if (result.GetValue(kernel)) KernelReport.Write(terminal, activation, result.GetValue(json));
            else if (result.GetValue(json)) terminal.WriteJson(Describe(activation));
            else Print(terminal, asked, activation);
            return CommandLine.Success;
        });
        return command;
    }

    private static object Describe(Activation a)
    {
        var moments = GaussianMoments.Compute(a.Kernel<double>());
        return new
        {
            a.Id,
            Formula = a.Formula.ToString(),
            Latex = LatexPrinter.Print(a.Formula),
            Derivative = a.Derivative().ToString(),
            DerivativeLatex = LatexPrinter.Print(a.Derivative()),
            SecondDerivative = a.Derivative(2).ToString(),
            Parameters = a.Parameters.Select(p => new
            {
                p.Name,
                p.Default,
                p.Learned,
                Domain = p.Domain.ToString(),
                Derivative = a.DerivativeWithRespectTo(p.Name).ToString(),
            }),
            Kinks = a.Kinks.Select(k => new { At = k.Location.ToString(), Slope = k.Slope.ToString() }),
            AtMinusInfinity = a.Value(double.NegativeInfinity),
            AtPlusInfinity = a.Value(double.PositiveInfinity),
            NormalInput = new { moments.Mean, moments.SecondMoment, moments.SlopeSecondMoment, moments.Gain },
            a.Entry?.Year,
            a.Entry?.Citation,
            a.Entry?.Remark,
            a.Entry?.DefinedIn,
            Elsewhere = a.Entry is { } entry
                ? ActivationNames.Elsewhere(entry).Select(EntryDescription.DescribeName)
                : [],
        };
    }

    private static void Print(Terminal terminal, string asked, Activation a)
    {
        var facts = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(3)).AddColumn();
        Row("f(x)", a.Formula.ToString());
        Row("f′(x)", a.Derivative().ToString());
        Row("f″(x)", a.Derivative(2).ToString());
        foreach (var p in a.Parameters)
        {
            Row(p.Name, ParameterText.InWords(p));
            Row($"∂f/∂{p.Name}", a.DerivativeWithRespectTo(p.Name).ToString());
        }

        foreach (var line in Kinks(a)) Row("kink", line);
        Row("f(-∞), f(∞)", $"{Limit(a.Value(double.NegativeInfinity))}, {Limit(a.Value(double.PositiveInfinity))}");
        var moments = GaussianMoments.Compute(a.Kernel<double>());
        Row("x ~ N(0, 1)", $"E f = {Moment(moments.Mean)}, E f² = {Moment(moments.SecondMoment)}, "
            + $"E f′² = {Moment(moments.SlopeSecondMoment)}, gain 1/√E f² = {Moment(moments.Gain)}");
        Row("LaTeX", LatexPrinter.Print(a.Formula));
        foreach (var (label, text) in NameRows.Of(asked, a)) Row(label, text);

        terminal.Console.MarkupLine($"[bold]{Markup.Escape(a.Id)}[/]");
        terminal.Console.Write(facts);
        terminal.WriteLine();
        foreach (var line in TextPlot.Draw(a.Value, -5, 5, PlotColumns, PlotRows)) terminal.WriteLine(line);

        void Row(string name, string value) => facts.AddRow(new Text(name), new Text(value));
    }

    private static IEnumerable<string> Kinks(Activation a)
    {
        const int most = 6;
        var places = a.KinkLocations().ToList();
        foreach (var at in places.Take(most))
            yield return $"at {Numbers.Short(at)}, slope {Numbers.Short(a.DerivativeAt(at))} is used there";
        if (places.Count > most) yield return $"and {places.Count - most} more";
    }

    private static string Moment(double value) => double.IsNaN(value) ? "does not exist" : Numbers.Short(value);

    private static string Limit(double value) => double.IsNaN(value) ? "no limit" : Numbers.Short(value);
}
