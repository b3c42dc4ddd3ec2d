using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Hillock.Benchmarks.Reporting;

/// <summary>Writes bench/results/PROCESSOR/NAME.md.</summary>
internal static partial class ResultsFile
{
    /// <summary>The page: a title, when and where it was measured, notes, and the text.</summary>
    /// <returns>The path of the file.</returns>
    public static string Write(string name, string title, string command, IEnumerable<string> notes, string text)
    {
        var processor = Processor();
        var benchFolder = Environment.GetEnvironmentVariable("HILLOCK_BENCH_FOLDER") ?? ".";
        var folder = Path.Combine(benchFolder, "results", NotWord().Replace(processor, "-").Trim('-'));
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, name + ".md");
        var lines = string.Concat(notes.Select(n => $"- {n}\n"));
        File.WriteAllText(file, $"""
            # {title}

            - {DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}, `{command}`
            - {processor}, {Environment.ProcessorCount} cores; {RuntimeInformation.FrameworkDescription}, SDK {Sdk()}
            {lines}
            {text}
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
