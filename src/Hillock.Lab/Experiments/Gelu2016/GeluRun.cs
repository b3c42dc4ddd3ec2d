using Hillock.Lab.Laboratory;
using Hillock.Networks;

namespace Hillock.Lab.Experiments.Gelu2016;

/// <summary>A network of the comparison.</summary>
/// <param name="Function">The activation.</param>
/// <param name="LearningRate">Adam's rate.</param>
/// <param name="Seed">The seed of weights and batches.</param>
internal sealed record GeluRun(string Function, double LearningRate, int Seed)
{
    public const int Layers = 8;
    public const int Width = 128;
    public const int Batch = 128;

    /// <summary>Trains it.</summary>
    public GeluCurve Train(Examples training, Examples validation, int epochs, StepProgress progress)
    {
        int[] sizes = [training.Features, .. Enumerable.Repeat(Width, Layers), training.Outputs];
        var network = new DenseNetwork(sizes, Activation.Parse(Function), 500);
        network.Initialise(WeightInitialisation.LeCun, new SeededRandom((ulong)Seed, 1));
        foreach (var layer in network.Layers)
            NormaliseColumns(layer);
        var trainer = new Trainer(network, new Adam(network.Parameters.Length, LearningRate), training, Batch);
        var order = new SeededRandom((ulong)Seed, 2);
        var (losses, validated) = (new List<double>(), new List<double>());
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            progress.Tell(epoch, epochs);
            losses.Add(trainer.TrainEpoch(order, progress.Cancellation));
            validated.Add(Evaluation.Of(network, validation).Loss);
        }

        return new(losses, validated, 100 * Evaluation.Of(network, validation).Score);
    }

    /// <summary>Makes the weights of each unit a vector of length 1. Weights lie inputs × units.</summary>
    public static void NormaliseColumns(DenseLayer layer)
    {
        for (var unit = 0; unit < layer.Outputs; unit++)
        {
            var square = 0.0;
            for (var i = unit; i < layer.Weights.Length; i += layer.Outputs) square += (double)layer.Weights[i] * layer.Weights[i];
            for (var i = unit; i < layer.Weights.Length; i += layer.Outputs) layer.Weights[i] /= (float)Math.Sqrt(square);
        }
    }
}

/// <summary>How training went.</summary>
/// <param name="Losses">The training log-loss of each epoch.</param>
/// <param name="ValidationLosses">The validation log-loss after each epoch.</param>
/// <param name="Accuracy">The last validation accuracy, in per cent.</param>
internal sealed record GeluCurve(IReadOnlyList<double> Losses, IReadOnlyList<double> ValidationLosses, double Accuracy);
