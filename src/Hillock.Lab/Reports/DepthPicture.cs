using System.Globalization;
using System.Xml.Linq;
using Hillock.Lab.Depth;
using Hillock.Lab.Reports.Charts;

namespace Hillock.Lab.Reports;

/// <summary>The picture of a <see cref="DepthResult"/>: theory and every random network, layer by layer.</summary>
public static class DepthPicture
{
    private const int Width = 640;
    private const int Height = 250;
    private const double LogarithmicOver = 15;

    private static readonly Pen NetworkPen = Pen.Series(0);
    private static readonly Pen TheoryPen = new(Palette.Ink, 1);

    private static readonly IReadOnlyList<Quantity> Quantities =
    [
        new("variance", "Variance of the pre-activations u", signal => signal.Variance, LogarithmicOver),
        new("mean", "Mean of f(u), on the scale of its standard deviation", signal => signal.Mean),
        new("gradient", "Gradient ∂L/∂u, root mean square, last layer = 1", signal => signal.Gradient, LogarithmicOver),
    ];

    /// <summary>The picture as the text of an SVG file.</summary>
    public static string Draw(DepthResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var svg = new XElement(Svg.Space + "svg");
        var top = 0;
        foreach (var quantity in Quantities)
        {
            using var chart = Draw(result, quantity, isLast: quantity == Quantities[^1]);
            var part = chart.StandAlone().Root!;
            part.Add(new XAttribute("y", top));
            top += (int)part.Attribute("height")!;
            svg.Add(part);
        }

        svg.Add(
            new XAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {Width} {top}")),
            new XAttribute("width", Width),
            new XAttribute("height", top));
        return Report.ToText(new XDocument(svg));
    }

    private static Chart Draw(DepthResult result, Quantity quantity, bool isLast)
    {
        var layers = result.Layers.Select(layer => (double)layer.Layer).ToArray();
        double[][] networks =
        [
            .. Enumerable.Range(0, result.Settings.Networks).Select(
                network => Values(result, layer => quantity.Select(layer.Measured[network]), quantity)),
        ];
        var theory = Values(
            result, layer => layer.Predicted is { } signal ? quantity.Select(signal) : double.NaN, quantity);
        var y = ChartAxis.Covering(
            [.. networks.SelectMany(values => values), .. theory, .. Scale(result, quantity)], quantity.LogarithmicOver);
        var chart = new Chart(
            quantity.Name, quantity.Title,
            new ChartAxis(1, Math.Max(2, layers[^1])) { Label = isLast ? "hidden layer" : "" }, y, Width, Height)
        {
            Subject = quantity == Quantities[0] ? Subject(result) : "",
        };
        chart.AddGrid();
        foreach (var values in networks) chart.AddLine(layers, values, NetworkPen, 1.1f);
        chart.AddLine(layers, theory, TheoryPen, 2.2f);
        if (!isLast) return chart;
        chart.AddLegend(new LegendEntry("mean-field theory", TheoryPen));
        chart.AddLegend(new LegendEntry(
            Numbers.Count(result.Settings.Networks, "random network"), NetworkPen));
        return chart;
    }

    private static string Subject(DepthResult result) =>
        $"{result.Settings.Activation.Id}, {result.Settings.Initialisation}, width "
        + result.Settings.Width.ToString(CultureInfo.InvariantCulture);

    // A mean that is 0 would else be drawn as nothing but noise.
    private static IEnumerable<double> Scale(DepthResult result, Quantity quantity) => quantity.Name == "mean"
        ? result.Layers.SelectMany(layer => layer.Measured)
            .Select(signal => Math.Sqrt(signal.OutputVariance))
            .SelectMany(deviation => new[] { -deviation, deviation })
        : [];

    // What is 0 or not finite has no place on a logarithmic axis.
    private static double[] Values(DepthResult result, Func<DepthLayer, double> select, Quantity quantity) =>
    [
        .. result.Layers.Select(select).Select(value =>
            double.IsFinite(value) && (value > 0 || double.IsInfinity(quantity.LogarithmicOver)) ? value : double.NaN),
    ];

    private sealed record Quantity(
        string Name, string Title, Func<LayerSignal, double> Select,
        double LogarithmicOver = double.PositiveInfinity);
}
