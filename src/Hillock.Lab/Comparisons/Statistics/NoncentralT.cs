namespace Hillock.Lab.Comparisons.Statistics;

/// <summary>The noncentral t distribution: of (Z + δ)/√(V/ν), Z normal and V chi-squared with ν degrees of
/// freedom. It is that of a t-test's statistic where there is a difference to find.</summary>
public static class NoncentralT
{
    /// <summary>P(T ≤ <paramref name="t"/>), to about 1e-12.</summary>
    /// <param name="t">The point.</param>
    /// <param name="degreesOfFreedom">ν, above 0.</param>
    /// <param name="noncentrality">δ, at most 200 in size.</param>
    /// <remarks>Lenth 1989, "Cumulative distribution function of the non-central t distribution", algorithm
    /// AS 243.</remarks>
    public static double Distribution(double t, double degreesOfFreedom, double noncentrality)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(degreesOfFreedom);
        if (!(Math.Abs(noncentrality) <= 200))
            throw new ArgumentOutOfRangeException(nameof(noncentrality), noncentrality, "At most 200 in size, please.");
        if (t < 0)
            return 1 - Distribution(-t, degreesOfFreedom, -noncentrality);
        var belowZero = NormalDistribution.Distribution(-noncentrality);
        return t == 0 ? belowZero : Math.Clamp(belowZero + Series(t, degreesOfFreedom, noncentrality) / 2, 0, 1);
    }

    /// <summary>Σ p_j·I_x(j + ½, ν/2) + q_j·I_x(j + 1, ν/2), where p and q are Poisson weights of δ²/2 at j and
    /// j + ½.</summary>
    private static double Series(double t, double degreesOfFreedom, double noncentrality)
    {
        var sum = degreesOfFreedom + t * t;
        double x = t * t / sum, oneMinusX = degreesOfFreedom / sum;
        var half = noncentrality * noncentrality / 2;
        if (half == 0)
            return IncompleteBeta.Regularised(0.5, degreesOfFreedom / 2, x, oneMinusX);
        var total = 0.0;
        for (var j = 0; ; j++)
        {
            var p = Math.Exp(-half + j * Math.Log(half) - LogGamma.Of(j + 1));
            var q = noncentrality / Math.Sqrt(2) * Math.Exp(-half + j * Math.Log(half) - LogGamma.Of(j + 1.5));
            total += p * IncompleteBeta.Regularised(j + 0.5, degreesOfFreedom / 2, x, oneMinusX)
                + q * IncompleteBeta.Regularised(j + 1, degreesOfFreedom / 2, x, oneMinusX);
            // Behind the largest weight each is less than half of the one before, from twice its place on.
            if (j > 2 * half && p + Math.Abs(q) < 1e-17)
                return total;
        }
    }
}
