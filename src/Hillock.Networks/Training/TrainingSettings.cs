namespace Hillock.Networks;

/// <summary>How to train a network, but for its activation and its examples.</summary>
public sealed record TrainingSettings
{
    /// <summary>Units of each hidden layer, input side first.</summary>
    public IReadOnlyList<int> Hidden { get; init; } = [64, 64];

    /// <summary>What is done to xW + b of the hidden layers before the activation.</summary>
    public NormalisationKind Normalisation { get; init; }

    /// <summary>The share of results of hidden layers that is dropped in training, in [0, 1).</summary>
    public double Dropout { get; init; }

    /// <summary>Whether dropout keeps mean and variance, as SELU needs it.</summary>
    public bool AlphaDropout { get; init; }

    /// <summary>Whether each hidden layer with as many inputs as units adds its inputs to its results.</summary>
    public bool Residual { get; init; }

    /// <summary>How many values a learned parameter of the activation has.</summary>
    public ParameterScope LearnedScope { get; init; }

    /// <summary>Passes over the training examples.</summary>
    public int Epochs { get; init; } = 20;

    /// <summary>Examples in a mini-batch.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>One of <see cref="Networks.Optimizer.Names"/>.</summary>
    public string Optimizer { get; init; } = "adam";

    /// <summary>Step size of the optimiser.</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>Momentum of <c>sgd</c> and <c>nesterov</c>.</summary>
    public double Momentum { get; init; } = 0.9;

    /// <summary>One of <see cref="LearningRateSchedule.Names"/>.</summary>
    public string Schedule { get; init; } = LearningRateSchedule.Constant.Name;

    /// <summary>Epochs at the beginning in which the learning rate rises from 0.</summary>
    public double WarmUp { get; init; }

    /// <summary>λ, which pulls weights to 0, at least 0.</summary>
    public double WeightDecay { get; init; }

    /// <summary>The largest norm of the gradient, above 0; null for no limit.</summary>
    public double? LargestGradientNorm { get; init; }

    /// <summary>Ends training after so many epochs without a smaller validation loss, and takes the network back to the
    /// smallest; null to train all epochs. It needs validation examples.</summary>
    public int? Patience { get; init; }

    /// <summary>The name of a <see cref="WeightInitialisation"/>.</summary>
    public string Initialisation { get; init; } = WeightInitialisation.He.Name;

    /// <summary>The seed of the initial weights, of dropout and of the batch order; the order has its own stream of
    /// it.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The network that is trained.</summary>
    /// <param name="activation">The activation of the hidden layers.</param>
    /// <param name="inputs">How many values an example has.</param>
    /// <param name="outputs">How many outputs the network has.</param>
    public NetworkSettings NetworkFor(Activation activation, int inputs, int outputs) => new()
    {
        Inputs = inputs,
        Hidden =
        [
            .. Hidden.Select((units, layer) => new LayerSettings(units, activation)
            {
                Normalisation = Normalisation,
                Dropout = Dropout,
                AlphaDropout = AlphaDropout,
                Residual = Residual && units == (layer == 0 ? inputs : Hidden[layer - 1]),
            }),
        ],
        Outputs = outputs,
        LearnedScope = LearnedScope,
    };
}
