using Hillock.Lab.Data;
using Hillock.Lab.Laboratory;
using Hillock.Networks;

namespace Hillock.Lab.Experiments.AlmostEverywhere;

/// <summary>Trains a small network and counts how often a pre-activation is exactly at a kink.</summary>
internal static class KinkMeetings
{
    private const int BatchSize = 64;
    private const double LearningRate = 2e-3;
    private const int UpdatesPerReport = 100;

    // With pixels in eighths and weights in 64ths, pre-activations of the first layer are multiples of 2⁻⁹.
    private const float WeightScale = 64;

    private static readonly int[] Hidden = [64, 64];

    /// <summary>Trains on the digits.</summary>
    /// <param name="function">The activation, with the slopes of its definition at its kinks.</param>
    /// <param name="updates">How long it is trained.</param>
    /// <param name="isRounded">Whether pixels and the weights of the first layer are rounded, as in arithmetic with fixed
    /// points: then pre-activations are often exactly at a kink.</param>
    /// <param name="seed">Of the weights, the parting of the data and the batches; the same for every function.</param>
    /// <param name="progress">Is told how far it is.</param>
    public static KinkRun Train(string function, bool isRounded, int updates, int seed, StepProgress progress)
    {
        var set = DataSets.Find("digits");
        var (training, test) = set.Split(seed);
        float[] inputs = isRounded ? Whole(training.Inputs) : Noisy(training.Inputs, seed);
        float[] testInputs = isRounded ? Whole(test.Inputs) : Noisy(test.Inputs, seed + 1);
        var examples = Examples.OfClasses(inputs, set.Features, training.Classes, set.ClassNames.Count);
        var random = new SeededRandom((ulong)seed, stream: 61);
        var network = new DenseNetwork(
            [set.Features, .. Hidden, set.ClassNames.Count], Activation.Parse(function), BatchSize);
        network.Initialise(WeightInitialisation.He, random);
        var trainer = new Trainer(
            network, Optimizer.Create("adam", network.Parameters.Length, LearningRate), examples, BatchSize);
        var rounded = isRounded ? new RoundedLayer(network.Layers[0], WeightScale) : null;
        float[] kinks = [.. Activation.Parse(function).KinkLocations().Select(kink => (float)kink)];
        var (met, seen, expected) = (0L, 0L, 0.0);
        var blankBefore = ShareAtKinks(network, kinks);
        var batch = new int[BatchSize];
        for (var update = 0; update < updates; update++)
        {
            if (update % UpdatesPerReport == 0)
                progress.Tell(update, updates);
            foreach (ref var row in batch.AsSpan())
                row = random.NextBelow(examples.Count);
            trainer.Step(batch);
            rounded?.Renew();
            foreach (var layer in network.HiddenLayers)
            {
                seen += layer.PreActivations.Length;
                foreach (var kink in kinks)
                {
                    met += layer.PreActivations.Count(kink);
                    expected += FloatDensity.ExpectedMeetings(layer.PreActivations, kink);
                }
            }
        }

        var score = Evaluation.Of(network, Examples.OfClasses(testInputs, set.Features, test.Classes, set.ClassNames.Count));
        return new(function, isRounded, seed, met, seen, expected, score.Score, score.Loss)
        {
            BlankBefore = blankBefore,
            BlankAfter = ShareAtKinks(network, kinks),
        };
    }

    // With a blank input, all zeros.
    private static double ShareAtKinks(DenseNetwork network, float[] kinks)
    {
        network.Forward(new float[network.Inputs]);
        var all = network.HiddenLayers.SelectMany(layer => layer.PreActivations.ToArray()).ToArray();
        return (double)all.Count(kinks.Contains) / all.Length;
    }

    private static float[] Whole(float[] pixels) => [.. pixels.Select(pixel => (pixel / 8) - 1)];

    // Pixels are whole numbers: with a little noise they are like measured ones, on a scale of about 1.
    private static float[] Noisy(float[] pixels, int seed)
    {
        var random = new SeededRandom((ulong)seed, stream: 62);
        return [.. Whole(pixels).Select(pixel => (float)(pixel + (0.05 * random.NextNormal())))];
    }
}

/// <summary>A training in which meetings with kinks were counted.</summary>
/// <param name="Function">The activation.</param>
/// <param name="IsRounded">Whether it was trained in rounded numbers.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Met">Pre-activations exactly at a kink.</param>
/// <param name="Seen">Pre-activations.</param>
/// <param name="Expected">How many were expected at kinks by the density of the floats.</param>
/// <param name="Accuracy">On the test part.</param>
/// <param name="Loss">On the test part.</param>
internal sealed record KinkRun(
    string Function, bool IsRounded, int Seed, long Met, long Seen, double Expected, double Accuracy, double Loss)
{
    /// <summary>The share of pre-activations at a kink for an input of zeros, before training.</summary>
    public double BlankBefore { get; init; }

    /// <summary>The same after it.</summary>
    public double BlankAfter { get; init; }
}
