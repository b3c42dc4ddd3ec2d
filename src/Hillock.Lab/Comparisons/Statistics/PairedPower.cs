namespace Hillock.Lab.Comparisons.Statistics;

/// <summary>What a paired t-test of so many pairs is able to find.</summary>
public static class PairedPower
{
    /// <summary>The power that is asked for where nothing else is said: four times out of five.</summary>
    public const double UsualPower = 0.8;

    /// <summary>The probability that the two-sided test finds a difference of this size.</summary>
    /// <param name="effect">The mean difference in standard deviations of the differences.</param>
    /// <param name="pairs">How many pairs, at least 2.</param>
    /// <param name="level">The p-value below which a difference counts, in (0, 1).</param>
    public static double Of(double effect, int pairs, double level)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pairs, 2);
        var noncentrality = Math.Abs(effect) * Math.Sqrt(pairs);
        var critical = StudentT.Quantile(1 - level / 2, pairs - 1);
        return 1 - NoncentralT.Distribution(critical, pairs - 1, noncentrality)
            + NoncentralT.Distribution(-critical, pairs - 1, noncentrality);
    }

    /// <summary>The least number of pairs that find a difference of this size with <see cref="UsualPower"/>; null where
    /// it is more than <paramref name="most"/>.</summary>
    public static int? PairsNeeded(double effect, double level, int most = 1000)
    {
        // The z-test needs fewer pairs than the t-test, so that the search begins below the answer, and near it.
        var z = NormalDistribution.Quantile(1 - level / 2) + NormalDistribution.Quantile(UsualPower);
        var fewest = z * z / (effect * effect);
        if (!(fewest <= most))
            return null;
        var pairs = Math.Max(2, (int)fewest);
        while (pairs <= most && !IsEnough(effect, pairs, level))
            pairs++;
        return pairs <= most ? pairs : null;
    }

    // A noncentrality far beyond any critical value needs no computing.
    private static bool IsEnough(double effect, int pairs, double level)
    {
        const double far = 100;
        var noncentrality = Math.Abs(effect) * Math.Sqrt(pairs);
        return noncentrality > far
            ? noncentrality > 2 * StudentT.Quantile(1 - level / 2, pairs - 1)
            : Of(effect, pairs, level) >= UsualPower;
    }
}
