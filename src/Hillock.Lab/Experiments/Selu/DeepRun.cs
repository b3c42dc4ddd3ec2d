using Hillock.Lab.Experiments.Shared;
using Hillock.Lab.Laboratory;
using Hillock.Networks;

namespace Hillock.Lab.Experiments.Selu;

/// <summary>A network of some depth: selu as it is, or relu with batch normalisation.</summary>
/// <param name="IsSelu">Which.</param>
/// <param name="Depth">Hidden layers.</param>
/// <param name="Seed">The seed of weights and batches.</param>
internal sealed record DeepRun(bool IsSelu, int Depth, int Seed)
{
    public const int Width = 128;
    public const int Batch = 64;
    public const double LearningRate = 0.01;

    /// <summary>Trains it.</summary>
    public DeepRunCurve Train(Examples training, Examples test, int epochs, StepProgress progress)
    {
        var settings = PlainDescent.Of(Depth, Width) with
        {
            BatchSize = Batch,
            Epochs = epochs,
            LearningRate = LearningRate,
            Initialisation = IsSelu ? WeightInitialisation.LeCun.Name : WeightInitialisation.He.Name,
            Normalisation = IsSelu ? NormalisationKind.None : NormalisationKind.Batch,
            Seed = Seed,
        };
        var (losses, accuracy) = (new List<double>(), 0.0);
        foreach (var report in new TrainingRun(settings, Activation.Parse(IsSelu ? "selu" : "relu"), training, test).Run(progress.Cancellation))
        {
            losses.Add(report.TrainingLoss);
            accuracy = 100 * report.Test.Score;
            progress.Tell(report.Epoch, epochs);
        }

        return new(losses, accuracy);
    }
}

/// <summary>How training went.</summary>
/// <param name="Losses">The training loss before training and of each epoch.</param>
/// <param name="Accuracy">The last test accuracy, in per cent.</param>
internal sealed record DeepRunCurve(IReadOnlyList<double> Losses, double Accuracy);
