namespace Hillock.Catalogue;

internal static class PyTorch
{
    private const string CornersOfHardSwish = "Up to 2.6 the slopes at −3 and 3 were −0.5 and 1.5.";

    public static Framework Framework { get; } = new(
        "pytorch",
        "PyTorch",
        ["torch", "torch.nn", "torch.nn.functional", "nn", "F"],
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
            new("Hardswish", "hard_swish") { Remark = CornersOfHardSwish },
            new("Hardshrink", "hard_shrink"),
            new("Softshrink", "soft_shrink"),
            new("Tanhshrink", "tanh_shrink"),
            new("Sigmoid", "sigmoid"),
            new("LogSigmoid", "log_sigmoid"),
            new("Tanh", "tanh"),
            new("Softsign", "softsign"),
            new("Softplus", "softplus") { Remark = "Returns x itself where beta·x > 20." },
            new("ELU", "elu"),
            new("CELU", "celu"),
            new("SELU", "selu"),
            new("GELU", "gelu") { Remark = "With approximate='tanh' it is gelu_tanh." },
            new("SiLU", "silu"),
            new("Mish", "mish"),
            new("abs", "abs"),
            new("exp", "exp"),
            new("expm1", "expm1"),
            new("square", "square"),
            new("sqrt", "sqrt"),
            new("sign", "sign"),
            new("sin", "sin"),
            new("cos", "cos"),
            new("erf", "erf"),
            new("clamp", "clip", "min=lo, max=hi"),
        ])
    {
        Groups =
        [
            new("Softmax", "softmax") { Remark = "Along dim; it has no safe default." },
            new("LogSoftmax", "log_softmax"),
            new("Softmin", "softmin"),
            new("GLU", "glu") { Remark = "Halves dim −1." },
            new("gumbel_softmax", "gumbel_softmax")
            {
                Remark = "Draws in evaluation too; with hard=True it is gumbel_softmax_hard.",
            },
        ],
    };
}
