namespace Hillock.Catalogue;

internal static class MxNet
{
    public static Framework Framework { get; } = new(
        "mxnet",
        "MXNet",
        [],
        [
            new("relu", "relu"),
            new("sigmoid", "sigmoid"),
            new("log_sigmoid", "log_sigmoid"),
            new("tanh", "tanh"),
            new("softrelu", "softplus"),
            new("softsign", "softsign"),
            new("mish", "mish"),
            new("leaky", "leaky_relu(negative_slope=0.25)", "slope=negative_slope"),
            new("LeakyReLU", "leaky_relu(negative_slope=0.25)", "slope=negative_slope")
            {
                Remark = "With another act_type it is elu, selu, prelu, rrelu or gelu.",
            },
            new("elu", "elu(alpha=0.25)", "slope=alpha"),
            new("selu", "selu"),
            new("prelu", "prelu"),
            new("rrelu", "rrelu") { Remark = "Training draws the slope from [0.125, 0.334]." },
            new("gelu_erf", "gelu"),
            new("gelu_tanh", "gelu_tanh"),
        ]);
}
