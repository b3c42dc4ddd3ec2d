namespace Hillock.Catalogue;

internal static class AiDotNet
{
    public static Framework Framework { get; } = new(
        "aidotnet",
        "AiDotNet",
        [],
        [
            new("None", "identity"),
            new("ReLU", "relu"),
            new("ReLU6", "relu6"),
            new("LeakyReLU", "leaky_relu"),
            new("PReLU", "prelu"),
            new("RReLU", "rrelu") { Remark = "Always the mean slope." },
            new("ThresholdedReLU", "thresholded_relu"),
            new("ELU", "elu"),
            new("CELU", "celu"),
            new("SELU", "selu"),
            new("GELU", "gelu_tanh"),
            new("QuickGelu", "gelu_quick"),
            new("Swish", "silu"),
            new("Mish", "mish"),
            new("HardSwish", "hard_swish"),
            new("HardSigmoid", "hard_sigmoid"),
            new("HardTanh", "hard_tanh"),
            new("Hardshrink", "hard_shrink"),
            new("Softshrink", "soft_shrink"),
            new("Tanhshrink", "tanh_shrink"),
            new("Sigmoid", "sigmoid"),
            new("Tanh", "tanh"),
            new("ScaledTanh", "scaled_tanh(alpha=1, beta=1)"),
            new("Softplus", "softplus"),
            new("SoftSign", "softsign"),
            new("LiSHT", "lisht"),
            new("ISRU", "isru"),
            new("BentIdentity", "bent_identity"),
            new("Gaussian", "gaussian"),
            new("SQRBF", "gaussian"),
            new("Sign", "sign"),
            new("BinarySpiking", "step(threshold=1)") { Remark = "It fires at the threshold itself as well." },
        ])
    {
        Groups =
        [
            new("Softmax", "softmax"),
            new("LogSoftmax", "log_softmax"),
            new("Softmin", "softmin"),
            new("LogSoftmin", "log_softmin"),
            new("Sparsemax", "sparsemax"),
            new("TaylorSoftmax", "taylor_softmax"),
            new("Squash", "squash"),
            new("ReGLU", "reglu"),
            new("GEGLU", "geglu"),
            new("SwiGLU", "swiglu"),
            new("GumbelSoftmax", "gumbel_softmax") { Remark = "Always without noise." },
        ],
    };
}
