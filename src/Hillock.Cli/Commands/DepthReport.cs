using System.Globalization;
using Hillock.Analysis.MeanField;
using Hillock.Cli.Output;
using Hillock.Lab.Depth;

namespace Hillock.Cli.Commands;

/// <summary>A <see cref="DepthResult"/> in the terminal: theory beside the networks, layer by layer, then the depths.
/// </summary>
internal static class DepthReport
{
    private const int MostRows = 16;
    private const int TheoryColumn = 10;
    private const string Overflow = "overflow";

    // From this width on there is room for what the networks do at least and at most.
    private const int WideFrom = 137;

    public static void Print(Terminal terminal, DepthResult study, string? file)
    {
        terminal.WriteLine(Title(study));
        foreach (var remark in Remarks(study)) terminal.WriteLine(remark);
        terminal.WriteLine();
        foreach (var line in Table(study, terminal.Console.Profile.Width >= WideFrom)) terminal.WriteLine(line);
        terminal.WriteLine();
        terminal.WriteLine("The gradient of layer 1, against that of the last layer:");
        terminal.WriteLine("  theory    " + Sentence(study.Predicted, study, "between 1e-6 and 1e6 for a million layers"));
        terminal.WriteLine("  networks  " + Sentence(study.Measured, study, "no trend that stands out from chance"));
        if (file is not null) terminal.WriteLine($"written to {file}");
    }

    private static string Title(DepthResult study)
    {
        var settings = study.Settings;
        var seeds = settings.Networks == 1
            ? $"seed {settings.FirstSeed}"
            : $"seeds {settings.FirstSeed} to {settings.FirstSeed + settings.Networks - 1}";
        return $"{settings.Activation.Id}: {settings.Layers} layers of {settings.Width}, {settings.Initialisation} "
            + $"(σ_w = {Numbers.Short(study.WeightDeviation)}, σ_b = {Numbers.Short(settings.UsedBiasDeviation)}), {seeds}";
    }

    private static IEnumerable<string> Remarks(DepthResult study)
    {
        if (study.Edge is not { FixedPoint: var point }) yield break;
        yield return point.Variance is { } variance
            ? $"Edge of chaos at variance {Numbers.Short(variance)}, where its slope is {Numbers.Short(point.Slope)}."
            : "Edge of chaos: every variance is a fixed point.";
        if (point.Attraction == Attraction.Repelling)
            yield return "This fixed point repels: layers move away from it.";
    }

    private static IEnumerable<string> Table(DepthResult study, bool isWide)
    {
        Column[] columns =
        [
            new("variance of u", signal => signal.Variance),
            new("mean of f(u)", signal => signal.Mean),
            new("gradient", signal => signal.Gradient),
        ];
        var networks = isWide ? 34 : 11;
        var column = TheoryColumn + networks;
        yield return "layer" + string.Concat(columns.Select(c => c.Name.PadLeft(column)));
        yield return "     " + string.Concat(columns.Select(_ =>
            "theory".PadLeft(TheoryColumn) + (isWide ? "networks (least to most)" : "networks").PadLeft(networks)));
        foreach (var index in Rows(study.Layers.Count))
        {
            var layer = study.Layers[index - 1];
            yield return layer.Layer.ToString(CultureInfo.InvariantCulture).PadLeft(5) + string.Concat(columns.Select(c =>
                (layer.Predicted is { } signal ? Number(c.Select(signal)) : Overflow).PadLeft(TheoryColumn)
                + Measured(layer, c, isWide).PadLeft(networks)));
            // The rest would say the same.
            if (layer.Predicted is null && !double.IsFinite(layer.Typical.Variance)) yield break;
        }
    }

    private static string Measured(DepthLayer layer, Column column, bool isWide)
    {
        var typical = Number(column.Select(layer.Typical));
        if (!isWide || layer.Measured.Count == 1) return typical;
        var values = layer.Measured.Select(column.Select).ToList();
        return $"{typical} ({Number(values.Min())} to {Number(values.Max())})";
    }

    // The first three, the last, and round numbers between.
    private static IEnumerable<int> Rows(int layers)
    {
        int[] steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
        var step = steps.First(s => layers / s <= MostRows - 4);
        return Enumerable.Range(1, layers).Where(l => l <= 3 || l == layers || l % step == 0);
    }

    private static string Sentence(GradientReach? reach, DepthResult study, string ifNowhere)
    {
        var layers = study.Layers.Count;
        if (layers == 1 && reach is null) return "one layer tells no rate";
        if (reach is null) return "numbers overflow, or gradients are 0, before a depth can be named";
        if (reach.Depth is not { } depth) return ifNowhere;
        var crossing = reach.Vanishes ? "below 1e-6" : "above 1e6";
        return reach.IsExtrapolated
            ? $"{crossing} from about {Number(depth)} layers on "
                + $"({Numbers.Short(Math.Round(reach.Rate, 4))} a layer at layer {layers})"
            : $"{crossing} from {Numbers.Short(depth)} layers on";
    }

    private static string Number(double value) => double.IsFinite(value)
        ? Numbers.Short(double.Parse(value.ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture))
        : Overflow;

    private sealed record Column(string Name, Func<LayerSignal, double> Select);
}
