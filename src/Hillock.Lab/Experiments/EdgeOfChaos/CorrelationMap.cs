using Hillock.Kernels;

namespace Hillock.Lab.Experiments.EdgeOfChaos;

/// <summary>How the correlation c of two inputs goes on from layer to layer, at a variance q that stays:
/// C(c) = (σ_b² + σ_w² E[f(u₁) f(u₂)])/q for u₁, u₂ of variance q and covariance qc.</summary>
/// <remarks>Poole and others 2016, equations 4 and 5; Schoenholz and others 2017, equation 9.</remarks>
internal sealed class CorrelationMap
{
    // The trapezoidal rule gains digits exponentially for smooth functions under the normal density.
    private const double Reach = 8;
    private const int Points = 129;
    private const double Step = 2 * Reach / (Points - 1);

    private const int MostLayers = 2000;
    private const double Settled = 1e-10;

    private static readonly double[] Nodes = [.. Enumerable.Range(0, Points).Select(i => -Reach + (i * Step))];

    private static readonly double[] Densities =
        [.. Nodes.Select(z => Step * Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI))];

    private readonly ActivationKernel<double> _kernel;
    private readonly double _weightVariance;
    private readonly double _biasVariance;
    private readonly double _variance;
    private readonly double[] _firstValues;
    private readonly double[] _firstSlopes;
    private readonly Lazy<double> _fixedPoint;

    /// <summary>The map of an activation.</summary>
    /// <param name="kernel">f.</param>
    /// <param name="weightDeviation">σ_w.</param>
    /// <param name="biasDeviation">σ_b.</param>
    /// <param name="variance">q, the fixed point of the variance map.</param>
    public CorrelationMap(ActivationKernel<double> kernel, double weightDeviation, double biasDeviation, double variance)
    {
        (_kernel, _weightVariance, _biasVariance, _variance) =
            (kernel, weightDeviation * weightDeviation, biasDeviation * biasDeviation, variance);
        double[] first = [.. Nodes.Select(z => Math.Sqrt(variance) * z)];
        (_firstValues, _firstSlopes) = (new double[Points], new double[Points]);
        kernel.Value(first, _firstValues);
        kernel.Derivative(1, first, _firstSlopes);
        _fixedPoint = new(Settle);
    }

    /// <summary>c*, where inputs that began unlike settle: 1 in the ordered phase, less in the chaotic one.</summary>
    public double FixedPoint => _fixedPoint.Value;

    /// <summary>The correlation one layer further.</summary>
    public double Next(double correlation) =>
        (_biasVariance + (_weightVariance * Mean(_firstValues, correlation, (u, values) => _kernel.Value(u, values)))) / _variance;

    /// <summary>C′(c) = σ_w² E[f′(u₁) f′(u₂)].</summary>
    public double Slope(double correlation) =>
        _weightVariance * Mean(_firstSlopes, correlation, (u, slopes) => _kernel.Derivative(1, u, slopes));

    /// <summary>ξ_c = −1/ln C′(c*): in so many layers a deviation from c* falls by the factor e.</summary>
    public double Depth() => -1 / Math.Log(Slope(FixedPoint));

    private double Settle()
    {
        var correlation = 0.0;
        for (var layer = 0; layer < MostLayers; layer++)
        {
            var next = Math.Min(1, Next(correlation));
            if (Math.Abs(next - correlation) < Settled)
                return next;
            correlation = next;
        }

        return correlation;
    }

    // u₂ = √q (c z₁ + √(1 − c²) z₂)
    private double Mean(double[] first, double correlation, Evaluate evaluate)
    {
        var (own, other) = (Math.Sqrt(_variance) * correlation, Math.Sqrt(_variance * (1 - (correlation * correlation))));
        var (second, values, sum) = (new double[Points], new double[Points], 0.0);
        for (var i = 0; i < Points; i++)
        {
            for (var j = 0; j < Points; j++)
                second[j] = (own * Nodes[i]) + (other * Nodes[j]);
            evaluate(second, values);
            var inner = 0.0;
            for (var j = 0; j < Points; j++)
                inner += Densities[j] * values[j];
            sum += Densities[i] * first[i] * inner;
        }

        return sum;
    }

    private delegate void Evaluate(ReadOnlySpan<double> x, Span<double> y);
}
