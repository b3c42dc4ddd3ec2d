namespace Hillock.Networks;

/// <summary>How to train a network, but for its activation and its examples.</summary>
public sealed record TrainingSettings
{
    /// <summary>Units of each hidden layer, input side first.</summary>
    public IReadOnlyList<int> Hidden { get; init; } = [64, 64];

    /// <summary>Passes over the training examples.</summary>
    public int Epochs { get; init; } = 20;

    /// <summary>Examples in a mini-batch.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary><c>sgd</c> or <c>adam</c>.</summary>
    public string Optimizer { get; init; } = "adam";

    /// <summary>Step size of the optimiser.</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>Momentum of <c>sgd</c>.</summary>
    public double Momentum { get; init; } = 0.9;

    /// <summary>The name of a <see cref="WeightInitialisation"/>.</summary>
    public string Initialisation { get; init; } = WeightInitialisation.He.Name;

    /// <summary>The seed of the initial weights and of the batch order; each has its own stream of it.</summary>
    public int Seed { get; init; } = 1;
}
