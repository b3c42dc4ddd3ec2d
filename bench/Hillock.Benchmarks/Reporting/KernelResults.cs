namespace Hillock.Benchmarks.Reporting;

/// <summary>Writes bench/results/PROCESSOR/kernels.md.</summary>
internal static class KernelResults
{
    public static string Write(string command, IEnumerable<string> notes, string summary, string ratios) =>
        ResultsFile.Write("kernels", "Kernels beside their peers", command, notes, $"""
            A ratio is the peer's time divided by ours: above 1, ours is faster. Times are minima over the quiet rounds, an
            element. float32, inputs from N(0, 2²), everything in one process, contestants taking turns. *value
            alone* is our own value beside our value and derivative in one pass, *one thread* our own kernel on one thread
            beside two. Bounds of the precisions: Accurate 1 ULP in values and 2 in derivatives, Fast 4.

            ## Summary

            {summary}
            ## Every ratio

            {ratios}
            """);
}
