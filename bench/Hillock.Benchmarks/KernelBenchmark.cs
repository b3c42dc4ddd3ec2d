using System.Text.Json;
using Hillock.Benchmarks.Peers;
using Hillock.Benchmarks.Racing;
using Hillock.Benchmarks.Reporting;

namespace Hillock.Benchmarks;

/// <summary><c>./bench.sh kernels</c>: all races of the kernels, and what is written of them.</summary>
internal static class KernelBenchmark
{
    public static void Run(Options options)
    {
        var measurements = new List<Measurement>();
        var notes = new List<string> { Ours.Description };
        foreach (var threads in options.Threads)
        {
            using var peers = new PeerSet(threads, options.Alone);
            var competition = new Competition(options, peers);
            measurements.AddRange(competition.Run());
            notes.AddRange([.. peers.Peers.Select(p => p.Description), .. peers.Missing, .. competition.TurnedAway]);
        }

        notes = [.. notes.Distinct(), FirstResult.Measure(), Race.QuietRounds];
        var (ratios, summary) = (Tables.Ratios(measurements), Tables.Summary(measurements));
        Console.WriteLine(ratios);
        Console.WriteLine(summary);
        foreach (var note in notes) Console.WriteLine(note);
        if (options.JsonFile is { } json)
            File.WriteAllText(json, JsonSerializer.Serialize(measurements, JsonFormat.Options));
        // A part of the functions must not replace the results of them all.
        if (!options.Quick && options.Functions.Count == Functions.Ids.Count)
            Console.WriteLine("written: " + KernelResults.Write(options.Alone ? "kernels-alone" : "kernels", options.CommandLine, notes, summary, ratios));
    }
}
