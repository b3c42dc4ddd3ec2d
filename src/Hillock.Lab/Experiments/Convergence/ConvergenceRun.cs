using Hillock.Lab.Experiments.Shared;
using Hillock.Lab.Laboratory;
using Hillock.Networks;

namespace Hillock.Lab.Experiments.Convergence;

/// <summary>A network that is trained until its training error is small.</summary>
/// <param name="Function">The activation.</param>
/// <param name="LearningRate">The rate of plain gradient descent.</param>
/// <param name="Seed">The seed of weights and batches.</param>
internal sealed record ConvergenceRun(string Function, double LearningRate, int Seed)
{
    public const int Layers = 4;
    public const int Width = 128;
    public const int Batch = 128;

    /// <summary>The training error to reach.</summary>
    public const double Threshold = 0.05;

    /// <summary>Trains for so many epochs at most; ends at the first with a training error below the threshold.</summary>
    public TimeToError Train(Examples examples, int epochs, StepProgress progress)
    {
        var settings = PlainDescent.Of(Layers, Width) with
        {
            BatchSize = Batch,
            Epochs = epochs,
            LearningRate = LearningRate,
            Initialisation = WeightInitialisation.Gain.Name,
            Seed = Seed,
        };
        var errors = new List<double>();
        // What is tested on is what is trained on: the claim is about the training error.
        foreach (var report in new TrainingRun(settings, Activation.Parse(Function), examples, examples).Run(progress.Cancellation))
        {
            errors.Add(1 - report.Test.Score);
            progress.Tell(report.Epoch, epochs);
            if (errors[^1] <= Threshold) break;
        }

        return new(errors, StepsTo(errors, (examples.Count + Batch - 1) / Batch));
    }

    /// <summary>Steps until the error is at the threshold, between two epochs on a straight line; null where it never is.</summary>
    public static double? StepsTo(IReadOnlyList<double> errors, int stepsOfEpoch)
    {
        var reached = errors.TakeWhile(error => error > Threshold).Count();
        if (reached == errors.Count) return null;
        if (reached == 0) return 0;
        var (before, after) = (errors[reached - 1], errors[reached]);
        return stepsOfEpoch * (reached - 1 + ((before - Threshold) / (before - after)));
    }
}

/// <summary>How the training error fell.</summary>
/// <param name="Errors">The share of training examples answered wrongly, before training and after each epoch.</param>
/// <param name="Steps">Steps until it was at the threshold; null where it never was.</param>
internal sealed record TimeToError(IReadOnlyList<double> Errors, double? Steps);
