namespace Hillock.Benchmarks;

/// <summary>The functions that the catalogue shares with libtorch.</summary>
internal static class Functions
{
    public static IReadOnlyList<string> Ids { get; } =
    [
        "relu", "leaky_relu", "elu", "selu", "celu", "softplus", "sigmoid", "tanh", "silu", "gelu", "gelu_tanh",
        "mish", "hard_swish", "hard_sigmoid", "softsign", "log_sigmoid",
    ];
}
