using ScottPlot;
using SkiaSharp;

namespace Hillock.Lab.Reports.Charts;

/// <summary>The cells of a grid that belong to one class, filled as a single shape so that no seams show.</summary>
internal sealed class FilledCells(CoordinateRect area, int columns, int rows, Func<int, int, bool> contains, Color fill)
    : IPlottable
{
    public bool IsVisible { get; set; } = true;

    public IAxes Axes { get; set; } = new Axes();

    public IEnumerable<LegendItem> LegendItems => [];

    public AxisLimits GetAxisLimits() => new(area);

    public void Render(RenderPack rp)
    {
        using var path = new SKPath();
        var pixels = Axes.GetPixelRect(area);
        for (var row = 0; row < rows; row++)
        {
            var bottom = pixels.Bottom - pixels.Height * row / rows;
            var top = pixels.Bottom - pixels.Height * (row + 1) / rows;
            foreach (var (start, end) in RunsOf(row))
            {
                var left = pixels.Left + pixels.Width * start / columns;
                var right = pixels.Left + pixels.Width * end / columns;
                path.AddRect(new SKRect(left, top, right, bottom));
            }
        }

        using var paint = new SKPaint { Color = fill.ToSKColor(), IsAntialias = true };
        rp.Canvas.DrawPath(path, paint);
    }

    /// <summary>Neighbouring cells of a row that are all contained, as [start, end).</summary>
    private IEnumerable<(int Start, int End)> RunsOf(int row)
    {
        for (var column = 0; column < columns; column++)
        {
            if (!contains(row, column))
                continue;
            var start = column;
            while (column < columns && contains(row, column))
                column++;
            yield return (start, column);
        }
    }
}
