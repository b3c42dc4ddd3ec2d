namespace Hillock.Networks;

/// <summary>Batch normalisation: each unit to mean 0 and variance 1 over the examples of the batch.</summary>
/// <remarks>
/// Ioffe and Szegedy 2015, "Batch normalization", algorithm 1. Training divides by the population deviation of the
/// batch and keeps running means of means and of sample variances, of which a batch adds one tenth; outside training
/// these are used. A batch of one example has no variance: its x̂ is 0 and it leaves the running variance as it is.
/// </remarks>
internal sealed class BatchNormalisation(ParameterSlice trained, Memory<float> state, int units, int largestBatch)
    : Normalisation(trained, units, largestBatch)
{
    private const float Momentum = 0.1f;

    private readonly float[] _means = new float[units];
    private readonly float[] _inverseDeviations = new float[units];
    private int _examples;
    private bool _isTraining;

    private Span<float> RunningMeans => state.Span[..Units];

    private Span<float> RunningVariances => state.Span[Units..];

    public override void Initialise()
    {
        base.Initialise();
        RunningMeans.Clear();
        RunningVariances.Fill(1);
    }

    public override IEnumerable<NamedTensor> Tensors() => base.Tensors().Concat(
    [
        new("running_means", [Units], state[..Units]), new("running_variances", [Units], state[Units..]),
    ]);

    protected override void Normalise(ReadOnlySpan<float> u, bool isTraining)
    {
        _examples = u.Length / Units;
        _isTraining = isTraining;
        if (isTraining)
            MeasureBatch(u);
        else
            RecallStatistics();
        for (var first = 0; first < u.Length; first += Units)
        {
            var row = u.Slice(first, Units);
            var normalised = Normalised.Slice(first, Units);
            for (var unit = 0; unit < row.Length; unit++)
                normalised[unit] = (row[unit] - _means[unit]) * _inverseDeviations[unit];
        }
    }

    protected override void BackwardThroughStatistics(
        ReadOnlySpan<float> delta, ReadOnlySpan<float> ofScale, ReadOnlySpan<float> ofShift, Span<float> inputDelta)
    {
        // Through mean and variance of the batch: ∂L/∂u = γ/σ · (δ − mean δ − x̂ · mean δx̂).
        var share = _isTraining ? 1f / _examples : 0;
        var scale = Scale;
        for (var first = 0; first < delta.Length; first += Units)
        {
            var row = delta.Slice(first, Units);
            var result = inputDelta.Slice(first, Units);
            var normalised = Normalised.Slice(first, Units);
            for (var unit = 0; unit < row.Length; unit++)
            {
                var centred = row[unit] - share * (ofShift[unit] + normalised[unit] * ofScale[unit]);
                result[unit] = scale[unit] * _inverseDeviations[unit] * centred;
            }
        }
    }

    private void MeasureBatch(ReadOnlySpan<float> u)
    {
        Array.Clear(_means);
        for (var first = 0; first < u.Length; first += Units)
        {
            var row = u.Slice(first, Units);
            for (var unit = 0; unit < row.Length; unit++)
                _means[unit] += row[unit];
        }

        for (var unit = 0; unit < _means.Length; unit++)
            _means[unit] /= _examples;

        var squares = _inverseDeviations;
        Array.Clear(squares);
        for (var first = 0; first < u.Length; first += Units)
        {
            var row = u.Slice(first, Units);
            for (var unit = 0; unit < row.Length; unit++)
                squares[unit] += (row[unit] - _means[unit]) * (row[unit] - _means[unit]);
        }

        for (var unit = 0; unit < squares.Length; unit++)
        {
            RunningMeans[unit] += Momentum * (_means[unit] - RunningMeans[unit]);
            if (_examples > 1)
                RunningVariances[unit] += Momentum * (squares[unit] / (_examples - 1) - RunningVariances[unit]);
            _inverseDeviations[unit] = (float)(1 / Math.Sqrt(squares[unit] / _examples + Epsilon));
        }
    }

    private void RecallStatistics()
    {
        RunningMeans.CopyTo(_means);
        for (var unit = 0; unit < _inverseDeviations.Length; unit++)
            _inverseDeviations[unit] = (float)(1 / Math.Sqrt(RunningVariances[unit] + Epsilon));
    }
}
