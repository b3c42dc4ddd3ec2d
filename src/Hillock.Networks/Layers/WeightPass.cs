namespace Hillock.Networks;

/// <summary>What a backward pass does about the weights of a layer.</summary>
/// <param name="KeepsGradients">Whether it computes the gradients by the weights and keeps them.</param>
/// <param name="Optimizer">What moves the weights as soon as their gradients are known, or null.</param>
/// <param name="Decay">λ, which pulls the weights to 0 in that step.</param>
internal readonly record struct WeightPass(bool KeepsGradients, Optimizer? Optimizer, double Decay)
{
    /// <summary>For all gradients.</summary>
    public static WeightPass Keep { get; } = new(true, null, 0);

    /// <summary>For the gradients by activations alone.</summary>
    public static WeightPass Skip { get; }

    /// <summary>For a step of training in one pass over the weights.</summary>
    public static WeightPass Update(Optimizer optimizer, double decay) => new(false, optimizer, decay);
}
