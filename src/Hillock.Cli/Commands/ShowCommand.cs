using System.CommandLine;
using Hillock.Cli.Output;
using Hillock.Expressions;
using Hillock.Lab.Reports;

namespace Hillock.Cli.Commands;

/// <summary><c>hillock show</c>: all that is derived from one definition.</summary>
internal static class ShowCommand
{
    public static Command Create(Terminal terminal)
    {
        var function = CommonOptions.Function();
        var kernel = new Option<bool>("--kernel") { Description = "Show what the kernels cost instead." };
        var why = new Option<bool>("--why") { Description = "Give the reason of each property." };
        var bias = new Option<string>("--bias-deviation")
        {
            Description = "σ_b, the standard deviation of biases, for which the edge of chaos is asked.",
            HelpName = "number",
            DefaultValueFactory = _ => "0",
        };
        var latex = new Option<bool>("--latex") { Description = "Print formula and derivatives in LaTeX instead." };
        var html = new Option<string?>("--html") { Description = "A file to write a page into.", HelpName = "file.html" };
        var plot = new Option<string?>("--plot")
        {
            Description = "An SVG or PNG file to draw into: curve, derivative, kinks, tangents, saturated zones.",
            HelpName = "file.svg|file.png",
        };
        var definitions = new DefinitionsOption();
        var json = CommonOptions.Json();
        var command = new Command("show", "Show an activation: formula, derivatives, curve and proved properties.")
        {
            function, why, bias, latex, html, plot, kernel, definitions, json,
        };
        command.SetAction(result =>
        {
            var (asked, defined) = (result.GetRequiredValue(function), definitions.Of(result));
            if (GroupFunction.IsMeantBy(asked) || NoisyActivation.IsMeantBy(asked))
            {
                RefuseOptions(result, kernel, why, latex, html, plot);
                if (GroupFunction.IsMeantBy(asked))
                    GroupReport.Write(terminal, asked, GroupFunction.Parse(asked, defined), result.GetValue(json));
                else NoiseReport.Write(terminal, NoisyActivation.Parse(asked, defined), result.GetValue(json));
                return CommandLine.Success;
            }

            var activation = Activation.Parse(asked, defined);
            var report = activation.Properties(biasDeviation: BiasDeviation(result.GetRequiredValue(bias)));
            var page = result.GetValue(html) is { } file ? CheckPage(file) : null;
            var picture = result.GetValue(plot) is { } drawn ? CheckPicture(drawn) : null;
            if (page is not null) File.WriteAllText(page, FunctionPage.Write(activation, report));
            if (picture is not null) FunctionPlot.Write(activation, report, picture);
            if (result.GetValue(kernel)) KernelReport.Write(terminal, activation, result.GetValue(json));
            else if (result.GetValue(json)) terminal.WriteJson(ShowDescription.Of(activation, report));
            else if (result.GetValue(latex)) terminal.Write(Latex(activation));
            else if (page is null && picture is null) ShowText.Print(terminal, asked, activation, report, result.GetValue(why));
            else foreach (var written in new[] { page, picture }.OfType<string>()) terminal.WriteLine($"written to {written}");
            return CommandLine.Success;
        });
        return command;
    }

    private static void RefuseOptions(ParseResult result, params Option[] options)
    {
        if (options.FirstOrDefault(option => result.GetResult(option) is { Implicit: false }) is { } given)
            throw new UsageException($"{given.Name} is for functions of one element without noise.");
    }

    private static string CheckPage(string file) => file.EndsWith(".html", StringComparison.OrdinalIgnoreCase)
        ? file
        : throw new UsageException($"--html {file}: name a file that ends in .html.");

    private static string CheckPicture(string file) => FunctionPlot.IsPicture(file)
        ? file
        : throw new UsageException($"--plot {file}: name a file that ends in .svg or .png.");

    private static double BiasDeviation(string text) => Numbers.Parse(text, "--bias-deviation") switch
    {
        >= 0 and < double.PositiveInfinity and var deviation => deviation,
        _ => throw new UsageException($"--bias-deviation {text}: a standard deviation is a finite number of 0 or more."),
    };

    private static string Latex(Activation a) => string.Concat(
        a.Entry is { } entry ? $"% {a.Id}: {entry.Citation}\n" : "",
        "\\begin{align*}\n",
        $"f(x) &= {LatexPrinter.Print(a.Formula)} \\\\\n",
        $"f'(x) &= {LatexPrinter.Print(a.Derivative())} \\\\\n",
        $"f''(x) &= {LatexPrinter.Print(a.Derivative(2))}\n",
        "\\end{align*}\n");
}
