using Hillock.Benchmarks.Racing;

namespace Hillock.Benchmarks.Peers;

/// <summary>What moving the data costs without computing anything: x once (forward, backward) or twice (both).</summary>
internal sealed class Copy : IPeer
{
    public string Name => "copy";

    public string Description => "copy: Span.CopyTo of x, once for forward and backward, twice for both";

    public bool IsThreaded => false;

    public Contestant Enter(string function, Pass pass, Workload workload)
    {
        var (x, value, slope) = (workload.X, workload.Value, workload.Slope);
        return new(Name, pass == Pass.Both ? Twice : () => x.Span.CopyTo(value.Span), null);

        void Twice()
        {
            x.Span.CopyTo(value.Span);
            x.Span.CopyTo(slope.Span);
        }
    }

    public void Dispose()
    {
    }
}
