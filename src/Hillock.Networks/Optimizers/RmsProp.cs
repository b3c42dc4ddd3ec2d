using System.Numerics;
using System.Runtime.InteropServices;

namespace Hillock.Networks;

/// <summary>RMSProp: s ← α·s + (1 − α)·g², w ← w − ε·g / (√s + ϵ).</summary>
/// <remarks>Tieleman and Hinton 2012, lecture 6.5 of "Neural networks for machine learning", with α = 0.99 as the usual
/// libraries have it.</remarks>
public sealed class RmsProp : Optimizer
{
    private readonly float[] _square;
    private readonly double _decay;
    private readonly float _epsilon;

    /// <summary>RMSProp for so many parameters.</summary>
    public RmsProp(int parameterCount, double learningRate, double decay = 0.99, double epsilon = 1e-8)
        : base(parameterCount)
    {
        _square = new float[parameterCount];
        LearningRate = learningRate;
        _decay = decay;
        _epsilon = (float)epsilon;
    }

    /// <inheritdoc/>
    public override int StateLength => _square.Length;

    /// <inheritdoc/>
    protected internal override void Update(int first, Span<float> parameters, ReadOnlySpan<float> gradients)
    {
        var square = _square.AsSpan(first, parameters.Length);
        float keep = (float)_decay, add = (float)(1 - _decay), rate = (float)LearningRate;
        var w = MemoryMarshal.Cast<float, Vector<float>>(parameters);
        var g = MemoryMarshal.Cast<float, Vector<float>>(gradients);
        var s = MemoryMarshal.Cast<float, Vector<float>>(square);
        for (var i = 0; i < w.Length; i++)
        {
            s[i] = s[i] * keep + g[i] * g[i] * add;
            w[i] -= g[i] * rate / (Vector.SquareRoot(s[i]) + new Vector<float>(_epsilon));
        }

        for (var i = w.Length * Vector<float>.Count; i < parameters.Length; i++)
        {
            square[i] = square[i] * keep + gradients[i] * gradients[i] * add;
            parameters[i] -= gradients[i] * rate / (MathF.Sqrt(square[i]) + _epsilon);
        }
    }
}
