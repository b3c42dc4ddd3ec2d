using Hillock.Lab.Laboratory.Figures;
using Hillock.Lab.Reports.Charts;
using ScottPlot;
using Palette = Hillock.Lab.Reports.Charts.Palette;

namespace Hillock.Lab.Laboratory.Pages;

/// <summary>Draws the figures of experiments.</summary>
internal static class FigureChart
{
    private const int Width = 560;
    private const int Height = 320;
    private const int SquareWidth = 420;
    private const int SquareHeight = 410;

    // Shades of a map; more could not be told apart.
    private const int Shades = 16;
    private const double DarkestShade = 0.85;
    private const double ClassShade = 0.3;

    public static Chart Draw(Figure figure, string subject = "")
    {
        var x = AxisOf(figure.X, Abscissas(figure), isTight: HasOnlyLines(figure));
        var y = AxisOf(figure.Y, Ordinates(figure), isTight: figure.Map is not null);
        var chart = new Chart(
            figure.Id, figure.Title, x, y, figure.IsSquare ? SquareWidth : Width,
            figure.IsSquare ? SquareHeight : Height) { Subject = subject };
        if (figure.Map is { } map)
            AddMap(chart, map);
        else
            chart.AddGrid();
        foreach (var area in figure.Areas)
            AddArea(chart, area);
        foreach (var (series, pen) in figure.Series.Zip(Pens(figure)))
            AddBand(chart, series, pen);
        foreach (var (series, pen) in figure.Series.Zip(Pens(figure)))
            AddSeries(chart, series, pen, x, y);
        foreach (var note in figure.Notes)
            chart.AddNote(note.X, note.Y, note.Text);
        return chart;
    }

    /// <summary>Series without a colour of their own take turns; beyond the palette, patterns of dashes go on.</summary>
    private static IEnumerable<Pen> Pens(Figure figure)
    {
        var next = 0;
        foreach (var series in figure.Series)
        {
            if (series.Plain)
            {
                yield return new Pen(Palette.Ink, series.Dashed ? 1 : 0);
                continue;
            }

            var index = series.Colour ?? next++;
            var dash = series.Dashed ? 1 : index < Palette.SeriesCount ? 0 : 1 + (index / Palette.SeriesCount);
            yield return new Pen(index % Palette.SeriesCount, dash % Pen.DashPatterns.Count);
        }
    }

    private static ChartAxis AxisOf(FigureAxis axis, IEnumerable<double> values, bool isTight)
    {
        double[] shown = [.. values.Where(value => double.IsFinite(value) && (value > 0 || !axis.IsLogarithmic))];
        var covering = ChartAxis.Covering(shown, axis.IsLogarithmic ? 1 : double.PositiveInfinity);
        if (isTight && shown.Length > 0 && shown.Max() > shown.Min())
            covering = covering with { Min = shown.Min(), Max = shown.Max() };
        return covering with
        {
            Min = axis.Min ?? covering.Min,
            Max = axis.Max ?? covering.Max,
            IsLogarithmic = axis.IsLogarithmic && shown.Length > 0,
            Label = axis.Label,
            Unit = axis.Unit,
        };
    }

    private static bool HasOnlyLines(Figure figure) =>
        figure.Map is not null || figure.Series.All(series => series.Style == SeriesStyle.Line);

    private static IEnumerable<double> Abscissas(Figure figure) =>
    [
        .. figure.Series.SelectMany(series => series.X),
        .. figure.Areas.SelectMany(area => area.X),
        .. figure.Map is { } map ? [map.XMin, map.XMax] : Array.Empty<double>(),
    ];

    private static IEnumerable<double> Ordinates(Figure figure) =>
    [
        .. figure.Series.SelectMany(series => series.Y.Concat(series.Lower).Concat(series.Upper)),
        .. figure.Areas.SelectMany(area => area.Y),
        .. figure.Map is { } map ? [map.YMin, map.YMax] : Array.Empty<double>(),
    ];

    private static void AddArea(Chart chart, FigureArea area)
    {
        var pen = new Pen(area.Colour % Palette.SeriesCount);
        chart.AddArea(area.X, area.Y, pen, area.Opacity);
        if (area.Name.Length > 0)
            chart.AddLegend(new LegendEntry(area.Name, pen, LegendMark.Area));
    }

    private static void AddBand(Chart chart, Series series, Pen pen)
    {
        if (series.Lower.Count > 0)
            chart.AddBand(series.X, series.Lower, series.Upper, pen, 0.15);
    }

    private static void AddSeries(Chart chart, Series series, Pen pen, ChartAxis x, ChartAxis y)
    {
        foreach (var (xs, ys) in Pieces(series, x, y))
        {
            if (series.Style != SeriesStyle.Dots)
                chart.AddLine(xs, ys, pen, (float)series.Size);
            if (series.Style != SeriesStyle.Line || xs.Count == 1)
                chart.AddDots(xs, ys, pen, (float)(series.Style == SeriesStyle.Dots ? series.Size : 2.5 * series.Size));
        }

        if (series.Name.Length > 0)
            chart.AddLegend(new LegendEntry(series.Name, pen));
    }

    /// <summary>The runs of points that have a place in the picture.</summary>
    private static IEnumerable<(IReadOnlyList<double> X, IReadOnlyList<double> Y)> Pieces(
        Series series, ChartAxis x, ChartAxis y)
    {
        var (xs, ys) = (new List<double>(), new List<double>());
        for (var i = 0; i < Math.Min(series.X.Count, series.Y.Count); i++)
        {
            if (HasPlace(series.X[i], x) && HasPlace(series.Y[i], y))
            {
                xs.Add(series.X[i]);
                ys.Add(series.Y[i]);
                continue;
            }

            if (xs.Count > 0)
                yield return (xs, ys);
            (xs, ys) = ([], []);
        }

        if (xs.Count > 0)
            yield return (xs, ys);
    }

    private static bool HasPlace(double value, ChartAxis axis) =>
        double.IsFinite(value) && (value > 0 || !axis.IsLogarithmic);

    private static void AddMap(Chart chart, FigureMap map)
    {
        var area = new CoordinateRect(map.XMin, map.XMax, map.YMin, map.YMax);
        if (map.Classes.Count > 0)
        {
            for (var index = 0; index < map.Classes.Count; index++)
            {
                var pen = new Pen(index % Palette.SeriesCount);
                AddCells(chart, map, area, index, pen, ClassShade, value => (int)Math.Round(value));
                chart.AddLegend(new LegendEntry(map.Classes[index], pen, LegendMark.Area));
            }

            return;
        }

        for (var shade = 1; shade <= Shades; shade++)
        {
            AddCells(
                chart, map, area, shade, new Pen(0), DarkestShade * shade / Shades,
                value => (int)Math.Round(Shades * Math.Clamp(value, 0, 1)));
        }
    }

    private static void AddCells(
        Chart chart, FigureMap map, CoordinateRect area, int level, Pen pen, double opacity, Func<double, int> levelOf) =>
        chart.Add(new FilledCells(
            area, map.Columns, map.Rows,
            (row, column) => map.Values[(row * map.Columns) + column] is var value && !double.IsNaN(value)
                && levelOf(value) == level,
            pen.Sentinel.WithAlpha(opacity)));
}
