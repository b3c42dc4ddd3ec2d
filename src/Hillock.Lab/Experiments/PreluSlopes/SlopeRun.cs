using Hillock.Lab.Experiments.Shared;
using Hillock.Lab.Laboratory;
using Hillock.Networks;

namespace Hillock.Lab.Experiments.PreluSlopes;

/// <summary>A network with some slope on the left.</summary>
/// <param name="Function">The activation.</param>
/// <param name="Scope">Whether learned slopes are shared by a layer or each unit has its own.</param>
/// <param name="Seed">The seed of weights and batches.</param>
internal sealed record SlopeRun(string Function, ParameterScope Scope, int Seed)
{
    public const int Layers = 6;
    public const int Width = 128;
    public const int Batch = 64;
    public const double LearningRate = 0.05;

    /// <summary>Trains it.</summary>
    public SlopeCurve Train(Examples training, Examples test, int epochs, StepProgress progress)
    {
        var settings = PlainDescent.Of(Layers, Width) with
        {
            BatchSize = Batch,
            Epochs = epochs,
            LearningRate = LearningRate,
            Initialisation = WeightInitialisation.He.Name,
            LearnedScope = Scope,
            Seed = Seed,
        };
        var run = new TrainingRun(settings, Activation.Parse(Function), training, test);
        var (losses, slopes, accuracy) = (new List<double>(), new List<IReadOnlyList<double>>(), 0.0);
        foreach (var report in run.Run(progress.Cancellation))
        {
            losses.Add(report.TrainingLoss);
            // The means over the units of each layer, where each unit has its own.
            slopes.Add([.. run.LearnedParameters.Select(layer => layer.Values.Single())]);
            accuracy = 100 * report.Test.Score;
            progress.Tell(report.Epoch, epochs);
        }

        return new(losses, slopes, accuracy);
    }
}

/// <summary>How training went.</summary>
/// <param name="Losses">The training loss before training and of each epoch.</param>
/// <param name="Slopes">The learned slope of each layer, before training and after each epoch; empty where none is learned.</param>
/// <param name="Accuracy">The last test accuracy, in per cent.</param>
internal sealed record SlopeCurve(IReadOnlyList<double> Losses, IReadOnlyList<IReadOnlyList<double>> Slopes, double Accuracy);
