using Hillock.Benchmarks.Racing;
using Hillock.Networks;

namespace Hillock.Benchmarks.Training;

/// <summary>What the statistics of layers cost at their default interval, once an epoch, where an epoch is that of
/// Fashion-MNIST: 60 000 examples.</summary>
internal static class StatisticsRace
{
    private const int EpochExamples = 60_000;

    public static TrainingMeasurement Run(bool quick)
    {
        var shape = NetworkShape.All.Single(s => s.Name == "784-8x128-10");
        var problem = new TrainingProblem(shape);
        var training = new OurTraining(problem, threads: 1);
        var probed = new TrainingProblem(shape with { Batch = LayerProbe.MostExamples });
        var (probe, network) = (new LayerProbe(probed.Examples), probed.NewNetwork());
        var timings = StepRace.Run(
            [new("step", () => training.Step(), null), new("statistics", () => probe.Measure(network), null)], quick);

        var steps = Math.Ceiling(EpochExamples / (double)shape.Batch);
        return new(
            $"{shape.Name}, an epoch", shape.Batch, 1, "without statistics",
            (steps * timings[0].Minimum + timings[1].Minimum) / 1000,
            Share(timings[0].Minimum, timings[1].Minimum), Share(timings[0].Median, timings[1].Median));

        double Share(double step, double statistics) => steps * step / (steps * step + statistics);
    }
}
