namespace Hillock.Catalogue;

internal static class Timm
{
    public static Framework Framework { get; } = new(
        "timm",
        "timm",
        [],
        [
            new("silu", "silu"),
            new("swish", "silu"),
            new("mish", "mish"),
            new("relu", "relu"),
            new("relu6", "relu6"),
            new("leaky_relu", "leaky_relu"),
            new("elu", "elu"),
            new("prelu", "prelu"),
            new("celu", "celu"),
            new("selu", "selu"),
            new("gelu", "gelu"),
            new("gelu_tanh", "gelu_tanh"),
            new("quick_gelu", "gelu_quick"),
            new("sigmoid", "sigmoid"),
            new("tanh", "tanh"),
            new("hard_sigmoid", "hard_sigmoid"),
            new("hard_swish", "hard_swish"),
            new("hard_mish", "hard_mish") { Remark = "The slopes at −2 and 0 are −1 and 1." },
            new("identity", "identity"),
        ]);
}
