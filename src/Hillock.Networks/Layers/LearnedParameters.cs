using Hillock.Expressions;

namespace Hillock.Networks;

/// <summary>The values of an activation's parameters: those learned, and those that stay as they are.</summary>
internal sealed class LearnedParameters
{
    private readonly ActivationParameter[] _parameters;
    private readonly int[] _learned;
    private readonly double[] _values;
    private readonly double[] _gradients;

    public LearnedParameters(Activation activation)
    {
        _parameters = [.. activation.Parameters];
        _learned = [.. Enumerable.Range(0, _parameters.Length).Where(i => _parameters[i].Learned)];
        _values = [.. _parameters.Select(parameter => parameter.Default)];
        _gradients = new double[_parameters.Length];
    }

    public int Count => _learned.Length;

    /// <summary>Kernels refuse values that are not finite; a network that diverges may learn one.</summary>
    public bool AreFinite { get; private set; } = true;

    /// <summary>The value of every parameter, as kernels take them.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>The place of a learned parameter among all.</summary>
    public int IndexOf(int learned) => _learned[learned];

    public string Name(int index) => _parameters[_learned[index]].Name;

    public void SetToDefaults(Span<float> trained)
    {
        for (var i = 0; i < _learned.Length; i++)
            trained[i] = LearnedDomain.Nearest((float)_parameters[_learned[i]].Default, _parameters[_learned[i]]);
    }

    /// <summary>Takes over the values that were trained.</summary>
    public void Load(ReadOnlySpan<float> trained)
    {
        for (var i = 0; i < _learned.Length; i++)
            _values[_learned[i]] = trained[i];
        AreFinite = Array.TrueForAll(_values, double.IsFinite);
    }

    /// <summary>The sums for every parameter, cleared, as kernels add to them.</summary>
    public Span<double> ClearedGradients()
    {
        Array.Clear(_gradients);
        return _gradients;
    }

    public void AddGradients(Span<float> trained)
    {
        for (var i = 0; i < _learned.Length; i++)
            trained[i] += (float)_gradients[_learned[i]];
    }

    /// <summary>Moves each value to the nearest one that its domain allows.</summary>
    public void Constrain(Span<float> trained)
    {
        for (var i = 0; i < _learned.Length; i++)
            trained[i] = LearnedDomain.Nearest(trained[i], _parameters[_learned[i]]);
    }
}
