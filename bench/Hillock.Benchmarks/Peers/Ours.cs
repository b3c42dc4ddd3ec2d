using Hillock.Benchmarks.Racing;
using Hillock.Kernels;

namespace Hillock.Benchmarks.Peers;

/// <summary>Ours: the kernel that is derived from the catalogue's definition.</summary>
internal static class Ours
{
    public const string Description =
        "ours: Activation.Kernel<float>(precision).WithThreads(threads), its Value, Backward and ValueAndDerivative";

    /// <summary>What ours is compared with of its own: value and derivative with the value alone, the backward pass from
    /// the input with that from the output, two threads with one.</summary>
    public static IEnumerable<Contestant> Siblings(
        string function, Pass pass, Workload workload, KernelPrecision precision, int threads)
    {
        if (pass == Pass.Both)
            yield return Enter(function, Pass.Forward, workload, precision, threads) with { Name = "value alone", Result = null };
        if (pass == Pass.Backward && FromOutput(function, workload, precision, threads) is { } fromOutput)
            yield return fromOutput;
        if (threads > 1)
            yield return Enter(function, pass, workload, precision, threads: 1) with { Name = "one thread", Result = null };
    }

    public static Contestant Enter(
        string function, Pass pass, Workload workload, KernelPrecision precision, int threads)
    {
        var kernel = Activation.Parse(function).Kernel<float>(precision).WithThreads(threads);
        var (x, upstream, value, slope) = (workload.X, workload.Upstream, workload.Value, workload.Slope);
        return pass switch
        {
            Pass.Forward => Make(() => kernel.Value(x.Span, value.Span), value),
            Pass.Backward => Make(() => kernel.Backward(x.Span, upstream.Span, slope.Span), slope),
            _ => Make(() => kernel.ValueAndDerivative(x.Span, value.Span, slope.Span), slope),
        };
    }

    // Null where the output does not tell the slope.
    private static Contestant? FromOutput(string function, Workload workload, KernelPrecision precision, int threads)
    {
        var kernel = Activation.Parse(function).Kernel<float>(precision).WithThreads(threads);
        if (!kernel.SavedState().IsInPlaceSafe) return null;
        var (upstream, value, slope) = (workload.Upstream, workload.Value, workload.Slope);
        kernel.Value(workload.X.Span, value.Span);
        return new Contestant(
            "from the output", () => kernel.BackwardFromOutput(value.Span, upstream.Span, slope.Span), Result: null);
    }

    private static Contestant Make(Action run, FloatBuffer result) => new("ours", run, () =>
    {
        run();
        return result.Span.ToArray();
    });
}
