namespace Hillock.Lab.Comparisons.Statistics;

/// <summary>The regularised incomplete beta function I_x(a, b).</summary>
internal static class IncompleteBeta
{
    private const double Tiny = 1e-300;
    private const int MostTerms = 10_000;

    /// <summary>I_x(a, b); the caller gives 1 − x as well, because it is often known with more digits than x.</summary>
    public static double Regularised(double a, double b, double x, double oneMinusX)
    {
        if (x <= 0)
            return 0;
        if (oneMinusX <= 0)
            return 1;
        var factor = Math.Exp(a * Math.Log(x) + b * Math.Log(oneMinusX)
            + LogGamma.Of(a + b) - LogGamma.Of(a) - LogGamma.Of(b));
        // The fraction converges fast only left of the mean; the other side is its mirror image.
        return x < (a + 1) / (a + b + 2)
            ? factor * ContinuedFraction(a, b, x) / a
            : 1 - factor * ContinuedFraction(b, a, oneMinusX) / b;
    }

    /// <summary>The continued fraction DLMF 8.17.22, by Lentz's method.</summary>
    private static double ContinuedFraction(double a, double b, double x)
    {
        var c = 1.0;
        var d = 1 / AwayFromZero(1 - (a + b) * x / (a + 1));
        var result = d;
        for (var m = 1; m <= MostTerms; m++)
        {
            Step(m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)));
            var change = Step(-(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)));
            if (Math.Abs(change - 1) < 1e-15)
                break;
        }

        return result;

        double Step(double coefficient)
        {
            d = 1 / AwayFromZero(1 + coefficient * d);
            c = AwayFromZero(1 + coefficient / c);
            result *= c * d;
            return c * d;
        }
    }

    private static double AwayFromZero(double value) => Math.Abs(value) < Tiny ? Tiny : value;
}
