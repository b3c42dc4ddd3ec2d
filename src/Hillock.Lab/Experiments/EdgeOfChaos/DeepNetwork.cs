using Hillock.Lab.Laboratory;
using Hillock.Networks;

namespace Hillock.Lab.Experiments.EdgeOfChaos;

/// <summary>A deep network that starts from given deviations of weights and biases.</summary>
/// <param name="Function">The activation.</param>
/// <param name="WeightDeviation">σ_w: weights are drawn from N(0, σ_w²/fan-in).</param>
/// <param name="BiasDeviation">σ_b.</param>
/// <param name="Depth">Hidden layers.</param>
internal sealed record DeepNetwork(string Function, double WeightDeviation, double BiasDeviation, int Depth)
{
    public const int Batch = 64;
    public const double LearningRate = 1e-3;

    /// <summary>Trains it by plain gradient descent.</summary>
    /// <returns>The training loss of each epoch and the test accuracy after it, in per cent; both end where the loss is
    /// not finite.</returns>
    public DeepCurve Train(Examples training, Examples test, int width, int epochs, int seed, StepProgress progress)
    {
        var network = new DenseNetwork(
            [training.Features, .. Enumerable.Repeat(width, Depth), training.Outputs], Activation.Parse(Function), 500);
        Initialise(network, new SeededRandom((ulong)seed, 1));
        var optimizer = new StochasticGradientDescent(network.Parameters.Length, LearningRate, momentum: 0);
        var trainer = new Trainer(network, optimizer, training, Batch);
        var order = new SeededRandom((ulong)seed, 2);
        var (losses, accuracies) = (new List<double>(), new List<double> { 100 * Evaluation.Of(network, test).Score });
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            progress.Tell(epoch, epochs);
            var loss = trainer.TrainEpoch(order, progress.Cancellation);
            var tested = Evaluation.Of(network, test);
            if (!double.IsFinite(loss) || !double.IsFinite(tested.Loss)) break;
            losses.Add(loss);
            accuracies.Add(100 * tested.Score);
        }

        return new(losses, accuracies);
    }

    private void Initialise(DenseNetwork network, SeededRandom random)
    {
        network.Initialise(WeightInitialisation.Normal(WeightDeviation), random);
        foreach (var layer in network.Layers)
            random.FillNormal(layer.Biases, BiasDeviation);
    }
}

/// <summary>How training went.</summary>
/// <param name="Losses">The mean training loss of each epoch.</param>
/// <param name="Accuracies">The test accuracy before training and after each epoch, in per cent.</param>
internal sealed record DeepCurve(IReadOnlyList<double> Losses, IReadOnlyList<double> Accuracies)
{
    /// <summary>The last accuracy.</summary>
    public double Final => Accuracies[^1];
}
