using System.Text.Json;
using Hillock.Benchmarks;
using Hillock.Benchmarks.Peers;
using Hillock.Benchmarks.Racing;
using Hillock.Benchmarks.Reporting;

Options options;
try
{
    options = Options.Read(args);
}
catch (ArgumentException e)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}

var measurements = new List<Measurement>();
var notes = new List<string> { Ours.Description };
foreach (var threads in options.Threads)
{
    using var peers = new PeerSet(threads);
    var competition = new Competition(options, peers);
    measurements.AddRange(competition.Run());
    notes.AddRange([.. peers.Peers.Select(p => p.Description), .. peers.Missing, .. competition.TurnedAway]);
}
notes = [.. notes.Distinct()];
notes.Add(FormattableString.Invariant($"{Race.Rounds.Quiet} of {Race.Rounds.All} rounds were quiet"));

var (ratios, summary) = (Tables.Ratios(measurements), Tables.Summary(measurements));
Console.WriteLine(ratios);
Console.WriteLine(summary);
foreach (var note in notes) Console.WriteLine(note);
if (options.JsonFile is { } json)
    File.WriteAllText(json, JsonSerializer.Serialize(measurements, JsonFormat.Options));
// A part of the functions must not replace the results of them all.
if (!options.Quick && options.Functions.Count == Functions.Ids.Count)
    Console.WriteLine("written: " + ResultsFile.Write(Environment.GetEnvironmentVariable("HILLOCK_BENCH_FOLDER") ?? ".", options.CommandLine, notes, summary, ratios));
return 0;
