namespace Hillock.Lab.Comparisons.Statistics;

/// <summary>Holm's step-down correction for testing several hypotheses at once.</summary>
public static class HolmCorrection
{
    /// <summary>
    /// The adjusted p-values, in the order given: the k-th smallest of m is multiplied by m − k + 1, never falls below
    /// a smaller one's and never exceeds 1. An undefined (NaN) p-value stays so and does not count.
    /// </summary>
    public static IReadOnlyList<double> Adjust(IReadOnlyList<double> pValues)
    {
        ArgumentNullException.ThrowIfNull(pValues);
        var adjusted = Enumerable.Repeat(double.NaN, pValues.Count).ToArray();
        var ascending = Ascending(pValues);
        var floor = 0.0;
        for (var rank = 0; rank < ascending.Length; rank++)
        {
            var scaled = pValues[ascending[rank]] * (ascending.Length - rank);
            floor = Math.Max(floor, Math.Min(1, scaled));
            adjusted[ascending[rank]] = floor;
        }

        return adjusted;
    }

    /// <summary>What each p-value is multiplied with, in the order given: m − k + 1 for the k-th smallest of
    /// m.</summary>
    public static IReadOnlyList<double> Factors(IReadOnlyList<double> pValues)
    {
        ArgumentNullException.ThrowIfNull(pValues);
        var factors = Enumerable.Repeat(double.NaN, pValues.Count).ToArray();
        var ascending = Ascending(pValues);
        for (var rank = 0; rank < ascending.Length; rank++)
            factors[ascending[rank]] = ascending.Length - rank;
        return factors;
    }

    private static int[] Ascending(IReadOnlyList<double> pValues) =>
    [
        .. Enumerable.Range(0, pValues.Count)
            .Where(index => !double.IsNaN(pValues[index]))
            .OrderBy(index => pValues[index]),
    ];
}
