namespace Hillock.Verification;

/// <summary>The few inputs with the largest errors.</summary>
internal sealed class WorstInputs(int capacity)
{
    private readonly List<(double Error, double X)> _kept = [];

    /// <summary>An error must be larger than this to be kept.</summary>
    public double Threshold => _kept.Count < capacity ? 0 : _kept[^1].Error;

    public IReadOnlyList<double> Inputs => [.. _kept.Select(pair => pair.X)];

    public void Add(double x, double error)
    {
        if (!(error > Threshold)) return;
        if (_kept.Count == capacity) _kept.RemoveAt(capacity - 1);
        var place = _kept.FindIndex(pair => pair.Error < error);
        _kept.Insert(place < 0 ? _kept.Count : place, (error, x));
    }
}
