using System.CommandLine;
using Hillock.Analysis;
using Hillock.Catalogue;
using Hillock.Cli.Output;
using Hillock.Lab.Reports;

namespace Hillock.Cli.Commands;

/// <summary><c>hillock diff</c>: how far two activations are apart.</summary>
internal static class DiffCommand
{
    private const int Samples = 601;
    private const int PlotRows = 10;

    public static Command Create(Terminal terminal)
    {
        var first = new Argument<string>("first")
        {
            Description = "An activation: an id, a library's name, or a formula.",
        };
        var second = new Argument<string>("second") { Description = "The one to compare it with." };
        var from = End("--from", "Left end.", "-10");
        var to = End("--to", "Right end.", "10");
        var output = new Option<string?>("--out")
        {
            Description = "An SVG file to draw the difference into.",
            HelpName = "file.svg",
        };
        var definitions = new DefinitionsOption();
        var json = CommonOptions.Json();
        var command = new Command("diff", "Show where two activations differ.")
        {
            first, second, from, to, output, definitions, json,
        };
        command.SetAction(result =>
        {
            var range = PlotRange.Parse(result.GetRequiredValue(from), result.GetRequiredValue(to));
            var pair = new Pair(
                result.GetRequiredValue(first), result.GetRequiredValue(second), definitions.Of(result), range);
            if (result.GetValue(output) is { } file) Save(pair, file);
            if (result.GetValue(json)) terminal.WriteJson(pair.Describe());
            else Print(terminal, pair, result.GetValue(output));
            return CommandLine.Success;
        });
        return command;
    }

    private static Option<string> End(string name, string description, string usual) =>
        new(name) { Description = description, HelpName = "x", DefaultValueFactory = _ => usual };

    private static void Print(Terminal terminal, Pair pair, string? file)
    {
        terminal.WriteLine(Line(pair.FirstText, pair.First));
        terminal.WriteLine(Line(pair.SecondText, pair.Second));
        terminal.WriteLine(Sentence("values", pair.Values, pair.Range));
        terminal.WriteLine(Sentence("slopes", pair.Slopes, pair.Range));
        foreach (var remark in pair.Remarks()) terminal.WriteLine(remark);
        if (file is not null) terminal.WriteLine($"written to {file}");
        if (pair.Values.Size == 0) return;
        terminal.WriteLine();
        terminal.WriteLine($"{pair.FirstText} - {pair.SecondText}");
        var columns = Math.Clamp(terminal.Console.Profile.Width - 16, 24, 100);
        foreach (var line in TextPlot.Draw(pair.Difference, pair.Range.From, pair.Range.To, columns, PlotRows))
            terminal.WriteLine(line);
    }

    private static string Line(string text, Activation a) => text == a.Id || a.Entry is null
        ? $"{text}: f(x) = {a}"
        : $"{text} is {a.Id}: f(x) = {a}";

    private static string Sentence(string what, LargestDifference difference, PlotRange range) => difference.Size switch
    {
        0 => $"{what}: no difference on {range}",
        double.NaN => $"{what}: at x = {Numbers.Long(difference.At)} only one of them has one",
        _ => $"{what}: largest difference {Numbers.Short(difference.Size)} on {range}, "
            + $"at x = {Numbers.Short(difference.At)}",
    };

    private static void Save(Pair pair, string file)
    {
        if (!file.EndsWith(".svg", StringComparison.OrdinalIgnoreCase))
            throw new UsageException($"--out {file}: pictures are SVG; name a file that ends in .svg.");
        var x = pair.Range.Points(Samples);
        File.WriteAllText(file, CurvesPicture.Draw(
            x, [($"{pair.FirstText} - {pair.SecondText}", [.. x.Select(pair.Difference)])]));
    }

    private sealed class Pair(string first, string second, DefinitionSet definitions, PlotRange range)
    {
        public string FirstText { get; } = first;

        public string SecondText { get; } = second;

        public PlotRange Range { get; } = range;

        public Activation First { get; } = Activation.Parse(first, definitions);

        public Activation Second { get; } = Activation.Parse(second, definitions);

        public LargestDifference Values => Between(0);

        public LargestDifference Slopes => Between(1);

        public double Difference(double x) => First.Value(x) - Second.Value(x);

        public IEnumerable<string> Remarks() => new[] { (FirstText, First), (SecondText, Second) }
            .Where(asked => asked.Item2.Entry is { DefinedIn: null })
            .Select(asked => asked.Item1)
            .Select(text => (text, remark: ActivationNames.Find(text.Split('(')[0].Trim())?.FrameworkName?.Remark))
            .Where(pair => pair.remark is not null)
            .Select(pair => $"{pair.text}: {pair.remark}");

        public object Describe() => new
        {
            First = new { Asked = FirstText, First.Id, Definition = First.ToString() },
            Second = new { Asked = SecondText, Second.Id, Definition = Second.ToString() },
            Range.From,
            Range.To,
            Values,
            Slopes,
            Remarks = Remarks(),
        };

        private LargestDifference Between(int order) =>
            LargestDifference.Between(First.Kernel<double>(), Second.Kernel<double>(), order, Range.From, Range.To);
    }
}
