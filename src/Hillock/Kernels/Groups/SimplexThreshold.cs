namespace Hillock.Kernels.Groups;

/// <summary>The threshold of the projection onto the simplex.</summary>
internal static class SimplexThreshold
{
    /// <summary>The τ with Σ max(h − τ, 0) = 1. With k elements above it τ = (their sum − 1)/k, so elements that are not
    /// above the τ of those left are left out, until none is (Michelot 1986). NaN for a line with NaN or +∞, or of −∞
    /// alone.</summary>
    /// <param name="h">The elements, in whose place the remaining ones are kept.</param>
    public static double Of(Span<double> h)
    {
        var largest = double.NegativeInfinity;
        foreach (var value in h) largest = Math.Max(largest, value);
        if (!double.IsFinite(largest)) return double.NaN;
        for (var i = 0; i < h.Length; i++) h[i] -= largest;
        // The largest alone would give −1; no other that is further below can be above τ.
        var left = Above(h, -1, out var sum);
        while (true)
        {
            var threshold = (sum - 1) / left.Length;
            var rest = Above(left, threshold, out sum);
            if (rest.Length == left.Length) return largest + threshold;
            left = rest;
        }
    }

    private static Span<double> Above(Span<double> values, double threshold, out double sum)
    {
        var (total, count) = (new CompensatedSum(), 0);
        foreach (var value in values)
        {
            if (value <= threshold) continue;
            values[count++] = value;
            total.Add(value);
        }

        sum = total.Value;
        return values[..count];
    }
}
