using System.Globalization;
using Hillock.Lab.Comparisons;
using Hillock.Lab.Reports.Charts;

namespace Hillock.Lab.Reports;

/// <summary>All pictures of a report.</summary>
internal sealed class ReportCharts : IDisposable
{
    public ReportCharts(ComparisonResult result, IReadOnlyList<FunctionPicture> pictures)
    {
        FinalScore = FinalScoreChart.Draw(result);
        LearningCurves = [.. LearningCurveCharts.Draw(result)];
        var layers = new LayerCharts(result);
        LayerLegend = layers.Legend;
        Functions = [.. result.Functions.Select((function, index) =>
            DrawFunction(result, pictures, layers, function, index))];
    }

    public Chart FinalScore { get; }

    public IReadOnlyList<Chart> LearningCurves { get; }

    public IReadOnlyList<LegendEntry> LayerLegend { get; }

    /// <summary>In the order of the comparison.</summary>
    public IReadOnlyList<FunctionCharts> Functions { get; }

    public IEnumerable<Chart> All =>
        [FinalScore, .. LearningCurves, .. Functions.SelectMany(function => function.All)];

    public void Dispose()
    {
        foreach (var chart in All)
            chart.Dispose();
    }

    private static FunctionCharts DrawFunction(
        ComparisonResult result, IReadOnlyList<FunctionPicture> pictures, LayerCharts layers,
        FunctionResult function, int index)
    {
        var name = FileName(function.Name, index);
        var picture = pictures.FirstOrDefault(picture => picture.Name == function.Name);
        return new FunctionCharts(
            picture is null ? null : FunctionChart.Draw(picture, name + "-curves"),
            [.. layers.Draw(function, name + "-layers")],
            DecisionMapChart.Draw(result, function, name + "-map"));
    }

    /// <summary>Safe in every file system and unique by its number: <c>f02-x-sigmoid-beta-x</c>.</summary>
    private static string FileName(string function, int index)
    {
        var letters = function.Select(c => char.IsAsciiLetterOrDigit(c) || c == '_' ? char.ToLowerInvariant(c) : '-');
        var words = string.Concat(letters).Split('-', StringSplitOptions.RemoveEmptyEntries);
        var slug = string.Join('-', words);
        return string.Create(CultureInfo.InvariantCulture, $"f{index + 1:00}-{slug[..Math.Min(40, slug.Length)]}");
    }
}

/// <summary>The pictures of one function.</summary>
internal sealed record FunctionCharts(Chart? Curves, IReadOnlyList<Chart> Layers, Chart? DecisionMap)
{
    public IEnumerable<Chart> All => new[] { Curves }.Concat(Layers).Append(DecisionMap).OfType<Chart>();
}
