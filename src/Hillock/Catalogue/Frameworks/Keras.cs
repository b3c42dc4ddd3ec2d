namespace Hillock.Catalogue;

internal static class Keras
{
    public static Framework Framework { get; } = new(
        "keras",
        "Keras 3",
        ["keras3", "keras.activations", "keras.layers", "keras.ops"],
        [
            new("linear", "identity"),
            new("relu", "relu") { Remark = "With max_value, negative_slope or threshold it is relu_general." },
            new("relu6", "relu6"),
            new("leaky_relu", "leaky_relu(negative_slope=0.2)"),
            new("layers.LeakyReLU", "leaky_relu(negative_slope=0.3)"),
            new("layers.PReLU", "prelu(a=0)") { Remark = "Learns one slope an element unless shared_axes is given." },
            new("threshold", "threshold", "default_value=value"),
            new("hard_tanh", "hard_tanh"),
            new("hard_sigmoid", "hard_sigmoid"),
            new("hard_silu", "hard_swish"),
            new("hard_swish", "hard_swish"),
            new("hard_shrink", "hard_shrink", "threshold=lambd"),
            new("soft_shrink", "soft_shrink", "threshold=lambd"),
            new("tanh_shrink", "tanh_shrink"),
            new("sigmoid", "sigmoid"),
            new("log_sigmoid", "log_sigmoid"),
            new("sparse_sigmoid", "sparse_sigmoid"),
            new("tanh", "tanh"),
            new("softsign", "softsign"),
            new("softplus", "softplus"),
            new("squareplus", "squareplus"),
            new("sparse_plus", "sparse_plus"),
            new("elu", "elu"),
            new("celu", "celu"),
            new("selu", "selu"),
            new("gelu", "gelu"),
            new("ops.gelu", "gelu_tanh") { Remark = "keras.activations.gelu is the exact one." },
            new("silu", "silu"),
            new("swish", "silu"),
            new("mish", "mish"),
            new("exponential", "exp"),
            new("ops.abs", "abs"),
            new("ops.clip", "clip") { Remark = "Both bounds must be given." },
        ]);
}
