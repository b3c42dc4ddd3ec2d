using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Hillock.Lab.Comparisons;

/// <summary>The machine a number was measured on, as one line.</summary>
public static class MachineDescription
{
    private static readonly string Text =
        $"{Processor()}, {Environment.ProcessorCount} cores, {VectorBits()}-bit vectors, "
        + $"{RuntimeInformation.OSDescription.Trim()}, {RuntimeInformation.FrameworkDescription}";

    /// <summary>Processor, cores, vector width, system, .NET version.</summary>
    public static string Of() => Text;

    private static string Processor()
    {
        const string linux = "/proc/cpuinfo";
        if (!File.Exists(linux))
            return Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? RuntimeInformation.ProcessArchitecture.ToString();
        var line = File.ReadLines(linux).FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal));
        return line is null ? RuntimeInformation.ProcessArchitecture.ToString() : line[(line.IndexOf(':') + 1)..].Trim();
    }

    private static int VectorBits() =>
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;
}
