using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Hillock.Benchmarks.Reporting;

/// <summary>Writes bench/results/PROCESSOR/kernels.md.</summary>
internal static partial class ResultsFile
{
    public static string Write(string benchFolder, string command, IEnumerable<string> notes, string summary, string ratios)
    {
        var processor = Processor();
        var name = NotWord().Replace(processor, "-").Trim('-');
        var folder = Path.Combine(benchFolder, "results", name);
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, "kernels.md");
        var lines = string.Concat(notes.Select(n => $"- {n}\n"));
        File.WriteAllText(file, $"""
            # Kernels beside their peers

            - {DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}, `{command}`
            - {processor}, {Environment.ProcessorCount} cores; {RuntimeInformation.FrameworkDescription}, SDK {Sdk()}
            {lines}
            A ratio is the peer's time divided by ours: above 1, ours is faster. Times are minima over the quiet rounds, an
            element. float32, inputs from N(0, 2²), everything in one process, contestants taking turns. *value
            alone* is our own value beside our value and derivative in one pass, *from the output* our own BackwardFromOutput
            beside our Backward, *one thread* our own kernel on one thread beside two. libtorch takes the gradients of sigmoid
            and tanh from the output: its time divided by our time from the output is the one column divided by the other.
            Bounds of the precisions: Accurate 1 ULP in values and 2 in derivatives, Fast 4.

            ## Summary

            {summary}
            ## Every ratio

            {ratios}
            """.ReplaceLineEndings("\n").TrimEnd() + "\n");
        return file;
    }

    private static string Sdk() => Environment.GetEnvironmentVariable("HILLOCK_BENCH_SDK") ?? "unknown";

    // Virtual machines shorten the model's name ("AMD EPYC"), so the family and model are part of ours.
    private static string Processor()
    {
        var lines = File.Exists("/proc/cpuinfo") ? File.ReadAllLines("/proc/cpuinfo") : [];
        return $"{Value(lines, "model name")} family {Value(lines, "cpu family")} model {Value(lines, "model")}";
    }

    private static string Value(string[] lines, string key) =>
        lines.Select(l => l.Split(':', 2)).FirstOrDefault(p => p[0].Trim() == key)?[1].Trim() ?? "unknown";

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex NotWord();
}
