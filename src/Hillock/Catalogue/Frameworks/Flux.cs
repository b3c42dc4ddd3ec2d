namespace Hillock.Catalogue;

internal static class Flux
{
    public static Framework Framework { get; } = new(
        "flux",
        "Flux",
        ["nnlib", "NNlib"],
        [
            new("identity", "identity"),
            new("sigmoid", "sigmoid"),
            new("sigmoid_fast", "sigmoid_fast"),
            new("hardsigmoid", "hard_sigmoid"),
            new("hardtanh", "hard_tanh"),
            new("relu", "relu"),
            new("leakyrelu", "leaky_relu", "a=negative_slope"),
            new("relu6", "relu6"),
            new("rrelu", "rrelu") { Remark = "Draws the slope at random in evaluation as well." },
            new("trelu", "thresholded_relu"),
            new("thresholdrelu", "thresholded_relu"),
            new("elu", "elu") { Remark = "The slope at 0 is 1." },
            new("gelu", "gelu_tanh"),
            new("gelu_tanh", "gelu_tanh"),
            new("gelu_sigmoid", "gelu_tanh") { Remark = "gelu_tanh written with the logistic function." },
            new("gelu_erf", "gelu"),
            new("swish", "silu"),
            new("hardswish", "hard_swish") { Remark = "The slopes at −3 and 3 are −0.5 and 1.5." },
            new("selu", "selu"),
            new("celu", "celu"),
            new("softplus", "softplus"),
            new("softsign", "softsign"),
            new("logsigmoid", "log_sigmoid"),
            new("logcosh", "logcosh"),
            new("mish", "mish"),
            new("tanhshrink", "tanh_shrink"),
            new("softshrink", "soft_shrink"),
            new("lisht", "lisht"),
            new("tanh", "tanh"),
            new("tanh_fast", "tanh_fast"),
        ])
    {
        Groups =
        [
            new("softmax", "softmax"),
            new("glu", "glu"),
        ],
    };
}
