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
                    picture is null ? E("p", Class("note"), "No formula was given.") : Formulas(picture),
                    ChosenRates.Of(function, result.Settings) is { Length: > 0 } rates
                        ? E("p", $"Learning rates chosen: {rates}.")
                        : null,
                    LearnedParameters(function))));
    }

    private static IEnumerable<XElement> Formulas(FunctionPicture picture)
    {
        yield return E("p", Class("formula"), Equation("f(x)", picture.FormulaMathML));
        yield return E("p", Class("formula"), Equation("f′(x)", picture.DerivativeMathML));
        if (picture.Kinks.Count > 0)
        {
            yield return E("p", picture.Kinks.Count == 1 ? "Kink at " : "Kinks at ",
                Numbers.List([.. picture.Kinks.Select(Numbers.Plain)]), ".");
        }

        if (Source(picture) is { Length: > 0 } source)
            yield return E("p", Class("note"), source);
        yield return E("details", E("summary", "As text and as LaTeX"),
            E("pre", $"{picture.FormulaText}\n{picture.DerivativeText}"),
            E("pre", $"f(x) = {picture.FormulaLatex}\nf'(x) = {picture.DerivativeLatex}"));
    }

    private static XElement Equation(string left, string right) =>
        E("math", new XAttribute("displaystyle", "true"), E("mrow", E("mi", left), E("mo", "="), XElement.Parse(right)));

    // Most citations name the year themselves.
    private static string Source(FunctionPicture picture)
    {
        var year = picture.Year?.ToString(CultureInfo.InvariantCulture) ?? "";
        return picture.Citation is not { } citation ? year
            : citation.Contains(year, StringComparison.Ordinal) ? citation
            : $"{citation}, {year}";
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
