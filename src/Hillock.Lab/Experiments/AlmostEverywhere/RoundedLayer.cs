using Hillock.Networks;

namespace Hillock.Lab.Experiments.AlmostEverywhere;

/// <summary>Holds the weights and biases of a layer at multiples of a small number while it is trained; what rounding takes
/// away is carried on, so that small steps add up.</summary>
internal sealed class RoundedLayer
{
    private readonly DenseLayer _layer;
    private readonly float _scale;
    private readonly float[] _lostOfWeights;
    private readonly float[] _lostOfBiases;

    /// <summary>Rounds a layer.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="scale">Its numbers become whole multiples of one over this.</param>
    public RoundedLayer(DenseLayer layer, float scale)
    {
        (_layer, _scale) = (layer, scale);
        (_lostOfWeights, _lostOfBiases) = (new float[layer.Weights.Length], new float[layer.Biases.Length]);
        Renew();
    }

    /// <summary>Rounds again, after a step.</summary>
    public void Renew()
    {
        Round(_layer.Weights, _lostOfWeights);
        Round(_layer.Biases, _lostOfBiases);
    }

    private void Round(Span<float> values, Span<float> lost)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var exact = values[i] + lost[i];
            values[i] = MathF.Round(exact * _scale) / _scale;
            lost[i] = exact - values[i];
        }
    }
}
