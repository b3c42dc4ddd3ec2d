using Hillock.Kernels;

namespace Hillock.Networks;

/// <summary>An activation with parameters of its own in each unit of a layer.</summary>
/// <remarks>Kernels take one set of parameters a call, so the pre-activations are transposed: each unit's lie side by
/// side. The learned values lie unit by unit.</remarks>
internal sealed class PerUnitActivation : LayerActivation
{
    private readonly ActivationKernel<float> _kernel;
    private readonly ParameterSlice _learned;
    private readonly LearnedParameters[] _units;
    private readonly float[] _u;
    private readonly float[] _results;
    private readonly int _perUnit;

    public PerUnitActivation(Activation activation, ParameterSlice learned, int units, int largestBatch)
    {
        _kernel = activation.Kernel<float>(KernelPrecision.Fast);
        _learned = learned;
        _units = [.. Enumerable.Range(0, units).Select(_ => new LearnedParameters(activation))];
        _perUnit = _units[0].Count;
        _u = new float[units * largestBatch];
        _results = new float[units * largestBatch];
    }

    public override bool IsPerUnit => true;

    public override long BufferLength => _u.LongLength + _results.LongLength;

    public override bool AreParametersFinite
    {
        get
        {
            foreach (var unit in _units)
            {
                if (!unit.AreFinite)
                    return false;
            }

            return true;
        }
    }

    public override ReadOnlySpan<double> ParametersOf(int unit) => _units[unit].Values;

    public override void Forward(ReadOnlySpan<float> u, Span<float> results)
    {
        var examples = u.Length / _units.Length;
        Transpose(u, _u, examples, _units.Length);
        for (var unit = 0; unit < _units.Length; unit++)
        {
            var parameters = _units[unit];
            parameters.Load(Of(unit, _learned.Values));
            var column = _results.AsSpan(unit * examples, examples);
            if (parameters.AreFinite)
                _kernel.Value(_u.AsSpan(unit * examples, examples), column, parameters.Values);
            else
                column.Fill(float.NaN);
        }

        Transpose(_results, results, _units.Length, examples);
    }

    public override void Backward(ReadOnlySpan<float> u, Span<float> delta)
    {
        var examples = u.Length / _units.Length;
        Transpose(delta, _results, examples, _units.Length);
        for (var unit = 0; unit < _units.Length; unit++)
        {
            var parameters = _units[unit];
            var column = _results.AsSpan(unit * examples, examples);
            if (!parameters.AreFinite)
            {
                column.Fill(float.NaN);
                Of(unit, _learned.Gradients).Fill(float.NaN);
                continue;
            }

            _kernel.Backward(
                _u.AsSpan(unit * examples, examples), column, column, parameters.Values, parameters.ClearedGradients());
            parameters.AddGradients(Of(unit, _learned.Gradients));
        }

        Transpose(_results, delta, _units.Length, examples);
    }

    public override void SetToDefaults()
    {
        for (var unit = 0; unit < _units.Length; unit++)
        {
            _units[unit].SetToDefaults(Of(unit, _learned.Values));
            _units[unit].Load(Of(unit, _learned.Values));
        }
    }

    public override void Constrain()
    {
        for (var unit = 0; unit < _units.Length; unit++)
            _units[unit].Constrain(Of(unit, _learned.Values));
    }

    public override IReadOnlyDictionary<string, double> LearnedByName()
    {
        var means = new Dictionary<string, double>();
        for (var i = 0; i < _perUnit; i++)
        {
            var values = Enumerable.Range(0, _units.Length).Select(unit => (double)Of(unit, _learned.Values)[i]);
            means[_units[0].Name(i)] = values.Average();
        }

        return means;
    }

    private Span<float> Of(int unit, Memory<float> row) => row.Span.Slice(unit * _perUnit, _perUnit);

    private static void Transpose(ReadOnlySpan<float> source, Span<float> target, int rows, int columns)
    {
        for (var row = 0; row < rows; row++)
        {
            var values = source.Slice(row * columns, columns);
            for (var column = 0; column < values.Length; column++)
                target[column * rows + row] = values[column];
        }
    }
}
