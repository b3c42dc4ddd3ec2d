using System.Numerics;
using System.Runtime.InteropServices;

namespace Hillock.Networks;

/// <summary>Adam: steps of the mean gradient over the root of the mean squared gradient, both with bias
/// correction.</summary>
/// <remarks>Kingma and Ba 2015, "Adam: a method for stochastic optimization", algorithm 1.</remarks>
public sealed class Adam : Optimizer
{
    private readonly float[] mean;
    private readonly float[] square;
    private readonly double learningRate;
    private readonly double beta1;
    private readonly double beta2;
    private readonly double epsilon;
    private double beta1Power = 1;
    private double beta2Power = 1;

    /// <summary>Adam for so many parameters.</summary>
    public Adam(
        int parameterCount, double learningRate, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8)
    {
        mean = new float[parameterCount];
        square = new float[parameterCount];
        this.learningRate = learningRate;
        this.beta1 = beta1;
        this.beta2 = beta2;
        this.epsilon = epsilon;
    }

    /// <inheritdoc/>
    public override void Step(Span<float> parameters, ReadOnlySpan<float> gradients)
    {
        CheckLengths(parameters, gradients, mean.Length);
        beta1Power *= beta1;
        beta2Power *= beta2;
        // ε·m̂ / (√v̂ + ϵ) = step · m / (√(v·correction) + ϵ)
        var step = (float)(learningRate / (1 - beta1Power));
        var correction = (float)(1 / (1 - beta2Power));
        float keepMean = (float)beta1, addMean = (float)(1 - beta1);
        float keepSquare = (float)beta2, addSquare = (float)(1 - beta2);
        var smallest = (float)epsilon;

        var w = MemoryMarshal.Cast<float, Vector<float>>(parameters);
        var g = MemoryMarshal.Cast<float, Vector<float>>(gradients);
        var m = MemoryMarshal.Cast<float, Vector<float>>(mean.AsSpan());
        var v = MemoryMarshal.Cast<float, Vector<float>>(square.AsSpan());
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
