using System.Numerics;
using System.Runtime.InteropServices;

namespace Hillock.Networks;

/// <summary>Gradient descent with momentum: v ← μ·v + g, w ← w − ε·v.</summary>
/// <remarks>Polyak 1964, in the form of Sutskever, Martens, Dahl and Hinton 2013 with ε outside the velocity.</remarks>
public sealed class StochasticGradientDescent : Optimizer
{
    private readonly float[] _velocity;
    private readonly float _momentum;

    /// <summary>Gradient descent for so many parameters; a momentum of 0 is plain gradient descent, which keeps
    /// nothing.</summary>
    public StochasticGradientDescent(int parameterCount, double learningRate, double momentum = 0.9)
        : base(parameterCount)
    {
        _velocity = new float[momentum == 0 ? 0 : parameterCount];
        LearningRate = learningRate;
        _momentum = (float)momentum;
    }

    /// <inheritdoc/>
    public override int StateLength => _velocity.Length;

    /// <inheritdoc/>
    internal override float? PlainRate => _momentum == 0 ? (float)LearningRate : null;

    /// <inheritdoc/>
    protected internal override void Update(int first, Span<float> parameters, ReadOnlySpan<float> gradients)
    {
        if (_momentum == 0)
            Descend(parameters, gradients);
        else
            Descend(_velocity.AsSpan(first, parameters.Length), parameters, gradients);
    }

    private void Descend(Span<float> parameters, ReadOnlySpan<float> gradients)
    {
        var rate = (float)LearningRate;
        var w = MemoryMarshal.Cast<float, Vector<float>>(parameters);
        var g = MemoryMarshal.Cast<float, Vector<float>>(gradients);
        for (var i = 0; i < w.Length; i++)
            w[i] -= g[i] * rate;
        for (var i = w.Length * Vector<float>.Count; i < parameters.Length; i++)
            parameters[i] -= gradients[i] * rate;
    }

    private void Descend(Span<float> velocity, Span<float> parameters, ReadOnlySpan<float> gradients)
    {
        var rate = (float)LearningRate;
        var w = MemoryMarshal.Cast<float, Vector<float>>(parameters);
        var g = MemoryMarshal.Cast<float, Vector<float>>(gradients);
        var v = MemoryMarshal.Cast<float, Vector<float>>(velocity);
        for (var i = 0; i < w.Length; i++)
        {
            var moved = v[i] * _momentum + g[i];
            v[i] = moved;
            w[i] -= moved * rate;
        }

        for (var i = w.Length * Vector<float>.Count; i < parameters.Length; i++)
        {
            velocity[i] = velocity[i] * _momentum + gradients[i];
            parameters[i] -= velocity[i] * rate;
        }
    }
}
