namespace Hillock.Networks;

/// <summary>What one hidden layer does on a fixed set of examples at one moment of training.</summary>
/// <param name="Layer">The hidden layer, counted from 1 at the input side.</param>
/// <param name="PreActivation">u = Wx + b over units and examples.</param>
/// <param name="Activation">f(u) over units and examples.</param>
/// <param name="Gradient">∂L/∂u, the back-propagated gradient of each example's own loss, over units
/// and examples.</param>
/// <param name="ShareAtZero">The share of activations that are exactly 0, in [0, 1].</param>
/// <param name="ShareSaturated">The share of pre-activations with |f′(u)| below one hundredth of the largest |f′|
/// over [−20, 20], in [0, 1].</param>
public sealed record LayerStatistics(
    int Layer,
    TensorStatistics PreActivation,
    TensorStatistics Activation,
    TensorStatistics Gradient,
    double ShareAtZero,
    double ShareSaturated);
