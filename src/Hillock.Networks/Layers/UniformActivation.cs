using Hillock.Kernels;

namespace Hillock.Networks;

/// <summary>An activation with the same parameters in all units of a layer.</summary>
/// <remarks>Training takes the fast kernels: gradients of a batch are noisier by many orders than 4 ULP.</remarks>
internal sealed class UniformActivation(Activation activation, ParameterSlice learned) : LayerActivation
{
    private readonly ActivationKernel<float> _kernel = activation.Kernel<float>(KernelPrecision.Fast);
    private readonly LearnedParameters _parameters = new(activation);

    public override bool IsPerUnit => false;

    public override bool AreParametersFinite => _parameters.AreFinite;

    public override ReadOnlySpan<double> ParametersOf(int unit) => _parameters.Values;

    public override void Forward(ReadOnlySpan<float> u, Span<float> results)
    {
        _parameters.Load(learned.Values.Span);
        if (_parameters.AreFinite)
            _kernel.Value(u, results, _parameters.Values);
        else
            results.Fill(float.NaN);
    }

    public override void Backward(ReadOnlySpan<float> u, Span<float> delta)
    {
        if (!_parameters.AreFinite)
        {
            delta.Fill(float.NaN);
            learned.Gradients.Span.Fill(float.NaN);
        }
        else if (_parameters.Count == 0)
            _kernel.Backward(u, delta, delta, _parameters.Values);
        else
        {
            _kernel.Backward(u, delta, delta, _parameters.Values, _parameters.ClearedGradients());
            _parameters.AddGradients(learned.Gradients.Span);
        }
    }

    public override void SetToDefaults()
    {
        _parameters.SetToDefaults(learned.Values.Span);
        _parameters.Load(learned.Values.Span);
    }

    public override void Constrain() => _parameters.Constrain(learned.Values.Span);

    public override IReadOnlyDictionary<string, double> LearnedByName()
    {
        var values = new Dictionary<string, double>();
        for (var i = 0; i < _parameters.Count; i++)
            values[_parameters.Name(i)] = learned.Values.Span[i];
        return values;
    }
}
