namespace Hillock.Catalogue;

internal static class Mlx
{
    public static Framework Framework { get; } = new(
        "mlx",
        "MLX",
        ["mlx.nn"],
        [
            new("relu", "relu"),
            new("relu2", "relu_squared"),
            new("relu6", "relu6"),
            new("leaky_relu", "leaky_relu"),
            new("PReLU", "prelu", "init=a"),
            new("elu", "elu"),
            new("celu", "celu"),
            new("selu", "selu(alpha=1.67326, scale=1.0507)"),
            new("gelu", "gelu"),
            new("gelu_approx", "gelu_tanh"),
            new("gelu_fast_approx", "gelu_quick"),
            new("silu", "silu"),
            new("mish", "mish"),
            new("hardswish", "hard_swish"),
            new("hard_tanh", "hard_tanh"),
            new("hard_shrink", "hard_shrink"),
            new("softshrink", "soft_shrink"),
            new("sigmoid", "sigmoid"),
            new("log_sigmoid", "log_sigmoid"),
            new("tanh", "tanh"),
            new("softplus", "softplus"),
            new("softsign", "softsign"),
            new("step", "binary_step"),
        ])
    {
        Groups =
        [
            new("softmax", "softmax"),
            new("log_softmax", "log_softmax"),
            new("softmin", "softmin"),
            new("glu", "glu"),
        ],
    };
}
