namespace Hillock.Catalogue;

internal static class Jax
{
    private const string SlopeOne = "The slope at 0 is 1.";

    public static Framework Framework { get; } = new(
        "jax",
        "JAX",
        ["jax.nn", "flax", "flax.linen"],
        [
            new("identity", "identity"),
            new("relu", "relu"),
            new("relu6", "relu6"),
            new("leaky_relu", "leaky_relu") { Remark = SlopeOne },
            new("PReLU", "prelu(a=0.01)", "negative_slope_init=a") { Remark = SlopeOne },
            new("hard_tanh", "hard_tanh") { Remark = "The slope at −1 and 1 is 1." },
            new("hard_sigmoid", "hard_sigmoid"),
            new("hard_silu", "hard_swish"),
            new("hard_swish", "hard_swish"),
            new("sigmoid", "sigmoid"),
            new("log_sigmoid", "log_sigmoid"),
            new("tanh", "tanh"),
            new("soft_sign", "softsign"),
            new("softplus", "softplus"),
            new("squareplus", "squareplus"),
            new("sparse_plus", "sparse_plus"),
            new("sparse_sigmoid", "sparse_sigmoid") { Remark = "Half the slope at −1 and 1." },
            new("elu", "elu"),
            new("celu", "celu"),
            new("selu", "selu"),
            new("gelu", "gelu_tanh") { Remark = "With approximate=False it is gelu." },
            new("silu", "silu"),
            new("swish", "silu"),
            new("mish", "mish"),
            new("numpy.abs", "abs"),
            new("numpy.clip", "clip") { Remark = "Both bounds must be given." },
            new("numpy.exp", "exp"),
            new("numpy.sign", "sign"),
            new("numpy.sin", "sin"),
        ]);
}
