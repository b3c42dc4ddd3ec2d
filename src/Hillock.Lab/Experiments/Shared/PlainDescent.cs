using Hillock.Networks;

namespace Hillock.Lab.Experiments.Shared;

/// <summary>Training as most papers of the laboratory have it: equal layers, gradient descent without momentum.</summary>
internal static class PlainDescent
{
    /// <summary>So many layers of so many units; the rest is as <see cref="TrainingSettings"/> has it.</summary>
    public static TrainingSettings Of(int layers, int width) => new()
    {
        Hidden = [.. Enumerable.Repeat(width, layers)],
        Optimizer = "sgd",
        Momentum = 0,
    };
}
