namespace Hillock.Kernels.Groups;

/// <summary>The threshold of the projection onto the simplex.</summary>
internal static class SimplexThreshold
{
    /// <summary>The τ with Σ max(h − τ, 0) = 1: with the k largest values above it, τ = (their sum − 1)/k (Martins &amp;
    /// Astudillo 2016, algorithm 1). NaN for a line with NaN or +∞, or of −∞ alone.</summary>
    public static double Of(double[] h)
    {
        Array.Sort(h);
        // NaN sorts first.
        if (h.Length == 0 || double.IsNaN(h[0]) || !double.IsFinite(h[^1])) return double.NaN;
        var largest = h[^1];
        var (sum, threshold) = (0.0, -1.0);
        for (var k = 1; k <= h.Length; k++)
        {
            var distance = h[^k] - largest;
            if (distance <= threshold) break;
            sum += distance;
            threshold = (sum - 1) / k;
        }

        return largest + threshold;
    }
}
