namespace Hillock.Lab.Comparisons.Statistics;

/// <summary>The standard normal distribution.</summary>
public static class NormalDistribution
{
    private static readonly Activation Phi = Activation.Parse("Phi(x)");

    /// <summary>Φ(z) = P(Z ≤ <paramref name="z"/>).</summary>
    public static double Distribution(double z) => Phi.Value(z);

    /// <summary>The z with Φ(z) = <paramref name="probability"/>, by bisection to the last digit; ±∞ for 0 and
    /// 1.</summary>
    public static double Quantile(double probability)
    {
        if (!(probability is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability is in [0, 1].");
        if (probability is 0 or 1)
            return probability == 0 ? double.NegativeInfinity : double.PositiveInfinity;
        // Φ(−39) is the least double above 0; the right half has no digits left near 1, and none are asked of it.
        double low = -39, high = 39;
        while (true)
        {
            var middle = low + (high - low) / 2;
            if (middle <= low || middle >= high)
                return middle;
            if (Distribution(middle) < probability)
                low = middle;
            else
                high = middle;
        }
    }
}
