using Hillock.Networks;

namespace Hillock.Benchmarks.Training;

/// <summary>Ours: a <see cref="Trainer"/>, which gathers the batch, computes the gradients and moves the
/// weights.</summary>
internal sealed class OurTraining
{
    public const string Description =
        "ours: Trainer.Step, which copies the examples of the batch to one place, passes them forward and backward, "
        + "and moves the weights; one network on some threads shares its products among them";

    private readonly TrainingProblem _problem;
    private readonly Trainer _trainer;
    private int _next;

    public OurTraining(TrainingProblem problem, int threads)
    {
        _problem = problem;
        var network = problem.NewNetwork();
        network.Threads = threads;
        var optimizer = new StochasticGradientDescent(
            network.Parameters.Length, TrainingProblem.LearningRate, momentum: 0);
        _trainer = new(network, optimizer, problem.Examples, problem.Shape.Batch);
    }

    public long MemoryBytes => _trainer.MemoryBytes;

    /// <summary>One step with the next batch.</summary>
    /// <returns>The loss before the step.</returns>
    public double Step() => _trainer.Step(_problem.Places[_next++ % TrainingProblem.Batches]);
}
