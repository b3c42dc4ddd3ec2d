using System.Globalization;
using System.Xml.Linq;
using Hillock.Lab.Comparisons;
using Hillock.Lab.Comparisons.Statistics;
using Hillock.Lab.Reports.Charts;
using static Hillock.Lab.Reports.Html;

namespace Hillock.Lab.Reports;

/// <summary>The page, section by section.</summary>
internal sealed class ReportPage
{
    private readonly ComparisonResult _result;
    private readonly IReadOnlyList<FunctionPicture> _pictures;
    private readonly ReportCharts _charts;
    private readonly ScoreKind _kind;

    private ReportPage(ComparisonResult result, IReadOnlyList<FunctionPicture> pictures, ReportCharts charts)
    {
        (_result, _pictures, _charts) = (result, pictures, charts);
        _kind = ScoreKind.Of(result);
    }

    /// <summary>The whole page as HTML.</summary>
    public static string Write(ComparisonResult result, IReadOnlyList<FunctionPicture> pictures, ReportCharts charts) =>
        Html.Write(new ReportPage(result, pictures, charts).Page());

    private string Title => _result.Functions.Count == 1
        ? $"{_result.Functions[0].Name} on {_result.Data.Name}"
        : $"{_result.Functions.Count} activation functions on {_result.Data.Name}";

    private XElement Page() => Html.Page(Title,
        Header(),
        Summary(),
        new DifferencesSection(_result).Render(),
        Scores(),
        LearningCurves(),
        new FunctionsSection(_result, _pictures, _charts).Render(),
        LayerStatistics(),
        DecisionMaps(),
        new SettingsSection(_result).Render(),
        ReportGlossary.Render(_kind));

    private XElement Header() => E("header",
        E("h1", Title),
        _result.Interrupted
            ? E("p", Class("warning"), E("strong", "Interrupted. "), "This comparison was ended before all of its runs "
                + "were finished; the report shows what there was.")
            : null,
        E("p", Class("verdict"), Verdict.Of(_result)),
        DivergedSentence() is { Length: > 0 } sentence ? E("p", Class("warning"), sentence) : null);

    /// <summary>“a and b diverged in all runs; c diverged in 2 of 5 runs.”</summary>
    private string DivergedSentence()
    {
        var parts = _result.Functions.Where(function => Diverged(function) > 0)
            .GroupBy(
                function => Diverged(function) == function.Runs.Count
                    ? "all runs"
                    : $"{Diverged(function)} of {Numbers.Count(function.Runs.Count, "run")}",
                function => function.Name)
            .Select(group => $"{Numbers.List([.. group])} diverged in {group.Key}")
            .ToArray();
        return parts.Length == 0 ? "" : string.Join("; ", parts) + ".";
    }

    private XElement Summary() => E("section", Heading("Summary"),
        Table(
            ["Function", "Mean " + _kind.Name, "95 % interval", "Time a run", "Memory", "Finished", "Diverged"],
            Ranked().Select(SummaryRow)),
        Note(_kind.IsAccuracy
            ? "Sorted by mean test accuracy, best first."
            : $"Sorted by mean test RMSE, best (smallest) first; in {_kind.ErrorUnit}."));

    private IEnumerable<(FunctionResult Function, int Index)> Ranked() => _result.Functions
        .Select((function, index) => (Function: function, Index: index))
        .OrderBy(row => row.Function.Score is { } score ? _kind.SortKey(score.Mean) : double.PositiveInfinity);

    private IReadOnlyList<object> SummaryRow((FunctionResult Function, int Index) row)
    {
        var (function, index) = row;
        var score = function.Score;
        return
        [
            E("span", Class("name"), Legend.Swatch(new LegendEntry(function.Name, Pen.Series(index))), function.Name),
            score is null ? "—" : _kind.Write(score.Mean),
            score is null ? "—" : score.Count > 1 ? _kind.WriteInterval(score) : "one seed, none",
            score is null ? "—" : Numbers.Duration(function.MeanTrainingTime),
            function.Runs.Count == 0 ? "—" : Numbers.Bytes(function.Runs[0].MemoryBytes),
            Whole(function.FinalScores().Count),
            Whole(Diverged(function)),
        ];
    }

    private XElement? Scores() => _result.Functions.All(function => function.Score is null)
        ? null
        : E("section", Heading("Final scores"),
            E("figure", _charts.FinalScore.Inline()),
            Note("""
                A large dot is the mean over the seeds, a bar its 95 % interval, a small dot below it one seed. Bars may
                overlap where the difference is real: a seed moves all functions alike, which pairs take into account.
                """));

    private XElement? LearningCurves() => !HasEpochs ? null : E("section", Heading("Learning curves"),
        Legend.AsText(_charts.LearningCurves[0].Legend),
        E("div", Class("grid"), Figures(_charts.LearningCurves)),
        Note(string.Join(' ', CurveNotes())));

    private IEnumerable<string> CurveNotes()
    {
        yield return "Lines are means over the runs that did not diverge, shades their 95 % intervals at each epoch "
            + "(from three seeds on); epoch 0 is the untrained network.";
        if (_result.Settings.Patience is not null)
            yield return "Runs that were stopped early are part of the means up to their last epoch only.";
        if (_kind.IsAccuracy)
            yield return "Test error is 100 % less the test accuracy.";
        if (_result.Functions.Any(function => Diverged(function) > 0))
            yield return "A thin line is a run that diverged, its cross the last finite value; it may leave the frame.";
    }

    private XElement? LayerStatistics()
    {
        if (_charts.LayerLegend.Count == 0)
            return null;
        return E("section", Heading("Layers over time"),
            Legend.AsText(_charts.LayerLegend),
            _result.Functions.Select((function, index) => E("article",
                E("h3", function.Name),
                _charts.Functions[index].Layers.Count > 0
                    ? E("div", Class("small grid"), Figures(_charts.Functions[index].Layers))
                    : Note("No statistics were recorded."))),
            Note("""
                Means over the finished runs (over the diverged runs where none is finished). Every function has the
                same axes, so heights can be compared down the page.
                """));
    }

    private XElement? DecisionMaps()
    {
        var maps = _charts.Functions.Select(charts => charts.DecisionMap).OfType<Chart>().ToArray();
        return maps.Length == 0
            ? null
            : E("section", Heading("Decision boundaries"),
                Legend.AsText(DecisionMapChart.Legend(_result)),
                E("div", Class("medium grid"), Figures(maps)),
                Note("""
                    The shade is the most probable class after training from the first seed that finished; points are
                    training examples.
                    """),
                WithoutMap() is { Length: > 0 } names ? Note($"No map was drawn of {Numbers.List(names)}.") : null);
    }

    private string[] WithoutMap() =>
        [.. _result.Functions.Where((_, index) => _charts.Functions[index].DecisionMap is null).Select(f => f.Name)];

    private bool HasEpochs => _result.Functions.Any(function => function.Runs.Any(run => run.Epochs.Count > 0));

    private static IEnumerable<XElement> Figures(IEnumerable<Chart> charts) =>
        charts.Select(chart => E("figure", chart.Inline()));

    private static XElement Heading(string text) => E("h2", text);

    private static XElement Note(string text) => E("p", Class("note"), text);

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int Diverged(FunctionResult function) => function.Runs.Count(run => run.DivergedAtEpoch is not null);
}
