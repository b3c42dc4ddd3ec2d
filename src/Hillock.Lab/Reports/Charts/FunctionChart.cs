namespace Hillock.Lab.Reports.Charts;

/// <summary>A function and its derivative.</summary>
internal static class FunctionChart
{
    // Beyond this the interesting part around the origin would be squeezed flat.
    private const double HighestShown = 20;

    private static readonly Pen ValuePen = Pen.Series(0);
    private static readonly Pen DerivativePen = Pen.Series(1);
    private static readonly Pen KinkPen = new(Palette.Muted, 2);
    private static readonly Pen TangentPen = new(2);
    private static readonly Pen SaturatedPen = new(4);
    private const double HardShade = 0.22;
    private const double SoftShade = 0.1;

    // Half a tangent, as a share of the width of the picture.
    private const double TangentReach = 0.07;

    /// <summary>The legend of these functions; it speaks of kinks only where there are any.</summary>
    public static IEnumerable<LegendEntry> LegendOf(params IEnumerable<FunctionPicture> functions)
    {
        yield return new LegendEntry("f(x)", ValuePen);
        yield return new LegendEntry("f′(x)", DerivativePen);
        if (functions.Any(function => function.Kinks.Count > 0))
            yield return new LegendEntry("kink", KinkPen);
        if (functions.Any(function => function.Tangents.Count > 0))
            yield return new LegendEntry("tangent", TangentPen);
        if (functions.Any(function => function.Saturated.Count > 0))
            yield return new LegendEntry("saturated", SaturatedPen, LegendMark.Area);
    }

    public static Chart Draw(FunctionPicture function, string name, int width = 440, int height = 290)
    {
        var (xMin, xMax) = function.X.Count > 0 ? (function.X[0], function.X[^1]) : (-5, 5);
        var x = new ChartAxis(xMin, xMax) { Label = "x" };
        var y = ChartAxis.Covering(function.Value.Concat(function.Derivative).Append(0))
            .Within(-HighestShown, HighestShown);
        var chart = new Chart(name, "", x, y, width, height) { Subject = function.Name };
        foreach (var zone in function.Saturated)
            chart.AddBand([zone.From, zone.To], [y.Min, y.Min], [y.Max, y.Max], SaturatedPen, zone.IsHard ? HardShade : SoftShade);
        chart.AddGrid();
        foreach (var kink in function.Kinks)
            chart.AddLine([kink, kink], [y.Min, y.Max], KinkPen, 1);
        AddCurve(chart, function, function.Value, ValuePen);
        foreach (var tangent in function.Tangents) AddTangent(chart, tangent, xMax - xMin, y.Max - y.Min);
        AddCurve(chart, function, function.Derivative, DerivativePen);
        foreach (var entry in LegendOf(function))
            chart.AddLegend(entry);
        return chart;
    }

    // Of the same length on the screen, however steep.
    private static void AddTangent(Chart chart, Tangent tangent, double width, double height)
    {
        var steepness = tangent.Slope * width / height;
        var reach = TangentReach * width / Math.Sqrt(1 + (steepness * steepness));
        chart.AddLine(
            [tangent.X - reach, tangent.X + reach],
            [tangent.Y - (tangent.Slope * reach), tangent.Y + (tangent.Slope * reach)], TangentPen, 1.6f);
        chart.AddDots([tangent.X], [tangent.Y], TangentPen, 5);
    }

    /// <summary>Draws a curve in pieces, so that no steep line joins the two sides of a jump at a kink or of a pole.</summary>
    private static void AddCurve(Chart chart, FunctionPicture function, IReadOnlyList<double> values, Pen pen)
    {
        var start = 0;
        for (var i = 1; i <= function.X.Count; i++)
        {
            if (i < function.X.Count && !IsJump(function, values, i) && !IsPole(values[i - 1], values[i]))
                continue;
            if (i - start > 1)
                chart.AddLine([.. function.X.Take(i).Skip(start)], [.. values.Take(i).Skip(start)], pen, 2.2f);
            start = i;
        }
    }

    // A kink of f itself keeps its line: the two samples next to it differ by no more than their neighbours do.
    private static bool IsJump(FunctionPicture function, IReadOnlyList<double> values, int i)
    {
        if (!TouchesKink(function, i))
            return false;
        // A sample right on a kink splits the jump into two steps, which must not be measured by each other.
        var before = Step(values, TouchesKink(function, i - 1) ? i - 2 : i - 1);
        var after = Step(values, TouchesKink(function, i + 1) ? i + 2 : i + 1);
        return Step(values, i) > 3 * Math.Max(before, after) + 1e-9;
    }

    // What leaves the picture above comes back below.
    private static bool IsPole(double left, double right) =>
        !double.IsFinite(left) || !double.IsFinite(right)
        || (left * right < 0 && Math.Min(Math.Abs(left), Math.Abs(right)) > HighestShown);

    private static bool TouchesKink(FunctionPicture function, int i) => i >= 1 && i < function.X.Count
        && function.Kinks.Any(kink => kink >= function.X[i - 1] && kink <= function.X[i]);

    /// <summary>How far the curve goes up or down to sample i; none outside of the samples.</summary>
    private static double Step(IReadOnlyList<double> values, int i) =>
        i >= 1 && i < values.Count ? Math.Abs(values[i] - values[i - 1]) : 0;
}
