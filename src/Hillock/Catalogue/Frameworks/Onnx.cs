namespace Hillock.Catalogue;

internal static class Onnx
{
    public static Framework Framework { get; } = new(
        "onnx",
        "ONNX",
        [],
        [
            new("Identity", "identity"),
            new("Relu", "relu"),
            new("LeakyRelu", "leaky_relu", "alpha=negative_slope"),
            new("PRelu", "prelu", "slope=a"),
            new("ThresholdedRelu", "thresholded_relu", "alpha=theta")
            {
                Remark = "At the threshold the operator gives 0, the activation of recurrent operators the threshold.",
            },
            new("Clip", "clip", "min=lo, max=hi") { Remark = "Without bounds it clips to the finite numbers." },
            new("HardSigmoid", "hard_sigmoid_02") { Remark = "Exporters must write alpha = 1/6 for hard_sigmoid." },
            new("HardSwish", "hard_swish"),
            new("Shrink", "shrink") { Remark = "soft_shrink needs bias = lambd." },
            new("Sigmoid", "sigmoid"),
            new("Tanh", "tanh"),
            new("ScaledTanh", "scaled_tanh") { Remark = "In recurrent operators; both arguments must be given." },
            new("Affine", "affine") { Remark = "In recurrent operators." },
            new("Softsign", "softsign"),
            new("Softplus", "softplus"),
            new("Elu", "elu"),
            new("Celu", "celu"),
            new("Selu", "selu(alpha=1.6732631921768188, scale=1.0507010221481323)", "gamma=scale")
            {
                Remark = "Its defaults are the float32 roundings of the constants.",
            },
            new("Gelu", "gelu") { Remark = "With approximate='tanh' it is gelu_tanh." },
            new("Swish", "swish", "alpha=beta") { Remark = "From opset 24." },
            new("Mish", "mish"),
            new("Abs", "abs"),
            new("Sign", "sign"),
            new("Exp", "exp"),
            new("Log", "log_affine"),
            new("Sqrt", "sqrt"),
            new("Sin", "sin"),
            new("Cos", "cos"),
            new("Erf", "erf"),
        ])
    {
        Groups =
        [
            new("Softmax", "softmax") { Remark = "axis=−1 from opset 13; before, axis=1 and all behind it as one line." },
            new("LogSoftmax", "log_softmax") { Remark = "As Softmax." },
            new("Hardmax", "hardmax") { Remark = "As Softmax." },
            new("SwiGLU", "swiglu") { Remark = "Takes the two halves as two tensors." },
        ],
    };
}
