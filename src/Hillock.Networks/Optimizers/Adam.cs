using System.Numerics;
using System.Runtime.InteropServices;

namespace Hillock.Networks;

/// <summary>Adam: steps of the mean gradient over the root of the mean squared gradient, both with bias
/// correction.</summary>
/// <remarks>Kingma and Ba 2015, "Adam: a method for stochastic optimization", algorithm 1.</remarks>
public class Adam : Optimizer
{
    private readonly float[] _mean;
    private readonly float[] _square;
    private readonly double _beta1;
    private readonly double _beta2;
    private readonly double _epsilon;
    private double _beta1Power = 1;
    private double _beta2Power = 1;

    /// <summary>Adam for so many parameters.</summary>
    public Adam(
        int parameterCount, double learningRate, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8)
        : base(parameterCount)
    {
        _mean = new float[parameterCount];
        _square = new float[parameterCount];
        LearningRate = learningRate;
        _beta1 = beta1;
        _beta2 = beta2;
        _epsilon = epsilon;
    }

    /// <inheritdoc/>
    public override int StateLength => _mean.Length + _square.Length;

    /// <inheritdoc/>
    protected internal override void BeginStep()
    {
        _beta1Power *= _beta1;
        _beta2Power *= _beta2;
    }

    /// <inheritdoc/>
    protected internal override void Update(int first, Span<float> parameters, ReadOnlySpan<float> gradients)
    {
        var mean = _mean.AsSpan(first, parameters.Length);
        var square = _square.AsSpan(first, parameters.Length);
        // ε·m̂ / (√v̂ + ϵ) = step · m / (√(v·correction) + ϵ)
        var step = (float)(LearningRate / (1 - _beta1Power));
        var correction = (float)(1 / (1 - _beta2Power));
        float keepMean = (float)_beta1, addMean = (float)(1 - _beta1);
        float keepSquare = (float)_beta2, addSquare = (float)(1 - _beta2);
        var smallest = (float)_epsilon;

        var w = MemoryMarshal.Cast<float, Vector<float>>(parameters);
        var g = MemoryMarshal.Cast<float, Vector<float>>(gradients);
        var m = MemoryMarshal.Cast<float, Vector<float>>(mean);
        var v = MemoryMarshal.Cast<float, Vector<float>>(square);
        for (var i = 0; i < w.Length; i++)
        {
            m[i] = m[i] * keepMean + g[i] * addMean;
            v[i] = v[i] * keepSquare + g[i] * g[i] * addSquare;
            w[i] -= m[i] * step / (Vector.SquareRoot(v[i] * correction) + new Vector<float>(smallest));
        }

        for (var i = w.Length * Vector<float>.Count; i < parameters.Length; i++)
        {
            var gradient = gradients[i];
            mean[i] = mean[i] * keepMean + gradient * addMean;
            square[i] = square[i] * keepSquare + gradient * gradient * addSquare;
            parameters[i] -= mean[i] * step / (MathF.Sqrt(square[i] * correction) + smallest);
        }
    }
}
