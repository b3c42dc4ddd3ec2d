using Hillock.Lab.Reports.Charts;

namespace Hillock.Lab.Reports;

/// <summary>A stand-alone picture of several functions over one range.</summary>
public static class CurvesPicture
{
    // Beyond this the interesting part around the origin would be squeezed flat.
    private const double HighestShown = 20;

    /// <summary>The picture as the text of an SVG file.</summary>
    /// <param name="x">Where the functions were sampled, ascending.</param>
    /// <param name="curves">The name of each function and its value at each x.</param>
    public static string Draw(IReadOnlyList<double> x, IReadOnlyList<(string Name, IReadOnlyList<double> Y)> curves)
    {
        var yAxis = ChartAxis.Covering(curves.SelectMany(curve => curve.Y).Append(0)).Within(-HighestShown, HighestShown);
        using var chart = new Chart("curves", "", new ChartAxis(x[0], x[^1]) { Label = "x" }, yAxis, 640, 400);
        chart.AddGrid();
        for (var i = 0; i < curves.Count; i++)
        {
            chart.AddLine(x, curves[i].Y, Pen.Series(i), 2.2f);
            chart.AddLegend(new LegendEntry(curves[i].Name, Pen.Series(i)));
        }

        return Report.ToText(chart.StandAlone());
    }
}
