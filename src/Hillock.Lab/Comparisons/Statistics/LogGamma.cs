namespace Hillock.Lab.Comparisons.Statistics;

/// <summary>The logarithm of the gamma function.</summary>
internal static class LogGamma
{
    // Lanczos' approximation with g = 7, good to about 1e-15.
    private const double G = 7;
    private static readonly double[] Coefficients =
    [
        0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
        12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
    ];

    /// <summary>ln Γ(x) for x ≥ 0.5, which is all that Student's t asks for.</summary>
    public static double Of(double x)
    {
        x -= 1;
        var sum = Coefficients[0];
        for (var i = 1; i < Coefficients.Length; i++)
            sum += Coefficients[i] / (x + i);
        var t = x + G + 0.5;
        return 0.5 * Math.Log(2 * Math.PI) + (x + 0.5) * Math.Log(t) - t + Math.Log(sum);
    }
}
