namespace Hillock.Networks;

/// <summary>Adam with decoupled weight decay: besides Adam's step, w ← w − ε·λ·w.</summary>
/// <remarks>Loshchilov and Hutter 2019, "Decoupled weight decay regularization", algorithm 2. The decay itself is the
/// trainer's, because only weights are shrunk.</remarks>
public sealed class AdamW(int parameterCount, double learningRate) : Adam(parameterCount, learningRate)
{
    /// <summary>λ where nothing else is asked for.</summary>
    public const double DefaultWeightDecay = 0.01;

    /// <inheritdoc/>
    public override bool DecouplesWeightDecay => true;
}
