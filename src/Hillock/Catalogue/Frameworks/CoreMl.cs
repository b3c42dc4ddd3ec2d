namespace Hillock.Catalogue;

internal static class CoreMl
{
    public static Framework Framework { get; } = new(
        "coreml",
        "Core ML",
        ["mil"],
        [
            new("clamped_relu", "clamped_leaky_relu") { Remark = "Both arguments must be given." },
            new("elu", "elu"),
            new("gelu", "gelu")
            {
                Remark = "mode TANH_APPROXIMATION is gelu_tanh, SIGMOID_APPROXIMATION is gelu_quick.",
            },
            new("leaky_relu", "leaky_relu", "alpha=negative_slope") { Remark = "alpha must be given." },
            new("linear_activation", "affine") { Remark = "Both arguments must be given." },
            new("ActivationLinear", "affine") { Remark = "Both arguments must be given." },
            new("prelu", "prelu", "alpha=a"),
            new("relu", "relu"),
            new("relu6", "relu6"),
            new("scaled_tanh", "scaled_tanh") { Remark = "Both arguments must be given." },
            new("sigmoid", "sigmoid"),
            new("sigmoid_hard", "hard_sigmoid") { Remark = "alpha and beta must be given: 1/6 and 1/2." },
            new("silu", "silu"),
            new("softplus", "softplus"),
            new("softplus_parametric", "softplus_parametric") { Remark = "Both arguments are given, one a channel." },
            new("ActivationParametricSoftplus", "softplus_parametric")
            {
                Remark = "Both arguments are given, one a channel.",
            },
            new("softsign", "softsign"),
            new("tanh", "tanh"),
            new("thresholded_relu", "thresholded_relu", "alpha=theta") { Remark = "At alpha it gives alpha." },
        ]);
}
