namespace Hillock.Catalogue;

internal static class TensorFlow
{
    public static Framework Framework { get; } = new(
        "tensorflow",
        "TensorFlow",
        ["tf", "tf.nn", "tf.math", "tfa", "tfa.activations"],
        [
            new("relu", "relu"),
            new("relu6", "relu6"),
            new("leaky_relu", "leaky_relu(negative_slope=0.2)", "alpha=negative_slope"),
            new("elu", "elu"),
            new("selu", "selu"),
            new("gelu", "gelu") { Remark = "In TensorFlow Addons gelu is gelu_tanh." },
            new("silu", "swish"),
            new("swish", "swish"),
            new("sigmoid", "sigmoid"),
            new("tanh", "tanh"),
            new("softplus", "softplus"),
            new("softsign", "softsign"),
            new("hardshrink", "hard_shrink") { Remark = "TensorFlow Addons; the interval may be unsymmetric there." },
            new("softshrink", "soft_shrink") { Remark = "TensorFlow Addons; the interval may be unsymmetric there." },
            new("tanhshrink", "tanh_shrink") { Remark = "TensorFlow Addons." },
            new("lisht", "lisht") { Remark = "TensorFlow Addons." },
            new("mish", "mish") { Remark = "TensorFlow Addons." },
            new("rrelu", "rrelu") { Remark = "TensorFlow Addons; training draws the slope." },
            new("snake", "snake", "frequency=a") { Remark = "TensorFlow Addons; the frequency is not learned there." },
        ])
    {
        Groups =
        [
            new("crelu", "crelu") { Remark = "In 1.x always along the last axis." },
        ],
    };
}
