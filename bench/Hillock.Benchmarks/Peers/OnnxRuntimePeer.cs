using Hillock.Benchmarks.Racing;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Hillock.Benchmarks.Peers;

/// <summary>ONNX Runtime: a model of one node, run on memory that is bound beforehand. It has no backward.</summary>
internal sealed class OnnxRuntimePeer : IPeer
{
    private static readonly string[] s_inputs = ["x"], s_outputs = ["y"];
    private readonly Dictionary<string, InferenceSession> _sessions = [];
    private readonly RunOptions _runOptions = new();
    private readonly SessionOptions _options;

    public OnnxRuntimePeer(int threads)
    {
        _options = new SessionOptions
        {
            IntraOpNumThreads = threads,
            InterOpNumThreads = 1,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };
        // Workers that spin between calls would take the second core from the other contestants.
        _options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
    }

    public string Name => "onnxruntime";

    public string Description =>
        $"ONNX Runtime {Versions.Of(typeof(InferenceSession))}: a one-node model (silu as QuickGelu with alpha 1), output bound beforehand; no log_sigmoid";

    public bool IsThreaded => true;

    public Contestant? Enter(string function, Pass pass, Workload workload)
    {
        if (pass != Pass.Forward || Session(function) is not { } session) return null;
        var (x, y) = (Bind(workload.X), Bind(workload.Value));
        Action run = () => session.Run(_runOptions, s_inputs, x, s_outputs, y);
        return new(Name, run, () =>
        {
            run();
            return workload.Value.Span.ToArray();
        });
    }

    public void Dispose()
    {
        foreach (var session in _sessions.Values) session.Dispose();
        _options.Dispose();
        _runOptions.Dispose();
    }

    private InferenceSession? Session(string function)
    {
        if (_sessions.TryGetValue(function, out var session)) return session;
        return Model(function) is { } model ? _sessions[function] = new InferenceSession(model, _options) : null;
    }

    private static OrtValue[] Bind(FloatBuffer buffer) =>
    [
        OrtValue.CreateTensorValueWithData(
            OrtMemoryInfo.DefaultInstance, TensorElementType.Float, [buffer.Length], buffer.Address, buffer.Length * sizeof(float)),
    ];

    private static byte[]? Model(string function) => function switch
    {
        "relu" => Standard("Relu"),
        "leaky_relu" => Standard("LeakyRelu", ("alpha", 0.01f)),
        "elu" => Standard("Elu"),
        "selu" => Standard("Selu"),
        "celu" => Standard("Celu"),
        "softplus" => Standard("Softplus"),
        "sigmoid" => Standard("Sigmoid"),
        "tanh" => Standard("Tanh"),
        "silu" => OnnxModel.OfOneNode("QuickGelu", "com.microsoft", ("alpha", 1f)),
        "gelu" => Standard("Gelu", ("approximate", "none")),
        "gelu_tanh" => Standard("Gelu", ("approximate", "tanh")),
        "mish" => Standard("Mish"),
        "hard_swish" => Standard("HardSwish"),
        "hard_sigmoid" => Standard("HardSigmoid", ("alpha", 1f / 6f), ("beta", 0.5f)),
        "softsign" => Standard("Softsign"),
        _ => null,
    };

    private static byte[] Standard(string operation, params (string Name, object Value)[] attributes) =>
        OnnxModel.OfOneNode(operation, "", attributes);
}
