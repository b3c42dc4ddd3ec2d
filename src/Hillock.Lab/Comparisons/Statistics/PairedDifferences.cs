namespace Hillock.Lab.Comparisons.Statistics;

/// <summary>Compares functions seed by seed.</summary>
public static class PairedDifferences
{
    private const double Significance = 0.05;

    /// <summary>
    /// Every pair of functions that finished on at least two common seeds, in the order of the functions. A run that
    /// diverged has no score; its seed is left out of the pairs that it would be part of.
    /// </summary>
    public static IReadOnlyList<PairedDifference> Of(IReadOnlyList<FunctionResult> functions)
    {
        ArgumentNullException.ThrowIfNull(functions);
        var pairs = new List<(string First, string Second, MeanWithInterval Difference, double PValue)>();
        for (var i = 0; i < functions.Count; i++)
        {
            for (var j = i + 1; j < functions.Count; j++)
            {
                var (first, second) = CommonScores(functions[i], functions[j]);
                if (first.Length < 2)
                    continue;
                var difference = MeanInterval.Of([.. first.Zip(second, (a, b) => a - b)]);
                pairs.Add((functions[i].Name, functions[j].Name, difference, PairedTest.PValue(first, second)));
            }
        }

        var adjusted = HolmCorrection.Adjust([.. pairs.Select(pair => pair.PValue)]);
        return [.. pairs.Select((pair, index) => new PairedDifference(
            pair.First, pair.Second, pair.Difference, pair.PValue, adjusted[index], adjusted[index] < Significance))];
    }

    private static (double[] First, double[] Second) CommonScores(FunctionResult first, FunctionResult second)
    {
        var scores = second.FinalScores();
        var common = first.FinalScores().Where(run => scores.ContainsKey(run.Key)).OrderBy(run => run.Key).ToArray();
        return ([.. common.Select(run => run.Value)], [.. common.Select(run => scores[run.Key])]);
    }
}
