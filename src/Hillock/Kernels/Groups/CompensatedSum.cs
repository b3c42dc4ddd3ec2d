namespace Hillock.Kernels.Groups;

/// <summary>A sum in double whose rounding errors are summed too (Neumaier 1974): its error does not grow with the
/// number of terms.</summary>
internal struct CompensatedSum
{
    private double _sum;
    private double _rest;

    public void Add(double term)
    {
        var sum = _sum + term;
        // An infinite sum has no rest.
        if (double.IsFinite(sum))
            _rest += Math.Abs(_sum) >= Math.Abs(term) ? _sum - sum + term : term - sum + _sum;
        _sum = sum;
    }

    public readonly double Value => _sum + _rest;
}
