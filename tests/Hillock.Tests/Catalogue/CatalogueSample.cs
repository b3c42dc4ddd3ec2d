using Hillock.Catalogue;

namespace Hillock.Tests.Catalogue;

/// <summary>Which entries a test runs over: all where a check is cheap, else those below.</summary>
internal static class CatalogueSample
{
    private const int Stride = 20;

    /// <summary>What frameworks offer and people use: in every table.</summary>
    public static readonly string[] Core =
    [
        "identity", "relu", "leaky_relu", "prelu", "relu6", "thresholded_relu", "elu", "celu", "selu", "sigmoid",
        "log_sigmoid", "hard_sigmoid", "tanh", "hard_tanh", "scaled_tanh", "tanh_shrink", "softsign", "softplus",
        "squareplus", "gelu", "gelu_tanh", "gelu_quick", "silu", "swish", "mish", "hard_swish", "soft_shrink",
        "hard_shrink", "abs", "step", "gaussian", "sin", "relu_squared", "bent_identity", "isru", "logcosh", "snake",
    ];

    /// <summary>The core, and every twentieth of the others, the same ones in each run.</summary>
    public static IEnumerable<string> Representative =>
        Core.Concat(ActivationCatalogue.Ids.Except(Core).Where((_, index) => index % Stride == 0));
}
