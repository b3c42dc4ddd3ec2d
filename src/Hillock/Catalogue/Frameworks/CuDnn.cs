namespace Hillock.Catalogue;

internal static class CuDnn
{
    public static Framework Framework { get; } = new(
        "cudnn",
        "cuDNN",
        [],
        [
            new("RELU_FWD", "relu"),
            new("TANH_FWD", "tanh"),
            new("SIGMOID_FWD", "sigmoid"),
            new("ELU_FWD", "elu", "elu_alpha=alpha"),
            new("GELU_FWD", "gelu"),
            new("GELU_APPROX_TANH_FWD", "gelu_tanh"),
            new("SOFTPLUS_FWD", "softplus", "softplus_beta=beta"),
            new("SWISH_FWD", "swish", "swish_beta=beta"),
            new("CUDNN_ACTIVATION_SIGMOID", "sigmoid"),
            new("CUDNN_ACTIVATION_RELU", "relu"),
            new("CUDNN_ACTIVATION_TANH", "tanh"),
            new("CUDNN_ACTIVATION_CLIPPED_RELU", "clipped_relu", "coef=c"),
            new("CUDNN_ACTIVATION_ELU", "elu"),
            new("CUDNN_ACTIVATION_IDENTITY", "identity"),
            new("CUDNN_ACTIVATION_SWISH", "swish"),
        ])
    {
        Beginnings = ["CUDNN_POINTWISE_"],
    };
}
