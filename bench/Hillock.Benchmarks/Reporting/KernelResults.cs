namespace Hillock.Benchmarks.Reporting;

/// <summary>Writes bench/results/PROCESSOR/kernels.md, or kernels-alone.md for races without peers.</summary>
internal static class KernelResults
{
    public static string Write(string name, string command, IEnumerable<string> notes, string summary, string ratios) =>
        ResultsFile.Write(name, "Kernels beside their peers", command, notes, $"""
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
            """);
}
