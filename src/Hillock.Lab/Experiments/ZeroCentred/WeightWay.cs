using Hillock.Networks;

namespace Hillock.Lab.Experiments.ZeroCentred;

/// <summary>The way that the weights of a layer take.</summary>
internal sealed class WeightWay
{
    private readonly float[] _start;
    private float[] _last;
    private double _length;

    public WeightWay(DenseLayer layer) => _last = _start = layer.Weights.ToArray();

    /// <summary>The distance from the start, over the length of the way; 1 for a straight one.</summary>
    public double Straightness => _length == 0 ? double.NaN : Distance(_start, _last) / _length;

    /// <summary>Notes where the weights are after a step.</summary>
    public void Note(DenseLayer layer)
    {
        var now = layer.Weights.ToArray();
        _length += Distance(_last, now);
        _last = now;
    }

    private static double Distance(float[] a, float[] b) =>
        Math.Sqrt(a.Zip(b, (x, y) => (double)(x - y) * (x - y)).Sum());
}
