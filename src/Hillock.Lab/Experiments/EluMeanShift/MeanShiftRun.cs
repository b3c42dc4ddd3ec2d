using Hillock.Lab.Experiments.Shared;
using Hillock.Lab.Laboratory;
using Hillock.Networks;

namespace Hillock.Lab.Experiments.EluMeanShift;

/// <summary>A network of which the mean activations are followed.</summary>
/// <param name="Function">The activation.</param>
/// <param name="Seed">The seed of weights and batches.</param>
internal sealed record MeanShiftRun(string Function, int Seed)
{
    public const int Layers = 8;
    public const int Width = 128;
    public const int Batch = 64;
    public const double LearningRate = 0.01;

    /// <summary>The training examples over which activations are averaged.</summary>
    public const int Watched = 300;

    /// <summary>Trains it.</summary>
    public MeanShiftCurve Train(Examples examples, int epochs, StepProgress progress)
    {
        var settings = PlainDescent.Of(Layers, Width) with
        {
            BatchSize = Batch,
            Epochs = epochs,
            LearningRate = LearningRate,
            Initialisation = WeightInitialisation.He.Name,
            Seed = Seed,
        };
        var run = new TrainingRun(settings, Activation.Parse(Function), examples, First(examples, Watched));
        var (medians, losses) = (new List<double>(), new List<double>());
        foreach (var report in run.Run(progress.Cancellation))
        {
            medians.Add(MedianOfMeans(run.Network, examples));
            losses.Add(report.TrainingLoss);
            progress.Tell(report.Epoch, epochs);
        }

        return new(medians, losses);
    }

    /// <summary>The median over all hidden units of their mean activation.</summary>
    public static double MedianOfMeans(DenseNetwork network, Examples examples)
    {
        var count = Math.Min(Watched, examples.Count);
        network.Forward(examples.Inputs.AsSpan(0, count * examples.Features));
        var means = new List<double>();
        foreach (var layer in network.HiddenLayers)
        {
            var sums = new double[layer.Outputs];
            for (var i = 0; i < layer.Activations.Length; i++)
                sums[i % layer.Outputs] += layer.Activations[i];
            means.AddRange(sums.Select(sum => sum / count));
        }

        return Median.Of(means);
    }

    private static Examples First(Examples examples, int count) => Examples.OfClasses(
        examples.Inputs[..(count * examples.Features)], examples.Features, examples.Classes[..count].ToArray(), examples.Outputs);
}

/// <summary>How activations and loss went.</summary>
/// <param name="Medians">The median over units of the mean activation, before training and after each epoch.</param>
/// <param name="Losses">The training loss, before training and of each epoch.</param>
internal sealed record MeanShiftCurve(IReadOnlyList<double> Medians, IReadOnlyList<double> Losses)
{
    /// <summary>The variance of the change of the median from epoch to epoch.</summary>
    public double ChangeVariance
    {
        get
        {
            double[] changes = [.. Medians.Skip(2).Zip(Medians.Skip(1), (after, before) => after - before)];
            return changes.Length == 0 ? double.NaN : changes.Average(change => change * change) - Math.Pow(changes.Average(), 2);
        }
    }
}
