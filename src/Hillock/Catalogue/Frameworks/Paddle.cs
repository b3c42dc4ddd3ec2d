namespace Hillock.Catalogue;

internal static class Paddle
{
    public static Framework Framework { get; } = new(
        "paddle",
        "Paddle",
        ["paddle.nn.functional"],
        [
            new("relu", "relu"),
            new("leaky_relu", "leaky_relu"),
            new("prelu", "prelu"),
            new("rrelu", "rrelu") { Remark = "Training draws the slope from [lower, upper] = [1/8, 1/3]." },
            new("thresholded_relu", "thresholded_relu", "threshold=theta"),
            new("elu", "elu"),
            new("celu", "celu"),
            new("selu", "selu"),
            new("mish", "mish"),
            new("silu", "silu"),
            new("swish", "silu"),
            new("hardswish", "hard_swish"),
            new("hardsigmoid", "hard_sigmoid") { Remark = "Writes the slope as 0.1666667." },
            new("hardtanh", "hard_tanh", "min=min_val, max=max_val"),
            new("hardshrink", "hard_shrink", "threshold=lambd"),
            new("softshrink", "soft_shrink", "threshold=lambd"),
            new("tanhshrink", "tanh_shrink"),
            new("softplus", "softplus"),
            new("log_sigmoid", "log_sigmoid"),
            new("softsign", "softsign"),
            new("stanh", "scaled_tanh", "scale_a=beta, scale_b=alpha"),
        ]);
}
