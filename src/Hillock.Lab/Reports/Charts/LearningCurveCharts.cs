using Hillock.Lab.Comparisons;

namespace Hillock.Lab.Reports.Charts;

/// <summary>Training loss, test loss and test error over the epochs, one line a function.</summary>
internal static class LearningCurveCharts
{
    // From this quotient on, a linear axis would hide how the curves end.
    private const double LogarithmicOver = 15;

    public static IEnumerable<Chart> Draw(ComparisonResult result)
    {
        yield return Draw(result, "training-loss", "Training loss", record => record.TrainingLoss);
        yield return Draw(result, "test-loss", "Test loss", record => record.TestLoss);
        if (result.Data.IsClassification)
        {
            // Half an example is the smallest error drawn, since a logarithmic axis has no place for none.
            var least = 50.0 / Math.Max(1, result.Data.TestExamples);
            yield return Draw(
                result, "test-error", "Test error", record => Math.Max(least, 100 * (1 - record.TestScore)), " %", 100);
        }
        else
        {
            yield return Draw(result, "test-error", "Test RMSE", record => record.TestScore);
        }
    }

    private static Chart Draw(
        ComparisonResult result, string name, string title, Func<EpochRecord, double> quantity, string unit = "",
        double highest = double.PositiveInfinity)
    {
        var curves = result.Functions.Select(function => LearningCurve.Of(function, quantity)).ToArray();
        var y = AxisOf(result, curves, quantity).Within(double.NegativeInfinity, highest) with { Unit = unit };
        var epochs = Math.Max(1, result.Functions.SelectMany(f => f.Runs).SelectMany(r => r.Epochs)
            .Select(record => record.Epoch).DefaultIfEmpty(1).Max());
        var chart = new Chart(
            name, title + (y.IsLogarithmic ? " (logarithmic)" : ""), new ChartAxis(0, epochs) { Label = "epoch" }, y);
        chart.AddGrid();
        for (var i = 0; i < curves.Length; i++)
            AddBand(chart, curves[i], Pen.Series(i), curves.Length);
        for (var i = 0; i < curves.Length; i++)
        {
            AddDivergedRuns(chart, result.Functions[i], quantity, Pen.Series(i));
            chart.AddLine(curves[i].Epochs, [.. curves[i].Means], Pen.Series(i));
            chart.AddLegend(new LegendEntry(result.Functions[i].Name, Pen.Series(i)));
        }

        return chart;
    }

    private static ChartAxis AxisOf(
        ComparisonResult result, IReadOnlyList<LearningCurve> curves, Func<EpochRecord, double> quantity)
    {
        var values = curves.SelectMany(curve => curve.Means).ToArray();
        if (values.Length == 0)
            values = [.. result.Functions.SelectMany(f => f.Runs).SelectMany(r => r.Epochs).Select(quantity)];
        return ChartAxis.Covering(values, LogarithmicOver);
    }

    private static void AddBand(Chart chart, LearningCurve curve, Pen pen, int functions)
    {
        if (curve.HasBand)
            chart.AddBand(curve.Epochs, [.. curve.Lower], [.. curve.Upper], pen, functions > 6 ? 0.08 : 0.15);
    }

    /// <summary>Runs that diverged are no part of the mean; each is a thin line with a cross at its end.</summary>
    private static void AddDivergedRuns(
        Chart chart, FunctionResult function, Func<EpochRecord, double> quantity, Pen pen)
    {
        foreach (var run in function.Runs.Where(run => run.DivergedAtEpoch is not null))
        {
            var points = run.Epochs.Select(record => (X: (double)record.Epoch, Y: quantity(record)))
                .Where(point => double.IsFinite(point.Y)).ToArray();
            if (points.Length == 0)
                continue;
            chart.AddLine([.. points.Select(point => point.X)], [.. points.Select(point => point.Y)], pen, 0.8f);
            chart.AddDots([points[^1].X], [points[^1].Y], pen, 9, ScottPlot.MarkerShape.Eks);
        }
    }
}
