using Hillock.Expressions;

namespace Hillock.Networks;

/// <summary>The values of one layer's activation parameters: those learned, and those that stay as they are.</summary>
internal sealed class LearnedParameters
{
    /// <summary>How near to an excluded 0 a learned parameter may come, unless it starts nearer.</summary>
    private const double Margin = 1.0 / 1024;

    private readonly ActivationParameter[] parameters;
    private readonly int[] learned;
    private readonly double[] values;
    private readonly double[] gradients;

    public LearnedParameters(Activation activation)
    {
        parameters = [.. activation.Parameters];
        learned = [.. Enumerable.Range(0, parameters.Length).Where(i => parameters[i].Learned)];
        values = [.. parameters.Select(parameter => parameter.Default)];
        gradients = new double[parameters.Length];
    }

    public int Count => learned.Length;

    /// <summary>Kernels refuse values that are not finite; a network that diverges may learn one.</summary>
    public bool AreFinite { get; private set; } = true;

    /// <summary>The value of every parameter, as kernels take them.</summary>
    public ReadOnlySpan<double> Values => values;

    public string Name(int index) => parameters[learned[index]].Name;

    public void SetToDefaults(Span<float> trained)
    {
        for (var i = 0; i < learned.Length; i++)
            trained[i] = (float)parameters[learned[i]].Default;
    }

    /// <summary>Takes over the values that were trained.</summary>
    public void Load(ReadOnlySpan<float> trained)
    {
        for (var i = 0; i < learned.Length; i++)
            values[learned[i]] = trained[i];
        AreFinite = Array.TrueForAll(values, double.IsFinite);
    }

    /// <summary>The sums for every parameter, cleared, as kernels add to them.</summary>
    public Span<double> ClearedGradients()
    {
        Array.Clear(gradients);
        return gradients;
    }

    public void StoreGradients(Span<float> trained)
    {
        for (var i = 0; i < learned.Length; i++)
            trained[i] = (float)gradients[learned[i]];
    }

    /// <summary>Moves each value to the nearest one that its domain allows.</summary>
    public void Constrain(Span<float> trained)
    {
        for (var i = 0; i < learned.Length; i++)
            trained[i] = NearestAllowed(trained[i], parameters[learned[i]]);
    }

    internal static float NearestAllowed(float value, ActivationParameter parameter)
    {
        // A NaN stays one: it must show as a divergence.
        if (float.IsNaN(value))
            return value;
        var margin = (float)Math.Min(Margin, Math.Abs(parameter.Default));
        return parameter.Domain switch
        {
            ParameterDomain.Positive => MathF.Max(value, margin),
            ParameterDomain.NonNegative => MathF.Max(value, 0),
            ParameterDomain.NonZero => MathF.Abs(value) < margin ? MathF.CopySign(margin, value) : value,
            _ => value,
        };
    }
}
