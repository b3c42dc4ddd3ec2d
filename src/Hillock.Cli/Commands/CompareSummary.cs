using System.Globalization;
using Hillock.Cli.Output;
using Hillock.Lab.Comparisons;
using Hillock.Lab.Reports;
using Spectre.Console;

namespace Hillock.Cli.Commands;

/// <summary>The end of a comparison in the terminal: one table of scores, one sentence for each difference.</summary>
internal static class CompareSummary
{
    private const int MostPairsShown = 15;

    public static void Print(Terminal terminal, ComparisonResult result, string page)
    {
        if (result.Interrupted)
            terminal.Console.WriteLine("Interrupted; what follows covers the finished runs.");
        PrintScores(terminal, result);
        foreach (var run in DivergedRuns(result)) terminal.Console.WriteLine(run);
        foreach (var function in result.Functions)
        {
            if (ChosenRates.Of(function, result.Settings) is { Length: > 0 } rates)
                terminal.Console.WriteLine($"{function.Name}: learning rate {rates}.");
        }

        PrintDifferences(terminal, result);
        if (result.ReusedRuns > 0)
            terminal.WriteLine($"{result.ReusedRuns} of {result.FinishedRuns} runs were in the run store already.");
        terminal.WriteLine($"{Numbers.Short(Math.Round(result.Duration.TotalSeconds, 1))} s in all. Report: {page}");
    }

    private static void PrintScores(Terminal terminal, ComparisonResult result)
    {
        var score = result.Data.IsClassification ? "test accuracy" : "test error (RMSE)";
        var table = new Table().Border(TableBorder.Simple)
            .AddColumn("function")
            .AddColumn(new TableColumn(score).RightAligned().NoWrap())
            .AddColumn(new TableColumn("95 % interval").RightAligned().NoWrap())
            .AddColumn(new TableColumn("runs").RightAligned())
            .AddColumn(new TableColumn("training time").RightAligned().NoWrap());
        foreach (var function in Ordered(result))
            table.AddRow(
                new Text(function.Name),
                new Text(function.Score is { } mean ? Score(mean.Mean, result) : "-"),
                new Text(function.Score is { Count: > 1 } s ? Interval(s, result) : "-"),
                new Text(function.Runs.Count.ToString(CultureInfo.InvariantCulture)),
                new Text(function.Runs.Count > 0
                    ? string.Create(CultureInfo.InvariantCulture, $"{function.MeanTrainingTime.TotalSeconds:F2} s")
                    : "-"));
        terminal.Console.Write(table);
    }

    private static IEnumerable<FunctionResult> Ordered(ComparisonResult result)
    {
        double Key(FunctionResult f) => f.Score is { } s ? (result.Data.IsClassification ? -s.Mean : s.Mean) : double.MaxValue;
        return result.Functions.OrderBy(Key);
    }

    private static IEnumerable<string> DivergedRuns(ComparisonResult result) =>
        from function in result.Functions
        from run in function.Runs
        where run.DivergedAtEpoch is not null
        select $"{function.Name}, seed {run.Seed}: diverged at epoch {run.DivergedAtEpoch} (the loss stopped being finite).";

    private static void PrintDifferences(Terminal terminal, ComparisonResult result)
    {
        if (result.Differences.Count == 0)
        {
            if (result.Functions.Count > 1)
                terminal.Console.WriteLine("No differences are tested: that needs at least two seeds that both functions finished.");
            return;
        }

        var real = result.Differences.Where(d => d.IsReal).ToList();
        var open = result.Differences.Where(d => !d.IsReal).ToList();
        foreach (var d in real.OrderByDescending(d => Math.Abs(d.Difference.Mean)))
        {
            var (better, worse) = d.Difference.Mean > 0 == result.Data.IsClassification ? (d.First, d.Second) : (d.Second, d.First);
            terminal.Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{better} is better than {worse} by {Difference(Math.Abs(d.Difference.Mean), result)} "
                + $"(p = {d.AdjustedPValue:G2}, effect size {Math.Abs(d.EffectSize ?? double.NaN):F1})."));
        }

        foreach (var d in open.Take(MostPairsShown))
        {
            var needed = NeededSeeds.Of(d) is { Length: > 0 } seeds ? $"; {seeds} would be needed" : "";
            terminal.Console.WriteLine(
                $"{d.First} and {d.Second} are not told apart by {d.Difference.Count} seeds{needed}.");
        }

        if (open.Count > MostPairsShown)
            terminal.Console.WriteLine($"{open.Count - MostPairsShown} more pairs are not told apart; see the report.");
        terminal.Console.WriteLine(result.Settings.UntilDecided is null
            ? "Paired t-tests over seeds, p after Holm's correction."
            : "Paired t-tests over seeds, p after Holm's correction and for the number of looks.");
    }

    private static string Score(double score, ComparisonResult result) => result.Data.IsClassification
        ? string.Create(CultureInfo.InvariantCulture, $"{100 * score:F2} %")
        : Numbers.Short(score);

    // No accuracy is below 0 or above 100 %, whatever a t interval says.
    private static string Interval(MeanWithInterval score, ComparisonResult result)
    {
        var (lower, upper) = result.Data.IsClassification
            ? (Math.Max(0, score.Lower), Math.Min(1, score.Upper))
            : (Math.Max(0, score.Lower), score.Upper);
        return $"{Score(lower, result)} to {Score(upper, result)}";
    }

    private static string Difference(double size, ComparisonResult result) => result.Data.IsClassification
        ? string.Create(CultureInfo.InvariantCulture, $"{100 * size:F2} points")
        : Numbers.Short(size);
}
