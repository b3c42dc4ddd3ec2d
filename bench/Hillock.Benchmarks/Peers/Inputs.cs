using Hillock.Benchmarks.Racing;
using TorchSharp;

namespace Hillock.Benchmarks.Peers;

/// <summary>A workload's inputs as tensors, and what a forward has kept for its backward.</summary>
internal sealed class Inputs(Workload workload) : IDisposable
{
    private nint _kept;

    public torch.Tensor X { get; } = torch.tensor(workload.X.Span.ToArray());

    public torch.Tensor Upstream { get; } = torch.tensor(workload.Upstream.Span.ToArray());

    /// <summary>Holds a forward's result; the one held before is freed, its race is over.</summary>
    public nint Keep(nint tensor)
    {
        if (_kept != 0) Aten.Free(_kept);
        return _kept = tensor;
    }

    /// <summary>exp(−|x|), which log_sigmoid's forward keeps.</summary>
    public nint LogSigmoidBuffer()
    {
        using var magnitude = X.abs();
        using var minus = magnitude.neg();
        var buffer = minus.exp();
        var handle = buffer.Handle;
        buffer.DecoupleFromNativeHandle();
        return Keep(handle);
    }

    public void Dispose()
    {
        _ = Keep(0);
        X.Dispose();
        Upstream.Dispose();
    }
}
