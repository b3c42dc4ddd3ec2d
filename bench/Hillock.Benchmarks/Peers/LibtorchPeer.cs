using System.Runtime.InteropServices;
using Hillock.Benchmarks.Racing;
using TorchSharp;

namespace Hillock.Benchmarks.Peers;

/// <summary>libtorch on the processor, out of place, without recording for autograd.</summary>
internal sealed class LibtorchPeer : IPeer
{
    private const double SeluAlpha = 1.6732632423543772848170429916717;
    private const double SeluScale = 1.0507009873554804934193349852946;
    private readonly Dictionary<int, Inputs> _inputs = [];
    private readonly Aten _aten;

    public LibtorchPeer(int threads)
    {
        torch.InitializeDeviceType(DeviceType.CPU);
        torch.set_num_threads(threads);
        torch.set_grad_enabled(false);
        _aten = new Aten(NativeLibrary.Load(Path.Combine(AppContext.BaseDirectory, "libtorch_cpu.so")));
    }

    public string Name => "libtorch";

    public string Description =>
        $"libtorch {torch.__version__} through TorchSharp {Versions.Of(typeof(torch))}: forward and backward operators "
        + "(at::_ops), out of place, gradients not recorded; softsign's backward is its autograd formula in eight operators";

    public bool IsThreaded => true;

    public Contestant? Enter(string function, Pass pass, Workload workload)
    {
        if (!_inputs.TryGetValue(workload.Size, out var inputs)) _inputs[workload.Size] = inputs = new Inputs(workload);
        var forward = Forward(function, inputs);
        if (forward is null) return null;
        if (pass == Pass.Forward) return Make(() => Aten.Free(forward()), forward, workload.Size);
        var backward = Backward(function, inputs, forward);
        if (backward is null) return null;
        Action run = pass == Pass.Backward
            ? () => Aten.Free(backward())
            : () =>
            {
                var value = forward();
                Aten.Free(backward());
                Aten.Free(value);
            };
        return Make(run, pass == Pass.Backward ? backward : null, workload.Size);
    }

    public void Dispose()
    {
        foreach (var inputs in _inputs.Values) inputs.Dispose();
    }

    private Contestant Make(Action run, Aten.Call? call, int size) =>
        new(Name, run, call is null ? null : () => Take(call(), size));

    private static unsafe float[] Take(nint tensor, int size)
    {
        var copy = new ReadOnlySpan<float>((void*)Aten.Data(tensor), size).ToArray();
        Aten.Free(tensor);
        return copy;
    }

    private Aten.Call? Forward(string function, Inputs inputs)
    {
        var x = inputs.X.Handle;
        return function switch
        {
            "relu" or "selu" or "sigmoid" or "tanh" or "silu" or "mish" or "log_sigmoid" => _aten.Unary(function, x),
            "hard_swish" => _aten.Unary("hardswish", x),
            "hard_sigmoid" => _aten.Unary("hardsigmoid", x),
            "leaky_relu" => _aten.Unary(function, x, 0.01),
            "celu" => _aten.Unary(function, x, 1),
            "softplus" => _aten.Unary(function, x, 1, 20),
            "elu" => _aten.Unary(function, x, 1, 1, 1),
            "gelu" => _aten.Unary("gelu", x, "none"),
            "gelu_tanh" => _aten.Unary("gelu", x, "tanh"),
            "softsign" => () => Softsign.Forward(inputs.X),
            _ => null,
        };
    }

    // What libtorch's own autograd calls, on what it has kept from the forward: x, or y for sigmoid and tanh.
    private Aten.Call? Backward(string function, Inputs inputs, Aten.Call forward)
    {
        var (g, x) = (inputs.Upstream.Handle, inputs.X.Handle);
        return function switch
        {
            "relu" => _aten.Binary("threshold_backward", g, inputs.Keep(forward()), 0),
            "sigmoid" or "tanh" => _aten.Binary(function + "_backward", g, inputs.Keep(forward())),
            "silu" or "mish" => _aten.Binary(function + "_backward", g, x),
            "hard_swish" => _aten.Binary("hardswish_backward", g, x),
            "hard_sigmoid" => _aten.Binary("hardsigmoid_backward", g, x),
            "leaky_relu" => _aten.LeakyReluBackward(g, x, 0.01),
            "elu" or "celu" => _aten.EluBackward(g, x, 1, 1, 1),
            "selu" => _aten.EluBackward(g, x, SeluAlpha, SeluScale, 1),
            "softplus" => _aten.Binary("softplus_backward", g, x, 1, 20),
            "gelu" => _aten.Binary("gelu_backward", g, x, "none"),
            "gelu_tanh" => _aten.Binary("gelu_backward", g, x, "tanh"),
            "log_sigmoid" => _aten.LogSigmoidBackward(g, x, inputs.LogSigmoidBuffer()),
            "softsign" => Softsign.Backward(inputs.X, inputs.Upstream),
            _ => null,
        };
    }
}
