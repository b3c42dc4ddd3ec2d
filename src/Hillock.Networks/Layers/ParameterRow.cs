namespace Hillock.Networks;

/// <summary>Hands out the parameters of a network, one part after the other, and the gradient of the loss by each.
/// </summary>
/// <remarks>Most parameters are weights, and a training step that moves them as soon as their gradients are known keeps
/// no gradients of theirs. So there is memory for those of all others, and for those of all only once they are asked
/// for.</remarks>
internal sealed class ParameterRow(int count, int weightCount)
{
    private readonly float[] _gradientsOfOthers = new float[count - weightCount];
    private readonly List<ParameterSlice> _others = [];
    private float[]? _gradients;
    private int _taken;
    private int _othersTaken;

    public Memory<float> Values { get; } = AlignedMemory.Take(count);

    /// <summary>The gradients by all parameters.</summary>
    public float[] Gradients => _gradients ??= new float[Values.Length];

    /// <summary>How many gradients there is memory for.</summary>
    public long GradientsLength => _gradientsOfOthers.LongLength + (_gradients?.LongLength ?? 0);

    /// <summary>What is not weights, in as few parts as possible.</summary>
    public IReadOnlyList<ParameterSlice> Others => _others;

    /// <summary>The next parameters, which are a matrix of weights.</summary>
    public ParameterSlice TakeWeights(int length) => Take(length, placeAmongOthers: -1);

    /// <summary>The next parameters, which are anything else.</summary>
    public ParameterSlice Take(int length)
    {
        var slice = Take(length, _othersTaken);
        _othersTaken += length;
        if (_others.Count > 0 && _others[^1] is var last && last.Start + last.Length == slice.Start)
            _others[^1] = last with { Length = last.Length + length };
        else
            _others.Add(slice);
        return slice;
    }

    /// <summary>Where the gradients of a part lie now.</summary>
    internal Memory<float> GradientsOf(ParameterSlice slice)
    {
        if (_gradients is not null)
            return _gradients.AsMemory(slice.Start, slice.Length);
        return slice.PlaceAmongOthers >= 0
            ? _gradientsOfOthers.AsMemory(slice.PlaceAmongOthers, slice.Length)
            : throw new InvalidOperationException("No gradients of weights are kept.");
    }

    private ParameterSlice Take(int length, int placeAmongOthers)
    {
        _taken += length;
        return new(this, _taken - length, length, placeAmongOthers);
    }
}
