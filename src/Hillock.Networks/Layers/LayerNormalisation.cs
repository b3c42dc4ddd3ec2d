namespace Hillock.Networks;

/// <summary>Layer normalisation: each example to mean 0 and population variance 1 over the units of the
/// layer.</summary>
/// <remarks>Ba, Kiros and Hinton 2016, "Layer normalization", equation 3. Training and use are the same.</remarks>
internal sealed class LayerNormalisation(ParameterSlice trained, int units, int largestBatch)
    : Normalisation(trained, units, largestBatch)
{
    private readonly float[] _inverseDeviations = new float[largestBatch];

    protected override void Normalise(ReadOnlySpan<float> u, bool isTraining)
    {
        for (var example = 0; example < u.Length / Units; example++)
        {
            var row = u.Slice(example * Units, Units);
            var sum = 0.0;
            foreach (var value in row)
                sum += value;
            var mean = sum / Units;
            var squares = 0.0;
            foreach (var value in row)
                squares += (value - mean) * (value - mean);
            var inverse = 1 / Math.Sqrt(squares / Units + Epsilon);
            _inverseDeviations[example] = (float)inverse;
            var normalised = Normalised.Slice(example * Units, Units);
            for (var unit = 0; unit < row.Length; unit++)
                normalised[unit] = (float)((row[unit] - mean) * inverse);
        }
    }

    protected override void BackwardThroughStatistics(
        ReadOnlySpan<float> delta, ReadOnlySpan<float> ofScale, ReadOnlySpan<float> ofShift, Span<float> inputDelta)
    {
        // With g = γδ: ∂L/∂u = (g − mean g − x̂ · mean gx̂) / σ.
        var scale = Scale;
        for (var example = 0; example < delta.Length / Units; example++)
        {
            var row = delta.Slice(example * Units, Units);
            var normalised = Normalised.Slice(example * Units, Units);
            double sum = 0, product = 0;
            for (var unit = 0; unit < row.Length; unit++)
            {
                sum += scale[unit] * row[unit];
                product += scale[unit] * row[unit] * normalised[unit];
            }

            var (mean, along) = ((float)(sum / Units), (float)(product / Units));
            var result = inputDelta.Slice(example * Units, Units);
            for (var unit = 0; unit < row.Length; unit++)
            {
                var centred = scale[unit] * row[unit] - mean - normalised[unit] * along;
                result[unit] = _inverseDeviations[example] * centred;
            }
        }
    }
}
