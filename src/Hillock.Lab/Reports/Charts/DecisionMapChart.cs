using System.Globalization;
using Hillock.Lab.Comparisons;
using ScottPlot;

namespace Hillock.Lab.Reports.Charts;

/// <summary>The classes that a trained network gives over the plane, with training examples drawn on top.</summary>
internal static class DecisionMapChart
{
    private const int MostPoints = 400;

    private static readonly IReadOnlyList<MarkerShape> Shapes =
    [
        MarkerShape.FilledCircle, MarkerShape.FilledSquare, MarkerShape.FilledTriangleUp, MarkerShape.FilledDiamond,
        MarkerShape.FilledTriangleDown,
    ];

    /// <summary>One entry a class.</summary>
    public static IReadOnlyList<LegendEntry> Legend(ComparisonResult result) =>
        [.. result.Data.ClassNames.Select((name, index) => new LegendEntry(name, ClassPen(index), LegendMark.Area))];

    /// <summary>The map of the function's first run that has one, or null.</summary>
    public static Chart? Draw(ComparisonResult result, FunctionResult function, string name)
    {
        var run = function.Runs.FirstOrDefault(run => run is { DecisionMap: not null, DivergedAtEpoch: null });
        if (run?.DecisionMap is not { } map)
            return null;
        var title = string.Create(CultureInfo.InvariantCulture, $", seed {run.Seed}");
        var chart = new Chart(
            name, Svg.Shorten(function.Name, 240) + title,
            new ChartAxis(map.XMin, map.XMax), new ChartAxis(map.YMin, map.YMax), 360, 350);
        foreach (var index in map.Classes.Distinct().Order())
            chart.Add(Region(map, index));
        foreach (var points in Thinned(result.PlanePoints).GroupBy(point => point.Class).OrderBy(group => group.Key))
            AddPoints(chart, [.. points], points.Key);
        foreach (var entry in Legend(result))
            chart.AddLegend(entry);
        return chart;
    }

    private static FilledCells Region(DecisionMap map, int index) => new(
        new CoordinateRect(map.XMin, map.XMax, map.YMin, map.YMax), map.Columns, map.Rows,
        (row, column) => map.Classes[row * map.Columns + column] == index,
        ClassPen(index).Sentinel.WithAlpha(0.3));

    private static void AddPoints(Chart chart, (float X, float Y, int Class)[] points, int index)
    {
        double[] xs = [.. points.Select(point => (double)point.X)];
        double[] ys = [.. points.Select(point => (double)point.Y)];
        var shape = Shapes[index % Shapes.Count];
        chart.AddDots(xs, ys, Pen.Surface, 6.5f, shape);
        chart.AddDots(xs, ys, ClassPen(index), 4.5f, shape);
    }

    /// <summary>Every k-th point, so that few enough are left to see the map.</summary>
    private static IEnumerable<(float X, float Y, int Class)> Thinned(
        IReadOnlyList<(float X, float Y, int Class)> points)
    {
        var every = (points.Count + MostPoints - 1) / MostPoints;
        return points.Where((_, index) => index % every == 0);
    }

    private static Pen ClassPen(int index) => Pen.Series(index) with { Dash = 0 };
}
