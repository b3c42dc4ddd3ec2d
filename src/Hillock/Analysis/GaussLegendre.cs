namespace Hillock.Analysis;

/// <summary>The Gauss–Legendre rule of 16 points, exact for polynomials up to degree 31.</summary>
internal static class GaussLegendre
{
    /// <summary>The rule is symmetric: so many points lie on each side of the middle.</summary>
    public const int Half = 8;

    private static readonly (double[] Nodes, double[] Weights) Rule = ComputeRule();

    /// <summary>Points and weights for the integral from <paramref name="left"/> to <paramref name="right"/>.</summary>
    public static void Place(double left, double right, Span<double> points, Span<double> weights)
    {
        var middle = (left + right) / 2;
        var half = (right - left) / 2;
        for (var i = 0; i < Half; i++)
        {
            points[2 * i] = middle - half * Rule.Nodes[i];
            points[2 * i + 1] = middle + half * Rule.Nodes[i];
            weights[2 * i] = weights[2 * i + 1] = half * Rule.Weights[i];
        }
    }

    /// <summary>The positive roots of the Legendre polynomial by Newton's method, w = 2 / ((1 − x²) P′(x)²).</summary>
    private static (double[] Nodes, double[] Weights) ComputeRule()
    {
        const int degree = 2 * Half;
        var nodes = new double[Half];
        var weights = new double[Half];
        for (var i = 0; i < Half; i++)
        {
            var x = Math.Cos(Math.PI * (i + 0.75) / (degree + 0.5));
            var slope = 0.0;
            for (var step = 0; step < 10; step++)
            {
                (var value, slope) = Legendre(degree, x);
                x -= value / slope;
            }
            nodes[i] = x;
            weights[i] = 2 / ((1 - x * x) * slope * slope);
        }
        return (nodes, weights);
    }

    private static (double Value, double Slope) Legendre(int degree, double x)
    {
        var (previous, current) = (1.0, x);
        for (var n = 2; n <= degree; n++)
            (previous, current) = (current, ((2 * n - 1) * x * current - (n - 1) * previous) / n);
        return (current, degree * (x * current - previous) / (x * x - 1));
    }
}
