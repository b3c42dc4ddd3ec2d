using Hillock.Lab.Laboratory;
using Hillock.Networks;

namespace Hillock.Lab.Experiments.Taylor;

/// <summary>Small networks that learn x₁·x₂ on [−1, 1]².</summary>
internal static class TrainedProduct
{
    private const int BatchSize = 64;
    private const int TrainingPoints = 2048;
    private const int TestSide = 41;
    private const int UpdatesPerReport = 200;
    private const double LearningRate = 0.02;

    /// <summary>Trains so many units and measures the root mean squared error on a grid.</summary>
    public static ProductFit Train(string function, int units, int updates, int seed, StepProgress progress)
    {
        var random = new SeededRandom((ulong)seed, stream: 41);
        var inputs = new float[2 * TrainingPoints];
        foreach (ref var value in inputs.AsSpan())
            value = (float)((2 * random.NextUniform()) - 1);
        var examples = ExamplesOf(inputs);
        var network = new DenseNetwork([2, units, 1], Activation.Parse(function), BatchSize);
        network.Initialise(WeightInitialisation.LeCun, random);
        var stepsPerEpoch = TrainingPoints / BatchSize;
        var trainer = new Trainer(
            network, Optimizer.Create("adam", network.Parameters.Length, LearningRate), examples, BatchSize)
        {
            Schedule = LearningRateSchedule.Cosine(Math.Max(1, updates / stepsPerEpoch)),
        };
        var batch = new int[BatchSize];
        for (var update = 0; update < updates; update++)
        {
            if (update % UpdatesPerReport == 0)
                progress.Tell(update, updates);
            foreach (ref var row in batch.AsSpan())
                row = random.NextBelow(TrainingPoints);
            trainer.Step(batch);
        }

        return new(function, units, Evaluation.Of(network, ExamplesOf(Grid())).Score);
    }

    private static Examples ExamplesOf(float[] inputs) => Examples.OfNumbers(
        inputs, 2, [.. Enumerable.Range(0, inputs.Length / 2).Select(i => inputs[2 * i] * inputs[(2 * i) + 1])]);

    private static float[] Grid() =>
    [
        .. Enumerable.Range(0, TestSide * TestSide).SelectMany(i => (float[])
        [
            (((2f * (i % TestSide)) + 1) / TestSide) - 1, (((2f * (i / TestSide)) + 1) / TestSide) - 1,
        ]),
    ];
}

/// <summary>How well so many trained units multiply.</summary>
/// <param name="Function">Their activation.</param>
/// <param name="Units">How many.</param>
/// <param name="Error">The root mean squared error on a grid over [−1, 1]².</param>
internal sealed record ProductFit(string Function, int Units, double Error);
