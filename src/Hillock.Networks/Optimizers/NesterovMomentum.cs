using System.Numerics;
using System.Runtime.InteropServices;

namespace Hillock.Networks;

/// <summary>Gradient descent with Nesterov's momentum: v ← μ·v + g, w ← w − ε·(g + μ·v).</summary>
/// <remarks>Nesterov 1983, in the form of Sutskever, Martens, Dahl and Hinton 2013 rewritten for the point that the
/// gradient is taken at, with ε outside the velocity.</remarks>
public sealed class NesterovMomentum : Optimizer
{
    private readonly float[] _velocity;
    private readonly float _momentum;

    /// <summary>Nesterov's momentum for so many parameters; with a momentum of 0 plain gradient descent.</summary>
    public NesterovMomentum(int parameterCount, double learningRate, double momentum = 0.9)
        : base(parameterCount)
    {
        _velocity = new float[parameterCount];
        LearningRate = learningRate;
        _momentum = (float)momentum;
    }

    /// <inheritdoc/>
    public override int StateLength => _velocity.Length;

    /// <inheritdoc/>
    protected internal override void Update(int first, Span<float> parameters, ReadOnlySpan<float> gradients)
    {
        var velocity = _velocity.AsSpan(first, parameters.Length);
        var rate = (float)LearningRate;
        var w = MemoryMarshal.Cast<float, Vector<float>>(parameters);
        var g = MemoryMarshal.Cast<float, Vector<float>>(gradients);
        var v = MemoryMarshal.Cast<float, Vector<float>>(velocity);
        for (var i = 0; i < w.Length; i++)
        {
            var moved = v[i] * _momentum + g[i];
            v[i] = moved;
            w[i] -= (g[i] + moved * _momentum) * rate;
        }

        for (var i = w.Length * Vector<float>.Count; i < parameters.Length; i++)
        {
            velocity[i] = velocity[i] * _momentum + gradients[i];
            parameters[i] -= (gradients[i] + velocity[i] * _momentum) * rate;
        }
    }
}
