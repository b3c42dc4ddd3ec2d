namespace Hillock.Lab.Comparisons.Statistics;

/// <summary>Compares functions seed by seed.</summary>
public static class PairedDifferences
{
    private const double Significance = 0.05;

    /// <summary>
    /// Every pair of functions that finished on at least two common seeds, in the order of the functions. A run that
    /// diverged has no score; its seed is left out of the pairs that it would be part of.
    /// </summary>
    /// <param name="functions">The functions with their runs.</param>
    /// <param name="looks">How many times the pairs are tested in all, each time with more seeds. The p-values are
    /// multiplied with it, for each look is another chance to be wrong.</param>
    public static IReadOnlyList<PairedDifference> Of(IReadOnlyList<FunctionResult> functions, int looks = 1)
    {
        ArgumentNullException.ThrowIfNull(functions);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(looks);
        var pairs = new List<Pair>();
        for (var i = 0; i < functions.Count; i++)
        {
            for (var j = i + 1; j < functions.Count; j++)
            {
                var (first, second) = CommonScores(functions[i], functions[j]);
                if (first.Length >= 2)
                    pairs.Add(new(functions[i].Name, functions[j].Name, first, second));
            }
        }

        double[] pValues = [.. pairs.Select(pair => pair.PValue)];
        var (adjusted, factors) = (HolmCorrection.Adjust(pValues), HolmCorrection.Factors(pValues));
        return
        [
            .. pairs.Select((pair, index) => pair.Describe(
                Math.Min(1, looks * adjusted[index]), Significance / (looks * factors[index]))),
        ];
    }

    private static (double[] First, double[] Second) CommonScores(FunctionResult first, FunctionResult second)
    {
        var scores = second.FinalScores();
        var common = first.FinalScores().Where(run => scores.ContainsKey(run.Key)).OrderBy(run => run.Key).ToArray();
        return ([.. common.Select(run => run.Value)], [.. common.Select(run => scores[run.Key])]);
    }

    /// <summary>Two functions on the seeds that both finished.</summary>
    private sealed record Pair(string First, string Second, double[] FirstScores, double[] SecondScores)
    {
        public double PValue { get; } = PairedTest.PValue(FirstScores, SecondScores);

        /// <param name="adjusted">The p-value after all corrections.</param>
        /// <param name="level">What the pair's own p-value would have to be below.</param>
        public PairedDifference Describe(double adjusted, double level)
        {
            double[] differences = [.. FirstScores.Zip(SecondScores, (a, b) => a - b)];
            var difference = MeanInterval.WithBootstrap(differences);
            double? effect = PairedTest.HasSpread(FirstScores, SecondScores)
                ? difference.Mean / MeanInterval.Deviation(differences)
                : null;
            var isReal = adjusted < Significance;
            return new PairedDifference(First, Second, difference, PValue, adjusted, isReal)
            {
                EffectSize = effect,
                SeedsNeeded = isReal || effect is null ? null : PairedPower.PairsNeeded(effect.Value, level),
            };
        }
    }
}
