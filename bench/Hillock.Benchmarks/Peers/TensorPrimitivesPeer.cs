using System.Numerics.Tensors;
using Hillock.Benchmarks.Racing;

namespace Hillock.Benchmarks.Peers;

/// <summary>System.Numerics.Tensors: the functions that are one to three of its calls. It has no backward.</summary>
internal sealed class TensorPrimitivesPeer : IPeer
{
    private delegate void Kernel(ReadOnlySpan<float> x, Span<float> y);

    public string Name => "TensorPrimitives";

    public string Description =>
        $"System.Numerics.Tensors {Versions.Of(typeof(TensorPrimitives))}, TensorPrimitives: one call for relu, "
        + "sigmoid and tanh, two for silu, three for hard_sigmoid and softsign";

    public bool IsThreaded => false;

    public Contestant? Enter(string function, Pass pass, Workload workload)
    {
        if (pass != Pass.Forward || Find(function) is not { } kernel) return null;
        var (x, y) = (workload.X, workload.Value);
        Action run = () => kernel(x.Span, y.Span);
        return new(Name, run, () =>
        {
            run();
            return y.Span.ToArray();
        });
    }

    public void Dispose()
    {
    }

    private static Kernel? Find(string function) => function switch
    {
        "relu" => (x, y) => TensorPrimitives.Max(x, 0f, y),
        "sigmoid" => (x, y) => TensorPrimitives.Sigmoid(x, y),
        "tanh" => (x, y) => TensorPrimitives.Tanh(x, y),
        "silu" => Silu,
        "hard_sigmoid" => HardSigmoid,
        "softsign" => Softsign,
        _ => null,
    };

    private static void Silu(ReadOnlySpan<float> x, Span<float> y)
    {
        TensorPrimitives.Sigmoid(x, y);
        TensorPrimitives.Multiply(x, y, y);
    }

    private static void HardSigmoid(ReadOnlySpan<float> x, Span<float> y)
    {
        TensorPrimitives.Multiply(x, 1f / 6f, y);
        TensorPrimitives.Add(y, 0.5f, y);
        TensorPrimitives.Clamp(y, 0f, 1f, y);
    }

    private static void Softsign(ReadOnlySpan<float> x, Span<float> y)
    {
        TensorPrimitives.Abs(x, y);
        TensorPrimitives.Add(y, 1f, y);
        TensorPrimitives.Divide(x, y, y);
    }
}
