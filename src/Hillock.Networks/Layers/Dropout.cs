namespace Hillock.Networks;

/// <summary>Drops results of a layer by lot while it is trained, and does nothing otherwise.</summary>
/// <remarks>
/// With p the share that is dropped and q = 1 − p. Dropout (Srivastava et al. 2014, in its inverted form): a dropped
/// result is 0, the others are divided by q, so that the mean stays. Alpha dropout (Klambauer et al. 2017,
/// "Self-normalizing neural networks"): a dropped result is α′ = −λα, the lower end of SELU, and then all are mapped by
/// x ↦ ax + b with a = (q + α′²q(1 − q))^−½ and b = −a(1 − q)α′, so that mean 0 and variance 1 stay.
/// </remarks>
internal sealed class Dropout
{
    /// <summary>−λα of SELU.</summary>
    private const double LowerEnd = -1.7580993408473766;

    private readonly float[] _slopes;
    private readonly uint _dropsBelow;
    private readonly float _slope;
    private readonly float _shift;
    private readonly float _dropped;
    private SeededRandom _random = new(0);
    private bool _isActive;

    public Dropout(double rate, bool isAlpha, int largestCount)
    {
        var keep = 1 - rate;
        var end = isAlpha ? LowerEnd : 0;
        var slope = isAlpha ? 1 / Math.Sqrt(keep + end * end * keep * rate) : 1 / keep;
        _slopes = new float[largestCount];
        _dropsBelow = (uint)Math.Min(uint.MaxValue, Math.Round(rate * 4294967296.0));
        _slope = (float)slope;
        _shift = (float)(-slope * rate * end);
        _dropped = (float)(slope * end - slope * rate * end);
    }

    /// <summary>How many numbers it keeps for a pass.</summary>
    public long BufferLength => _slopes.LongLength;

    /// <summary>Starts a new sequence of lots.</summary>
    public void Restart(SeededRandom random) => _random = random;

    /// <summary>Drops in place.</summary>
    public void Forward(Span<float> results, bool isTraining)
    {
        _isActive = isTraining;
        if (!isTraining)
            return;
        var bits = 0UL;
        for (var i = 0; i < results.Length; i++)
        {
            // Two lots from each number.
            bits = i % 2 == 0 ? _random.NextBits() : bits >> 32;
            var isKept = (uint)bits >= _dropsBelow;
            results[i] = isKept ? results[i] * _slope + _shift : _dropped;
            _slopes[i] = isKept ? _slope : 0;
        }
    }

    /// <summary>Multiplies with the slopes of the last pass.</summary>
    public void Backward(Span<float> delta)
    {
        if (!_isActive)
            return;
        for (var i = 0; i < delta.Length; i++)
            delta[i] *= _slopes[i];
    }
}
