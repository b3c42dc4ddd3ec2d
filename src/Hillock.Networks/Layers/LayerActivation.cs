namespace Hillock.Networks;

/// <summary>The activation of one layer with the values of its parameters.</summary>
/// <remarks>Parameters that are not finite, as a network that diverges may learn, make results and gradients NaN
/// rather than an exception.</remarks>
internal abstract class LayerActivation
{
    /// <summary>How many learned values the layer has of its own.</summary>
    public static int CountLearned(Activation activation, int units, ParameterScope scope)
    {
        var learned = activation.Parameters.Count(parameter => parameter.Learned);
        return scope == ParameterScope.Unit ? units * learned : learned;
    }

    public static LayerActivation Create(
        Activation activation, ParameterSlice learned, int units, ParameterScope scope) =>
        scope == ParameterScope.Unit && learned.Values.Length > 0
            ? new PerUnitActivation(activation, learned, units)
            : new UniformActivation(activation, learned);

    /// <summary>Whether each unit has parameters of its own.</summary>
    public abstract bool IsPerUnit { get; }

    /// <summary>Whether all parameters, as of the last pass, are finite.</summary>
    public abstract bool AreParametersFinite { get; }

    /// <summary>The value of every parameter, learned or not, as kernels take them.</summary>
    public abstract ReadOnlySpan<double> ParametersOf(int unit);

    /// <summary>f(u), row by row.</summary>
    public abstract void Forward(ReadOnlySpan<float> u, Span<float> results);

    /// <summary>Turns ∂L/∂f(u) into ∂L/∂u, and adds to the gradients of the learned parameters.</summary>
    public abstract void Backward(ReadOnlySpan<float> u, Span<float> delta);

    public abstract void SetToDefaults();

    /// <summary>Moves learned values back to what their domains allow.</summary>
    public abstract void Constrain();

    /// <summary>The learned parameters by name; means over the units where each has its own.</summary>
    public abstract IReadOnlyDictionary<string, double> LearnedByName();
}
