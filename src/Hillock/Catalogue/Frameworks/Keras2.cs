namespace Hillock.Catalogue;

internal static class Keras2
{
    public static Framework Framework { get; } = new(
        "keras2",
        "Keras 2",
        ["tf_keras", "tf.keras.activations", "tf.keras.layers"],
        [
            new("linear", "identity"),
            new("relu", "relu"),
            new("layers.LeakyReLU", "leaky_relu(negative_slope=0.3)", "alpha=negative_slope"),
            new("layers.PReLU", "prelu(a=0)"),
            new("layers.ThresholdedReLU", "thresholded_relu"),
            new("hard_sigmoid", "hard_sigmoid_02") { Remark = "In Keras 3 the slope is 1/6." },
            new("sigmoid", "sigmoid"),
            new("tanh", "tanh"),
            new("softsign", "softsign"),
            new("softplus", "softplus"),
            new("elu", "elu"),
            new("selu", "selu"),
            new("gelu", "gelu"),
            new("swish", "silu"),
            new("mish", "mish"),
            new("exponential", "exp"),
        ]);
}
