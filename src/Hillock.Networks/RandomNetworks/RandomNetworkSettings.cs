namespace Hillock.Networks.RandomNetworks;

/// <summary>A deep network of equally wide layers before any training.</summary>
public sealed record RandomNetworkSettings
{
    /// <summary>The activation of the hidden layers.</summary>
    public required Activation Activation { get; init; }

    /// <summary>How many hidden layers there are.</summary>
    public required int Layers { get; init; }

    /// <summary>The units of each, and the numbers of inputs and outputs.</summary>
    public required int Width { get; init; }

    /// <summary>From where the weights are drawn.</summary>
    public required WeightInitialisation Weights { get; init; }

    /// <summary>σ_b: the biases are drawn from N(0, σ_b²).</summary>
    public double BiasDeviation { get; init; }

    /// <summary>How many examples pass through it.</summary>
    public int Examples { get; init; } = 32;

    /// <summary>The standard deviation of the gradients by the outputs. What is measured is divided by it; it moves
    /// gradients that vanish or explode to where floats can hold them.</summary>
    public double OutputGradient { get; init; } = 1;
}
