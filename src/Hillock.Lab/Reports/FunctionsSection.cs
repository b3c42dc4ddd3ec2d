using System.Globalization;
using System.Xml.Linq;
using Hillock.Lab.Comparisons;
using Hillock.Lab.Reports.Charts;
using static Hillock.Lab.Reports.Html;

namespace Hillock.Lab.Reports;

/// <summary>Each function with its formula, its derivative, the curves of both and what it learned.</summary>
internal sealed class FunctionsSection(
    ComparisonResult result, IReadOnlyList<FunctionPicture> pictures, ReportCharts charts)
{
    public XElement Render() => E("section", E("h2", "Functions"),
        pictures.Count > 0 ? Legend.AsText(FunctionChart.LegendOf(pictures)) : null,
        result.Functions.Select(Part));

    private XElement Part(FunctionResult function, int index)
    {
        var picture = pictures.FirstOrDefault(picture => picture.Name == function.Name);
        return E("article", Class("function"),
            E("h3", function.Name),
            E("div", Class("beside"),
                charts.Functions[index].Curves is { } curves ? E("figure", curves.Inline()) : null,
                E("div",
                    picture is null ? E("p", Class("note"), "No formula was given.") : FormulaBlock.Render(picture),
                    ChosenRates.Of(function, result.Settings) is { Length: > 0 } rates
                        ? E("p", $"Learning rates chosen: {rates}.")
                        : null,
                    LearnedParameters(function))));
    }

    /// <summary>The learned parameters of each layer, as means over the finished runs.</summary>
    private static XElement? LearnedParameters(FunctionResult function)
    {
        var runs = function.Runs
            .Where(run => run.FinalScore is not null && run.LearnedParameters.Any(layer => layer.Count > 0))
            .ToArray();
        if (runs.Length == 0)
            return null;
        var layers = runs.Min(run => run.LearnedParameters.Count);
        var names = runs[0].LearnedParameters.SelectMany(layer => layer.Keys).Distinct().ToArray();
        return E("div", E("p", "Learned parameters, means over finished runs:"), Table(
            ["Hidden layer", .. names],
            Enumerable.Range(0, layers).Select(layer => (IReadOnlyList<object>)
            [
                Numbers.Plain(layer + 1),
                .. names.Select(name => MeanParameter(runs, layer, name)),
            ])));
    }

    private static string MeanParameter(RunResult[] runs, int layer, string name)
    {
        var values = runs.Where(run => run.LearnedParameters[layer].ContainsKey(name))
            .Select(run => run.LearnedParameters[layer][name]).ToArray();
        return values.Length == 0 ? "—" : Numbers.Significant(values.Average(), 4);
    }
}
