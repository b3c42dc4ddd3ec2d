using System.Diagnostics;
using Hillock.Networks;

namespace Hillock.Lab.Experiments.PreluSlopes;

/// <summary>The cost of a training step beside that of relu, the two taking turns.</summary>
internal static class StepCost
{
    private const int Rounds = 60;
    private const int StepsOfRound = 10;

    /// <summary>The least time of a function over the least time of relu.</summary>
    public static double BesideRelu(string function, ParameterScope scope, Examples examples)
    {
        var (ours, relu) = (TrainerOf(function, scope, examples), TrainerOf("relu", scope, examples));
        int[] batch = [.. Enumerable.Range(0, SlopeRun.Batch)];
        var (best, bestOfRelu) = (double.MaxValue, double.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            best = Math.Min(best, Time(ours, batch));
            bestOfRelu = Math.Min(bestOfRelu, Time(relu, batch));
        }

        return best / bestOfRelu;
    }

    private static double Time(Trainer trainer, int[] batch)
    {
        var started = Stopwatch.GetTimestamp();
        for (var step = 0; step < StepsOfRound; step++)
            trainer.Step(batch);
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static Trainer TrainerOf(string function, ParameterScope scope, Examples examples)
    {
        var settings = new TrainingSettings
        {
            Hidden = [.. Enumerable.Repeat(SlopeRun.Width, SlopeRun.Layers)],
            LearnedScope = scope,
        };
        var network = new DenseNetwork(
            settings.NetworkFor(Activation.Parse(function), examples.Features, examples.Outputs), SlopeRun.Batch);
        network.Initialise(WeightInitialisation.He, new SeededRandom(1));
        return new(network, new StochasticGradientDescent(network.Parameters.Length, 1e-4, momentum: 0), examples, SlopeRun.Batch);
    }
}
