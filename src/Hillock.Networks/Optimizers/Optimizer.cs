namespace Hillock.Networks;

/// <summary>A rule that moves parameters against their gradient. It holds the state of one network.</summary>
/// <param name="parameterCount">How many parameters it moves.</param>
public abstract class Optimizer(int parameterCount)
{
    /// <summary>The names that <see cref="Create"/> knows.</summary>
    public static IReadOnlyList<string> Names { get; } = ["sgd", "nesterov", "adam", "adamw", "rmsprop"];

    /// <summary>The size of a step. A schedule may change it between steps.</summary>
    public double LearningRate { get; set; }

    /// <summary>How many parameters it moves.</summary>
    public int ParameterCount => parameterCount;

    /// <summary>How many numbers it keeps from step to step.</summary>
    public abstract int StateLength { get; }

    /// <summary>Whether weight decay shrinks weights beside the step rather than through the gradient.</summary>
    public virtual bool DecouplesWeightDecay => false;

    /// <summary>ε, where a step is w ← w − ε·g and nothing else; then a product may move weights as soon as it has
    /// summed their gradients.</summary>
    internal virtual float? PlainRate => null;

    /// <summary>The optimiser of this name, with its usual settings.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="parameterCount">How many parameters it moves.</param>
    /// <param name="learningRate">The size of a step.</param>
    /// <param name="momentum">The momentum of <c>sgd</c> and <c>nesterov</c>.</param>
    /// <exception cref="ArgumentException">There is none of this name.</exception>
    public static Optimizer Create(
        string name, int parameterCount, double learningRate, double momentum = 0.9) => name switch
    {
        "sgd" => new StochasticGradientDescent(parameterCount, learningRate, momentum),
        "nesterov" => new NesterovMomentum(parameterCount, learningRate, momentum),
        "adam" => new Adam(parameterCount, learningRate),
        "adamw" => new AdamW(parameterCount, learningRate),
        "rmsprop" => new RmsProp(parameterCount, learningRate),
        _ => throw new ArgumentException(
            $"There is no optimiser '{name}'; known are {string.Join(", ", Names)}.", nameof(name)),
    };

    /// <summary>Moves the parameters by one step.</summary>
    /// <param name="parameters">The parameters, always the same ones in the same order.</param>
    /// <param name="gradients">The gradient of the loss with respect to each.</param>
    public void Step(Span<float> parameters, ReadOnlySpan<float> gradients)
    {
        if (parameters.Length != parameterCount || gradients.Length != parameterCount)
        {
            throw new ArgumentException(
                $"This optimiser was made for {parameterCount} parameters, not {parameters.Length} with "
                + $"{gradients.Length} gradients.");
        }

        BeginStep();
        Update(0, parameters, gradients);
    }

    /// <summary>Called once before the parameters of a step are moved.</summary>
    protected internal virtual void BeginStep()
    {
    }

    /// <summary>Moves some of the parameters. Each moves by its own gradient and what is kept for it, so that all of
    /// them may be moved in parts, in any order and by several threads.</summary>
    /// <param name="first">The place of the first one among all parameters.</param>
    /// <param name="parameters">The parameters from there on.</param>
    /// <param name="gradients">The gradient of the loss with respect to each.</param>
    protected internal abstract void Update(int first, Span<float> parameters, ReadOnlySpan<float> gradients);
}
