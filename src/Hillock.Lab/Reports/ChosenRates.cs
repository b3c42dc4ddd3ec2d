using Hillock.Lab.Comparisons;

namespace Hillock.Lab.Reports;

/// <summary>The learning rates that were chosen for a function, in words.</summary>
public static class ChosenRates
{
    /// <summary>“0.001 for 3 seeds, 0.00316 for one seed”; with a warning where the best rate was often the first or
    /// last one tried, for then one beyond may be better. Empty where nothing was tuned.</summary>
    public static string Of(FunctionResult function, ComparisonSettings settings)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.Tune == 1 || function.Runs.Count == 0)
            return "";
        var rates = function.Runs.GroupBy(run => run.LearningRate).OrderBy(group => group.Key)
            .Select(group => $"{Numbers.Plain(group.Key)} for {Numbers.Count(group.Count(), "seed")}");
        var (lowest, highest) = Ends(function, settings);
        var atEnds = function.Runs.Count(run => run.LearningRate <= lowest || run.LearningRate >= highest);
        return string.Join(", ", rates) + (settings.Tune > 2 && 2 * atEnds > function.Runs.Count
            ? " (at an end of the range; more rates, or another --learning-rate, may do better)"
            : "");
    }

    private static (double Lowest, double Highest) Ends(FunctionResult function, ComparisonSettings settings)
    {
        var middle = ComparedFunction.AdaptationOf(function.Name)(settings).LearningRate;
        var grid = LearningRateTuning.Grid(middle, settings.Tune);
        return (grid[0], grid[^1]);
    }
}
