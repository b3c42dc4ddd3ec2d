namespace Hillock.Catalogue;

internal static class OneDnn
{
    public static Framework Framework { get; } = new(
        "onednn",
        "oneDNN",
        ["dnnl", "mkldnn"],
        [
            new("eltwise_abs", "abs"),
            new("eltwise_clip", "clip", "alpha=lo, beta=hi") { Remark = "The slope at the lower bound is 0." },
            new("eltwise_clip_v2", "hard_tanh", "alpha=min_val, beta=max_val"),
            new("eltwise_elu", "elu"),
            new("eltwise_exp", "exp"),
            new("eltwise_gelu_erf", "gelu"),
            new("eltwise_gelu_tanh", "gelu_tanh"),
            new("eltwise_hardsigmoid", "hard_sigmoid") { Remark = "alpha and beta must be given: 1/6 and 1/2." },
            new("eltwise_hardswish", "hard_swish") { Remark = "alpha and beta must be given: 1/6 and 1/2." },
            new("eltwise_linear", "affine"),
            new("eltwise_log", "log_affine"),
            new("eltwise_logistic", "sigmoid"),
            new("eltwise_mish", "mish"),
            new("eltwise_pow", "pow"),
            new("eltwise_relu", "leaky_relu(negative_slope=0)", "alpha=negative_slope"),
            new("eltwise_soft_relu", "softplus", "alpha=beta") { Remark = "alpha = −1 gives log_sigmoid." },
            new("eltwise_sqrt", "sqrt"),
            new("eltwise_square", "square"),
            new("eltwise_swish", "swish", "alpha=beta"),
            new("eltwise_tanh", "tanh"),
            new("bounded_relu", "clipped_relu", "alpha=c"),
        ])
    {
        Beginnings = ["eltwise_"],
    };
}
