using System.Globalization;
using Hillock.Lab.Comparisons;
using Hillock.Networks;

namespace Hillock.Lab.Reports.Charts;

/// <summary>Small multiples of what each hidden layer does over time; the same axes for every function.</summary>
internal sealed class LayerCharts
{
    private static readonly IReadOnlyList<Quantity> Quantities =
    [
        new("input", "Std. of pre-activations", layer => layer.PreActivation.StandardDeviation),
        new("mean", "Mean of activations", layer => layer.Activation.Mean),
        new("std", "Std. of activations", layer => layer.Activation.StandardDeviation),
        new("gradient", "Std. of gradients", layer => layer.Gradient.StandardDeviation, LogarithmicOver: 15),
        new("zero", "Share at zero", layer => 100 * layer.ShareAtZero, " %", IsShare: true),
        new("saturated", "Share saturated", layer => 100 * layer.ShareSaturated, " %", IsShare: true),
    ];

    // As wide as a sixth of the page, so that letters keep their size there.
    private const int Width = 190;
    private const int Height = 165;

    private readonly int _layers;
    private readonly double _epochs;
    private readonly Dictionary<Quantity, ChartAxis> _axes;

    public LayerCharts(ComparisonResult result)
    {
        var records = result.Functions.SelectMany(ShownRuns).SelectMany(run => run.Epochs).ToArray();
        _layers = records.Select(record => record.Layers.Count).DefaultIfEmpty(0).Max();
        _epochs = Math.Max(1, records.Select(record => record.Epoch).DefaultIfEmpty(1).Max());
        _axes = Quantities.ToDictionary(quantity => quantity, quantity => AxisOf(quantity, result));
    }

    /// <summary>One entry a layer, input side first.</summary>
    public IReadOnlyList<LegendEntry> Legend =>
        [.. Enumerable.Range(0, _layers).Select(i => new LegendEntry(LayerName(i), Pen.Series(i)))];

    public IEnumerable<Chart> Draw(FunctionResult function, string namePrefix)
    {
        if (_layers == 0 || !ShownRuns(function).Any())
            yield break;
        foreach (var quantity in Quantities)
            yield return Draw(function, quantity, namePrefix + "-" + quantity.Name);
    }

    private Chart Draw(FunctionResult function, Quantity quantity, string name)
    {
        var chart = new Chart(
            name, quantity.Title, new ChartAxis(0, _epochs) { Label = "epoch", WantedTicks = 4 },
            _axes[quantity], Width, Height)
        {
            Subject = function.Name,
        };
        chart.AddGrid();
        for (var layer = 0; layer < _layers; layer++)
        {
            var curve = CurveOf(function, quantity, layer);
            chart.AddLine(curve.Epochs, [.. curve.Means], Pen.Series(layer), 1.8f);
            chart.AddLegend(new LegendEntry(LayerName(layer), Pen.Series(layer)));
        }

        return chart;
    }

    private ChartAxis AxisOf(Quantity quantity, ComparisonResult result)
    {
        if (quantity.IsShare)
            return new ChartAxis(-2, 102) { Unit = quantity.Unit, WantedTicks = 3 };
        var means = result.Functions.SelectMany(function => Enumerable.Range(0, _layers)
            .SelectMany(layer => CurveOf(function, quantity, layer).Means));
        var values = double.IsFinite(quantity.LogarithmicOver) ? means.Where(value => value > 0) : means;
        return ChartAxis.Covering(values, quantity.LogarithmicOver) with { Unit = quantity.Unit, WantedTicks = 4 };
    }

    private static LearningCurve CurveOf(FunctionResult function, Quantity quantity, int layer) =>
        LearningCurve.Of(ShownRuns(function), record =>
            layer < record.Layers.Count ? quantity.Select(record.Layers[layer]) : double.NaN);

    /// <summary>The finished runs; where there are none, the diverged ones, whose way down is of interest.</summary>
    private static IEnumerable<RunResult> ShownRuns(FunctionResult function)
    {
        var finished = function.Runs.Where(run => run.DivergedAtEpoch is null).ToArray();
        return finished.Length > 0 ? finished : function.Runs;
    }

    private static string LayerName(int index) => "hidden layer " + (index + 1).ToString(CultureInfo.InvariantCulture);

    private sealed record Quantity(
        string Name, string Title, Func<LayerStatistics, double> Select, string Unit = "", bool IsShare = false,
        double LogarithmicOver = double.PositiveInfinity);
}
