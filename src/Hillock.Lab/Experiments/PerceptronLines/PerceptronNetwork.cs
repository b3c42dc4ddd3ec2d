using Hillock.Lab.Data;
using Hillock.Lab.Laboratory;
using Hillock.Networks;

namespace Hillock.Lab.Experiments.PerceptronLines;

/// <summary>Trains perceptrons to part triangles from the circles around them.</summary>
internal static class PerceptronNetwork
{
    /// <summary>Cells of a decision map, along each side.</summary>
    public const int MapSide = 60;

    /// <summary>The map and the lines reach so far from the middle.</summary>
    public const double Reach = 1.3;

    private const int BatchSize = 32;
    private const double LearningRate = 0.02;
    private const int UpdatesPerReport = 200;

    /// <summary>The two classes, drawn from a seed.</summary>
    public static DataSet Data(int seed) => DataSets.Find("triangles-in-circles", seed);

    /// <summary>Trains a network and looks at its lines and its decisions.</summary>
    /// <param name="function">The activation of the hidden units.</param>
    /// <param name="units">How many there are; 0 for a single perceptron.</param>
    /// <param name="updates">How long it is trained.</param>
    /// <param name="seed">Of the weights and the batches.</param>
    /// <param name="dataSeed">Of the points.</param>
    /// <param name="progress">Is told how far it is.</param>
    public static PerceptronRun Train(
        string function, int units, int updates, int seed, int dataSeed, StepProgress progress)
    {
        var set = Data(dataSeed);
        var examples = Examples.OfClasses(set.Inputs, 2, set.Classes, 2);
        var random = new SeededRandom((ulong)seed, stream: 51);
        int[] sizes = units == 0 ? [2, 2] : [2, units, 2];
        var network = new DenseNetwork(sizes, Activation.Parse(function), MapSide * MapSide);
        network.Initialise(WeightInitialisation.LeCun, random);
        var trainer = new Trainer(
            network, Optimizer.Create("adam", network.Parameters.Length, LearningRate), examples, BatchSize);
        var batch = new int[BatchSize];
        for (var update = 0; update < updates; update++)
        {
            if (update % UpdatesPerReport == 0)
                progress.Tell(update, updates);
            foreach (ref var row in batch.AsSpan())
                row = random.NextBelow(set.Count);
            trainer.Step(batch);
        }

        var accuracy = Evaluation.Of(network, examples).Score;
        return new(function, units, seed, accuracy, Lines(network, units), Decisions(network));
    }

    // A hidden unit's line is w·x + b = 0; a single perceptron decides by the difference of its two outputs.
    private static double[] Lines(DenseNetwork network, int units)
    {
        var layer = network.Layers[0];
        var (weights, biases) = (layer.Weights.ToArray(), layer.Biases.ToArray());
        return units == 0
            ? [weights[0] - weights[1], weights[2] - weights[3], biases[0] - biases[1]]
            : [.. Enumerable.Range(0, units).SelectMany(unit => (double[])[weights[unit], weights[units + unit], biases[unit]])];
    }

    private static double[] Decisions(DenseNetwork network)
    {
        float[] points =
        [
            .. Enumerable.Range(0, MapSide * MapSide).SelectMany(cell => (float[])[Centre(cell % MapSide), Centre(cell / MapSide)]),
        ];
        var outputs = network.Forward(points);
        var decisions = new double[MapSide * MapSide];
        for (var cell = 0; cell < decisions.Length; cell++)
            decisions[cell] = outputs[2 * cell] >= outputs[(2 * cell) + 1] ? 0 : 1;
        return decisions;
    }

    private static float Centre(int index) => (float)(Reach * ((2 * (index + 0.5) / MapSide) - 1));
}

/// <summary>A trained network of perceptrons.</summary>
/// <param name="Function">The activation of the hidden units.</param>
/// <param name="Units">How many there are.</param>
/// <param name="Seed">Of the weights.</param>
/// <param name="Accuracy">On the points, from 0 to 1.</param>
/// <param name="Lines">w₁, w₂ and b of each unit.</param>
/// <param name="Decisions">The class of each cell of the map.</param>
internal sealed record PerceptronRun(
    string Function, int Units, int Seed, double Accuracy, double[] Lines, double[] Decisions);
