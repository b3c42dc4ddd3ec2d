using Hillock.Benchmarks.Racing;

namespace Hillock.Benchmarks.Peers;

/// <summary>Ours: the kernel that is derived from the catalogue's definition.</summary>
internal static class Ours
{
    public const string Description = "ours: Activation.Kernel<float>(), its Value, Backward and ValueAndDerivative";

    public static Contestant Enter(string function, Pass pass, Workload workload)
    {
        var kernel = Activation.Parse(function).Kernel<float>();
        var (x, upstream, value, slope) = (workload.X, workload.Upstream, workload.Value, workload.Slope);
        return pass switch
        {
            Pass.Forward => Make(() => kernel.Value(x.Span, value.Span), value),
            Pass.Backward => Make(() => kernel.Backward(x.Span, upstream.Span, slope.Span), slope),
            _ => Make(() => kernel.ValueAndDerivative(x.Span, value.Span, slope.Span), slope),
        };
    }

    private static Contestant Make(Action run, FloatBuffer result) => new("ours", run, () =>
    {
        run();
        return result.Span.ToArray();
    });
}
