namespace Hillock.Tests.Analysis.MeanField;

/// <summary>Expectations under N(0, σ²) by the tanh–sinh rule of Takahasi and Mori 1974, between the kinks and the integers:
/// nothing in common with the quadrature that it tests but the values of f.</summary>
internal sealed class DoubleExponentialMoments(Activation function, double deviation)
{
    private const double Step = 1 / 32.0;
    private const int Steps = 32 * 4;
    private const int Reach = 13;

    public double Expectation(Func<double, double> g)
    {
        double[] ends =
        [
            .. Enumerable.Range(-2 * Reach, (4 * Reach) + 1).Select(i => i / 2.0)
                .Concat(function.KinkLocations().Select(kink => kink / deviation))
                .Distinct()
                .Order(),
        ];
        return ends.Zip(ends.Skip(1), (left, right) => Integrate(g, left, right)).Sum();
    }

    // z = m + h tanh(π/2 sinh t); near an end its distance is what is computed, so that no point falls on a kink.
    private double Integrate(Func<double, double> g, double left, double right)
    {
        var (half, sum) = ((right - left) / 2, 0.0);
        for (var i = -Steps; i <= Steps; i++)
        {
            var t = i * Step;
            var u = Math.PI / 2 * Math.Sinh(t);
            var distance = 2 * half / (1 + Math.Exp(2 * Math.Abs(u)));
            var z = u < 0 ? left + distance : right - distance;
            if (z <= left || z >= right) continue;
            var weight = half * Math.PI / 2 * Math.Cosh(t) / Math.Pow(Math.Cosh(u), 2);
            sum += weight * g(deviation * z) * Math.Exp(-z * z / 2);
        }

        return sum * Step / Math.Sqrt(2 * Math.PI);
    }
}
