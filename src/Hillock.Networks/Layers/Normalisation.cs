namespace Hillock.Networks;

/// <summary>Normalises pre-activations to x̂ and stretches them again: u ↦ γ·x̂ + β with γ and β learned for each
/// unit, at first 1 and 0.</summary>
internal abstract class Normalisation
{
    /// <summary>Added to variances, so that a unit that does not vary divides by no 0.</summary>
    protected const double Epsilon = 1e-5;

    private readonly ParameterSlice _trained;
    private readonly float[] _normalised;

    protected Normalisation(ParameterSlice trained, int units, int largestBatch)
    {
        _trained = trained;
        Units = units;
        _normalised = new float[units * largestBatch];
    }

    protected int Units { get; }

    /// <summary>x̂ of the last pass.</summary>
    protected Span<float> Normalised => _normalised;

    protected ReadOnlySpan<float> Scale => _trained.Values.Span[..Units];

    public static int CountTrained(NormalisationKind kind, int units) =>
        kind == NormalisationKind.None ? 0 : 2 * units;

    public static int CountState(NormalisationKind kind, int units) =>
        kind == NormalisationKind.Batch ? 2 * units : 0;

    public static Normalisation? Create(
        NormalisationKind kind, ParameterSlice trained, Memory<float> state, int units, int largestBatch) => kind switch
    {
        NormalisationKind.Batch => new BatchNormalisation(trained, state, units, largestBatch),
        NormalisationKind.Layer => new LayerNormalisation(trained, units, largestBatch),
        _ => null,
    };

    /// <summary>How many numbers it keeps for a pass.</summary>
    public long BufferLength => _normalised.LongLength;

    public virtual void Initialise()
    {
        _trained.Values.Span[..Units].Fill(1);
        _trained.Values.Span[Units..].Clear();
    }

    /// <summary>All numbers that training sets.</summary>
    public virtual IEnumerable<NamedTensor> Tensors() =>
    [
        new("scales", [Units], _trained.Values[..Units]), new("shifts", [Units], _trained.Values[Units..]),
    ];

    /// <summary>Normalises in place.</summary>
    public void Forward(Span<float> u, bool isTraining)
    {
        Normalise(u, isTraining);
        var scale = Scale;
        var shift = _trained.Values.Span[Units..];
        for (var first = 0; first < u.Length; first += Units)
        {
            var row = u.Slice(first, Units);
            var normalised = _normalised.AsSpan(first, Units);
            for (var unit = 0; unit < row.Length; unit++)
                row[unit] = normalised[unit] * scale[unit] + shift[unit];
        }
    }

    /// <summary>From the gradient by the results computes those by γ and β, and that by what was normalised.</summary>
    public void Backward(ReadOnlySpan<float> delta, Span<float> inputDelta)
    {
        var ofScale = _trained.Gradients.Span[..Units];
        var ofShift = _trained.Gradients.Span[Units..];
        ofScale.Clear();
        ofShift.Clear();
        for (var first = 0; first < delta.Length; first += Units)
        {
            var row = delta.Slice(first, Units);
            var normalised = _normalised.AsSpan(first, Units);
            for (var unit = 0; unit < row.Length; unit++)
            {
                ofScale[unit] += row[unit] * normalised[unit];
                ofShift[unit] += row[unit];
            }
        }

        BackwardThroughStatistics(delta, ofScale, ofShift, inputDelta);
    }

    /// <summary>Fills <see cref="Normalised"/>.</summary>
    protected abstract void Normalise(ReadOnlySpan<float> u, bool isTraining);

    protected abstract void BackwardThroughStatistics(
        ReadOnlySpan<float> delta, ReadOnlySpan<float> ofScale, ReadOnlySpan<float> ofShift, Span<float> inputDelta);
}
