using Hillock.Lab.Comparisons;
using Hillock.Lab.Comparisons.Statistics;

namespace Hillock.Lab.Reports.Charts;

/// <summary>The final scores, best on top: a dot for the mean, a bar for its interval, small dots for seeds.</summary>
internal static class FinalScoreChart
{
    private const int RowHeight = 28;

    public static Chart Draw(ComparisonResult result)
    {
        var kind = ScoreKind.Of(result);
        var rows = result.Functions.Select((function, index) => (Function: function, Pen: Pen.Series(index)))
            .OrderBy(row => row.Function.Score is { } score ? kind.SortKey(score.Mean) : double.PositiveInfinity)
            .ToArray();
        var factor = kind.IsAccuracy ? 100 : 1;
        var names = rows.Select((row, index) => new Tick(-index, row.Function.Name)).ToArray();
        var x = AxisOf(result, kind, factor);
        var chart = new Chart(
            "final-score", kind.Title + " after the last epoch" + (kind.IsAccuracy ? "" : " (less is better)"),
            x, new ChartAxis(0.5 - rows.Length, 0.5) { Names = names }, 480, 34 + 26 + RowHeight * rows.Length);
        chart.AddGrid();
        for (var i = 0; i < rows.Length; i++)
            AddRow(chart, rows[i].Function, rows[i].Pen, -i, factor, x);
        return chart;
    }

    private static ChartAxis AxisOf(ComparisonResult result, ScoreKind kind, double factor)
    {
        var values = result.Functions
            .SelectMany(function => function.FinalScores().Values.Concat(Ends(function.Score)));
        var axis = ChartAxis.Covering(values.Select(value => factor * value));
        return kind.IsAccuracy
            ? axis.Within(-0.5, 100.5) with { Unit = " %" }
            : axis.Within(0, double.PositiveInfinity);
    }

    private static IEnumerable<double> Ends(MeanWithInterval? score) => score is null ? [] : [score.Lower, score.Upper];

    private static void AddRow(Chart chart, FunctionResult function, Pen pen, double y, double factor, ChartAxis x)
    {
        if (function.Score is not { } score)
        {
            chart.AddNote(x.Min + 0.01 * (x.Max - x.Min), y, "no finished run");
            return;
        }

        var solid = pen with { Dash = 0 };
        var seeds = function.FinalScores().Values.Select(value => factor * value).ToArray();
        chart.AddDots(seeds, [.. seeds.Select(_ => y - 0.28)], solid, 5, opacity: 0.45);
        if (score.Count > 1)
            chart.AddLine([factor * score.Lower, factor * score.Upper], [y, y], solid, 2.5f);
        chart.AddDots([factor * score.Mean], [y], solid, 10);
    }
}
