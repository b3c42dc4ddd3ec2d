using System.Text.Json;
using Hillock.Benchmarks.Racing;
using Hillock.Benchmarks.Reporting;

namespace Hillock.Benchmarks.Training;

/// <summary><c>./bench.sh training</c>: all races of training steps, and what is written of them.</summary>
internal static class TrainingBenchmark
{
    public static void Run(TrainingOptions options)
    {
        var races = new TrainingRaces(options);
        var measurements = options.Threads.SelectMany(races.OneNetwork).ToList();
        if (options.Threads.Contains(2)) measurements.Add(races.ManySmallNetworks());
        measurements.AddRange(ProductRace.Run(options.Quick));
        measurements.Add(StatisticsRace.Run(options.Quick));
        string[] notes = [OurTraining.Description, LibtorchTraining.Description, Race.QuietRounds];

        var table = TrainingTables.Of(measurements);
        Console.WriteLine(table);
        foreach (var note in notes) Console.WriteLine(note);
        if (options.JsonFile is { } json)
            File.WriteAllText(json, JsonSerializer.Serialize(measurements, JsonFormat.Options));
        if (options.IsComplete)
            Console.WriteLine("written: " + Write(options, notes, table));
    }

    private static string Write(TrainingOptions options, IEnumerable<string> notes, string table) => ResultsFile.Write(
        "training", "Training steps beside libtorch", options.CommandLine, notes, $"""
            A ratio is the peer's time divided by ours: above 1, ours is faster. Times are minima over the quiet rounds,
            of one step. float32, relu in the hidden layers, cross-entropy, plain gradient descent, everything in one
            process, ours and the peer taking turns. Memory is that of parameters, gradients and all that a step needs,
            one batch included; libtorch's is what its heap holds after the forward or after the backward pass,
            whichever is more. Losses are those after 100 steps from the same weights with the same batches.

            {table}
            """);
}
