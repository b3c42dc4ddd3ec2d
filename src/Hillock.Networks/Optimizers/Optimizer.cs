namespace Hillock.Networks;

/// <summary>A rule that moves parameters against their gradient. It holds the state of one network.</summary>
public abstract class Optimizer
{
    /// <summary>The optimiser of this name, with its usual settings.</summary>
    /// <param name="name"><c>sgd</c> or <c>adam</c>.</param>
    /// <param name="parameterCount">How many parameters it moves.</param>
    /// <param name="learningRate">The size of a step.</param>
    /// <param name="momentum">The momentum of <c>sgd</c>.</param>
    /// <exception cref="ArgumentException">There is none of this name.</exception>
    public static Optimizer Create(
        string name, int parameterCount, double learningRate, double momentum = 0.9) => name switch
    {
        "sgd" => new StochasticGradientDescent(parameterCount, learningRate, momentum),
        "adam" => new Adam(parameterCount, learningRate),
        _ => throw new ArgumentException($"There is no optimiser '{name}'; known are sgd, adam.", nameof(name)),
    };

    /// <summary>Moves the parameters by one step.</summary>
    /// <param name="parameters">The parameters, always the same ones in the same order.</param>
    /// <param name="gradients">The gradient of the loss with respect to each.</param>
    public abstract void Step(Span<float> parameters, ReadOnlySpan<float> gradients);

    private protected static void CheckLengths(
        ReadOnlySpan<float> parameters, ReadOnlySpan<float> gradients, int expected)
    {
        if (parameters.Length != expected || gradients.Length != expected)
            throw new ArgumentException($"This optimiser was made for {expected} parameters.");
    }
}
