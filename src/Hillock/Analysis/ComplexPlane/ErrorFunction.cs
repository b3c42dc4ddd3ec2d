using System.Numerics;

namespace Hillock.Analysis.ComplexPlane;

/// <summary>erf of a complex number, by its power series: right to some digits where |z| is a few units.</summary>
internal static class ErrorFunction
{
    private const int MostTerms = 400;

    // Beyond it the terms of the series, e^|z|² in size, leave nothing of the digits.
    private const double Farthest = 4;

    public static Complex Of(Complex z)
    {
        if (Complex.Abs(z) > Farthest) return Complex.NaN;
        // 2/√π · Σ (−1)ⁿ z²ⁿ⁺¹ / (n! (2n + 1)).
        var (power, sum) = (z, z);
        for (var n = 1; n < MostTerms; n++)
        {
            power *= -z * z / n;
            var term = power / ((2 * n) + 1);
            sum += term;
            if (Complex.Abs(term) < 1e-17 * Complex.Abs(sum)) break;
        }

        return sum * (2 / Math.Sqrt(Math.PI));
    }
}
