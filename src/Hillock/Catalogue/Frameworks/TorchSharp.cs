namespace Hillock.Catalogue;

internal static class TorchSharp
{
    public static Framework Framework { get; } = new(
        "torchsharp",
        "TorchSharp",
        [],
        [
            new("Identity", "identity"),
            new("ReLU", "relu"),
            new("ReLU6", "relu6"),
            new("LeakyReLU", "leaky_relu"),
            new("PReLU", "prelu", "init=a"),
            new("RReLU", "rrelu") { Remark = "Training draws the slope from [lower, upper] = [1/8, 1/3]." },
            new("Threshold", "threshold"),
            new("Hardtanh", "hard_tanh"),
            new("Hardsigmoid", "hard_sigmoid"),
            new("Hardswish", "hard_swish"),
            new("Hardshrink", "hard_shrink", "lambda=lambd"),
            new("Softshrink", "soft_shrink", "lambda=lambd"),
            new("Tanhshrink", "tanh_shrink"),
            new("Sigmoid", "sigmoid"),
            new("LogSigmoid", "log_sigmoid"),
            new("Tanh", "tanh"),
            new("Softsign", "softsign"),
            new("Softplus", "softplus"),
            new("ELU", "elu"),
            new("CELU", "celu"),
            new("SELU", "selu"),
            new("GELU", "gelu") { Remark = "With Approximate.tanh it is gelu_tanh." },
            new("SiLU", "silu"),
            new("Mish", "mish"),
        ])
    {
        Groups =
        [
            new("Softmax", "softmax"),
            new("LogSoftmax", "log_softmax"),
            new("Softmin", "softmin"),
            new("GLU", "glu"),
        ],
    };
}
