using Hillock.Lab.Experiments.Shared;
using Hillock.Lab.Laboratory;
using Hillock.Networks;

namespace Hillock.Lab.Experiments.VanishingGradient;

/// <summary>A network of some depth, trained by plain gradient descent.</summary>
/// <param name="Function">The activation.</param>
/// <param name="Initialisation">How the weights are drawn.</param>
/// <param name="Depth">Hidden layers.</param>
/// <param name="LearningRate">The rate.</param>
internal sealed record TrainedDepth(string Function, string Initialisation, int Depth, double LearningRate)
{
    public const int Width = 64;
    public const int Batch = 50;

    /// <summary>Trains it.</summary>
    public DepthCurve Train(Examples training, Examples test, int epochs, int seed, StepProgress progress)
    {
        var settings = PlainDescent.Of(Depth, Width) with
        {
            BatchSize = Batch,
            Epochs = epochs,
            LearningRate = LearningRate,
            Initialisation = Initialisation,
            Seed = seed,
        };
        List<EpochReport> reports = [];
        foreach (var report in new TrainingRun(settings, Activation.Parse(Function), training, test).Run(progress.Cancellation))
        {
            reports.Add(report);
            progress.Tell(report.Epoch, epochs);
        }

        return new(
            [.. reports.Select(report => report.TrainingLoss)], 100 * reports[^1].Test.Score,
            Gradients(reports[0]), Gradients(reports[^1]),
            [.. reports[0].Layers.Select(layer => layer.ShareSaturated)], [.. reports[^1].Layers.Select(layer => layer.ShareSaturated)]);
    }

    private static IReadOnlyList<double> Gradients(EpochReport report) =>
        [.. report.Layers.Select(layer => Math.Sqrt(layer.Gradient.MeanSquare))];
}

/// <summary>How training went.</summary>
/// <param name="Losses">The training loss before training and of each epoch.</param>
/// <param name="Accuracy">The last test accuracy, in per cent.</param>
/// <param name="FirstGradients">The root mean square of ∂L/∂u in each layer before training.</param>
/// <param name="LastGradients">The same after it.</param>
/// <param name="FirstSaturated">The share of saturated units of each layer before training.</param>
/// <param name="LastSaturated">The same after it.</param>
internal sealed record DepthCurve(
    IReadOnlyList<double> Losses, double Accuracy, IReadOnlyList<double> FirstGradients, IReadOnlyList<double> LastGradients,
    IReadOnlyList<double> FirstSaturated, IReadOnlyList<double> LastSaturated);
