using System.CommandLine;
using Hillock.Cli.Output;
using Hillock.Lab.Reports;

namespace Hillock.Cli.Commands;

/// <summary><c>hillock plot</c>: curves in the terminal, or as a picture.</summary>
internal static class PlotCommand
{
    private const int Samples = 601;
    private const int Rows = 16;

    public static Command Create(Terminal terminal)
    {
        var functions = new Argument<string[]>("functions")
        {
            Description = "One or more activations: ids or formulas.",
            Arity = ArgumentArity.OneOrMore,
        };
        var from = new Option<string>("--from") { Description = "Left end.", HelpName = "x", DefaultValueFactory = _ => "-5" };
        var to = new Option<string>("--to") { Description = "Right end.", HelpName = "x", DefaultValueFactory = _ => "5" };
        var derivative = CommonOptions.Derivative();
        var output = new Option<string?>("--output")
        {
            Description = "An SVG file to draw into instead of the terminal.",
            HelpName = "file.svg",
        };
        var definitions = new DefinitionsOption();
        var json = CommonOptions.Json();
        var command = new Command("plot", "Draw activations.")
        {
            functions, from, to, derivative, output, definitions, json,
        };
        command.SetAction(result =>
        {
            var defined = definitions.Of(result);
            var request = new Request(
                [.. result.GetRequiredValue(functions).Select(text => Activation.Parse(text, defined))],
                PlotRange.Parse(result.GetRequiredValue(from), result.GetRequiredValue(to)),
                CommonOptions.CheckOrder(result.GetValue(derivative)));
            if (result.GetValue(json)) terminal.WriteJson(request.Describe());
            else if (result.GetValue(output) is { } file) Save(terminal, request, file);
            else Print(terminal, request);
            return CommandLine.Success;
        });
        return command;
    }

    private static void Print(Terminal terminal, Request request)
    {
        var columns = Math.Clamp(terminal.Console.Profile.Width - 16, 24, 100);
        foreach (var activation in request.Functions)
        {
            terminal.WriteLine(activation.Id);
            foreach (var line in TextPlot.Draw(
                x => activation.DerivativeAt(x, request.Order), request.Range.From, request.Range.To, columns, Rows))
                terminal.WriteLine(line);
        }
    }

    private static void Save(Terminal terminal, Request request, string file)
    {
        if (!file.EndsWith(".svg", StringComparison.OrdinalIgnoreCase))
            throw new UsageException($"--output {file}: pictures are SVG; name a file that ends in .svg.");
        var x = request.Range.Points(Samples);
        var curves = request.Functions.Select(a => (a.Id, (IReadOnlyList<double>)request.Values(a, x))).ToList();
        File.WriteAllText(file, CurvesPicture.Draw(x, curves));
        terminal.WriteLine($"written to {file}");
    }

    private sealed record Request(IReadOnlyList<Activation> Functions, PlotRange Range, int Order)
    {
        public double[] Values(Activation activation, double[] x)
        {
            var y = new double[x.Length];
            activation.Kernel<double>().Derivative(Order, x, y);
            return y;
        }

        public object Describe()
        {
            var x = Range.Points(Samples);
            return new { Order, X = x, Curves = Functions.Select(a => new { Function = a.Id, Y = Values(a, x) }) };
        }
    }
}
