using Hillock.Kernels;

namespace Hillock.Networks;

/// <summary>An activation with parameters of its own in each unit of a layer.</summary>
/// <remarks>The learned values lie unit by unit, as files have them; kernels take them parameter by parameter.</remarks>
internal sealed class PerUnitActivation : LayerActivation
{
    private readonly ActivationKernel<float> _kernel;
    private readonly ParameterSlice _learned;
    private readonly LearnedParameters _parameters;
    private readonly int _units;
    private readonly double[] _values;
    private readonly double[] _gradients;
    private readonly double[] _ofUnit;
    private bool _areFinite = true;

    public PerUnitActivation(Activation activation, ParameterSlice learned, int units)
    {
        _kernel = activation.Kernel<float>(KernelPrecision.Fast);
        _learned = learned;
        _units = units;
        _parameters = new LearnedParameters(activation);
        _values = [.. activation.Parameters.SelectMany(parameter => Enumerable.Repeat(parameter.Default, units))];
        _gradients = new double[_values.Length];
        _ofUnit = new double[activation.Parameters.Count];
    }

    public override bool IsPerUnit => true;

    public override bool AreParametersFinite => _areFinite;

    public override ReadOnlySpan<double> ParametersOf(int unit)
    {
        for (var p = 0; p < _ofUnit.Length; p++)
            _ofUnit[p] = _values[p * _units + unit];
        return _ofUnit;
    }

    public override void Forward(ReadOnlySpan<float> u, Span<float> results)
    {
        Load();
        if (_areFinite)
            _kernel.Value(u, results, Layout(u), _values);
        else
            results.Fill(float.NaN);
    }

    public override void Backward(ReadOnlySpan<float> u, Span<float> delta)
    {
        if (!_areFinite)
        {
            delta.Fill(float.NaN);
            _learned.Gradients.Span.Fill(float.NaN);
            return;
        }

        Array.Clear(_gradients);
        _kernel.Backward(u, delta, delta, Layout(u), _values, _gradients);
        var gradients = _learned.Gradients.Span;
        for (var i = 0; i < gradients.Length; i++)
            gradients[i] += (float)_gradients[PlaceOf(i)];
    }

    public override void SetToDefaults()
    {
        for (var unit = 0; unit < _units; unit++)
            _parameters.SetToDefaults(Of(unit));
        Load();
    }

    public override void Constrain()
    {
        for (var unit = 0; unit < _units; unit++)
            _parameters.Constrain(Of(unit));
    }

    public override IReadOnlyDictionary<string, double> LearnedByName()
    {
        var means = new Dictionary<string, double>();
        for (var i = 0; i < _parameters.Count; i++)
            means[_parameters.Name(i)] = Enumerable.Range(0, _units).Average(unit => (double)Of(unit)[i]);
        return means;
    }

    // Examples are rows and units are columns.
    private AxisLayout Layout(ReadOnlySpan<float> u) => new(u.Length / _units, _units, 1);

    private void Load()
    {
        var trained = _learned.Values.Span;
        _areFinite = true;
        for (var i = 0; i < trained.Length; i++)
        {
            _values[PlaceOf(i)] = trained[i];
            _areFinite &= float.IsFinite(trained[i]);
        }
    }

    // From unit by unit to parameter by parameter.
    private int PlaceOf(int trained) =>
        _parameters.IndexOf(trained % _parameters.Count) * _units + trained / _parameters.Count;

    private Span<float> Of(int unit) => _learned.Values.Span.Slice(unit * _parameters.Count, _parameters.Count);
}
