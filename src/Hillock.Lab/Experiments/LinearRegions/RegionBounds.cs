using System.Numerics;

namespace Hillock.Lab.Experiments.LinearRegions;

/// <summary>How many linear regions networks of rectifiers may have, and can be given; n₀ inputs, hidden layers of n₁ … n_L
/// units.</summary>
/// <remarks>As Serra, Tjandraatmadja and Ramalingam 2018 state them.</remarks>
internal static class RegionBounds
{
    /// <summary>Σ_{j ≤ n₀} C(n, j): the cells of n hyperplanes in general position, the exact maximum of one layer.</summary>
    public static BigInteger Arrangement(int inputs, int units) => Sum(inputs, j => Binomial(units, j));

    /// <summary>2^N: a region has a pattern of its own.</summary>
    public static BigInteger Patterns(IReadOnlyList<int> widths) => BigInteger.Pow(2, widths.Sum());

    /// <summary>Montúfar 2017: the product of the arrangements, each in as many dimensions as reach it.</summary>
    public static BigInteger MontufarUpper(int inputs, IReadOnlyList<int> widths)
    {
        var (product, dimensions) = (BigInteger.One, inputs);
        foreach (var units in widths)
        {
            dimensions = Math.Min(dimensions, units);
            product *= Arrangement(dimensions, units);
        }

        return product;
    }

    /// <summary>Serra 2018, theorem 1: Σ ∏ C(n_l, j_l) over all j with j_l ≤ min(n₀, n₁ − j₁, …, n_l).</summary>
    public static BigInteger SerraUpper(int inputs, IReadOnlyList<int> widths) => SerraUpper(inputs, widths, 0);

    /// <summary>Montúfar 2014, theorem 5; null where a layer is narrower than the input.</summary>
    public static BigInteger? MontufarLower(int inputs, IReadOnlyList<int> widths) => widths.Any(units => units < inputs)
        ? null
        : Folded(inputs, widths, units => units / inputs);

    /// <summary>Serra 2018, theorem 6; null where a layer is narrower than three times the input.</summary>
    public static BigInteger? SerraLower(int inputs, IReadOnlyList<int> widths) => widths.Any(units => units < 3 * inputs)
        ? null
        : Folded(inputs, widths, units => (units / inputs) + 1);

    /// <summary>Arora 2016: 2 Σ_{j &lt; n₀} C(m − 1, j)·w^(L−1) for n₁ = 2m and later layers of w; null for other
    /// shapes.</summary>
    public static BigInteger? AroraLower(int inputs, IReadOnlyList<int> widths)
    {
        if (widths[0] % 2 != 0 || widths.Skip(1).Distinct().Count() > 1)
            return null;
        return 2 * Sum(inputs - 1, j => Binomial((widths[0] / 2) - 1, j)) * BigInteger.Pow(widths[^1], widths.Count - 1);
    }

    /// <summary>Serra 2018, theorem 5: ∏ (n_l + 1), the exact maximum for one input and layers of 3 units or more.</summary>
    public static BigInteger LineMaximum(IReadOnlyList<int> widths) =>
        widths.Aggregate(BigInteger.One, (product, units) => product * (units + 1));

    private static BigInteger SerraUpper(int dimensions, IReadOnlyList<int> widths, int layer)
    {
        if (layer == widths.Count)
            return 1;
        var units = widths[layer];
        return Sum(
            Math.Min(dimensions, units),
            j => Binomial(units, j) * SerraUpper(Math.Min(dimensions, units - j), widths, layer + 1));
    }

    // All layers but the last fold the input onto itself so many times in each dimension.
    private static BigInteger Folded(int inputs, IReadOnlyList<int> widths, Func<int, int> folds) => widths
        .SkipLast(1)
        .Aggregate(Arrangement(inputs, widths[^1]), (product, units) => product * BigInteger.Pow(folds(units), inputs));

    private static BigInteger Sum(int last, Func<int, BigInteger> term) =>
        Enumerable.Range(0, last + 1).Aggregate(BigInteger.Zero, (sum, j) => sum + term(j));

    private static BigInteger Binomial(int n, int k)
    {
        var result = BigInteger.One;
        for (var i = 0; i < k; i++)
            result = result * (n - i) / (i + 1);
        return result;
    }
}
