using Hillock.Lab.Laboratory;
using Hillock.Networks;

namespace Hillock.Lab.Experiments.Glorot2010;

/// <summary>A row of the paper's table.</summary>
/// <param name="Name">As the paper calls it; N stands for the normalised initialisation.</param>
/// <param name="Function">The activation.</param>
/// <param name="Initialisation">How weights are drawn; biases begin at 0.</param>
/// <param name="Layers">Hidden layers.</param>
internal sealed record GlorotModel(string Name, string Function, string Initialisation, int Layers)
{
    public const int Batch = 10;

    /// <summary>The examples whose activations are watched.</summary>
    public const int Watched = 300;

    private const int Points = 100;
    private const int UpdatesBetweenReports = 200;

    /// <summary>Trains it.</summary>
    public GlorotCurve Train(PictureSource pictures, double learningRate, int width, int updates, int seed, StepProgress progress)
    {
        var examples = pictures.Training;
        int[] sizes = [examples.Features, .. Enumerable.Repeat(width, Layers), examples.Outputs];
        var network = new DenseNetwork(sizes, Activation.Parse(Function), Watched);
        network.Initialise(WeightInitialisation.Parse(Initialisation), new SeededRandom((ulong)seed, 1));
        var watched = new LayerWatch(pictures.Watched);
        var trainer = new Trainer(
            network, new StochasticGradientDescent(network.Parameters.Length, learningRate, momentum: 0), examples, Batch);
        var every = Math.Max(1, updates / Points);
        var (times, losses, errors, sum) = (new List<double>(), new List<double>(), new List<double>(), 0.0);
        Note(0);
        for (var update = 1; update <= updates; update++)
        {
            if (update % UpdatesBetweenReports == 0)
                progress.Tell(update, updates);
            sum += trainer.Step(pictures.Next());
            if (update % every != 0)
                continue;
            losses.Add(sum / every);
            sum = 0;
            Note(update);
        }

        var final = ErrorOn(pictures.Judged);
        watched.Forward(network);
        return new(
            times, losses, errors, watched.Layers,
            [.. network.HiddenLayers.Select(layer => ActivationHistogram.Of(layer.Activations))], final);

        void Note(int update)
        {
            times.Add(update);
            errors.Add(ErrorOn(pictures.Tested));
            watched.Look(network);
        }

        double ErrorOn(Examples some) => 100 * (1 - Evaluation.Of(network, some).Score);
    }
}

/// <summary>How training went.</summary>
/// <param name="Updates">When the network was looked at.</param>
/// <param name="Losses">The mean training loss between two looks.</param>
/// <param name="Errors">The error on test pictures at each look, in per cent.</param>
/// <param name="Layers">What each hidden layer did.</param>
/// <param name="Histograms">The activations of each hidden layer after training, as shares by
/// <see cref="ActivationHistogram"/>.</param>
/// <param name="FinalError">The error after training on the pictures to judge by, in per cent.</param>
internal sealed record GlorotCurve(
    IReadOnlyList<double> Updates, IReadOnlyList<double> Losses, IReadOnlyList<double> Errors,
    IReadOnlyList<LayerCurve> Layers, IReadOnlyList<IReadOnlyList<double>> Histograms, double FinalError)
{
    // The loss of the end is the mean between the last looks: single ones scatter.
    private const int Last = 5;

    /// <summary>The loss at the end.</summary>
    public double FinalLoss => Losses.TakeLast(Last).Average();
}

/// <summary>What a layer did, look by look.</summary>
/// <param name="Means">The mean activation.</param>
/// <param name="Deviations">The standard deviation of the activations.</param>
/// <param name="Percentiles">The 98th percentile of their sizes.</param>
/// <param name="Gradients">The standard deviation of ∂L/∂u.</param>
/// <param name="WeightGradients">The standard deviation of the gradient by weights.</param>
internal sealed record LayerCurve(
    IReadOnlyList<double> Means, IReadOnlyList<double> Deviations, IReadOnlyList<double> Percentiles,
    IReadOnlyList<double> Gradients, IReadOnlyList<double> WeightGradients);
