namespace Hillock.Lab.Experiments.UniversalApproximation;

/// <summary>The best polynomial on [−1, 1] in the mean square, by the coefficients of Legendre.</summary>
internal static class LegendreFit
{
    // Midpoints: their error on a kink at a cell's end is 1/points².
    private const int Points = 200_000;

    /// <summary>√ ½∫(f − p)² for the best p of a degree.</summary>
    public static double Error(Func<double, double> target, int degree)
    {
        var products = new double[degree + 1];
        var square = 0.0;
        for (var i = 0; i < Points; i++)
        {
            var x = -1 + (2 * (i + 0.5) / Points);
            var value = target(x);
            square += value * value / Points;
            var (previous, current) = (0.0, 1.0);
            for (var n = 0; n <= degree; n++)
            {
                products[n] += value * current / Points;
                (previous, current) = (current, (((2 * n) + 1) * x * current - (n * previous)) / (n + 1));
            }
        }

        // ½∫ P_n² = 1/(2n + 1)
        return Math.Sqrt(Math.Max(0, square - products.Select((product, n) => ((2 * n) + 1) * product * product).Sum()));
    }
}
