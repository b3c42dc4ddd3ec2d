using Hillock.Kernels;

namespace Hillock.Verification;

/// <summary>What the library promises, in units in the last place.</summary>
/// <remarks>
/// Correctly rounded types and precisions (16 bits, <see cref="KernelPrecision.Exact"/>) promise 0.501 for every entry of
/// the catalogue; 0.5 is out of reach for the rare results that lie almost exactly between two numbers. The other
/// precisions of float promise something for the entries named here. Parameter gradients, entries with parameters other
/// than their defaults, formulas of users and double are measured without a promise.
/// </remarks>
public static class Bounds
{
    private const double CorrectlyRounded = 0.501;

    private static readonly HashSet<string> Promised = new(StringComparer.Ordinal)
    {
        "identity", "relu", "leaky_relu", "prelu", "relu6", "thresholded_relu", "relu_squared", "abs", "step",
        "soft_shrink", "hard_shrink", "hard_sigmoid", "hard_tanh", "hard_swish",
        "sigmoid", "tanh", "tanh_shrink", "softsign", "isru", "gaussian",
        "softplus", "log_sigmoid", "squareplus", "logcosh",
        "silu", "gelu", "gelu_tanh", "gelu_quick", "mish", "elu", "celu", "selu",
    };

    /// <summary>The catalogue entries with a promise for every precision.</summary>
    public static IReadOnlySet<string> PromisedEntries => Promised;

    /// <summary>Whether kernels give the nearest number, near sign changes too.</summary>
    public static bool AreCorrectlyRounded(ElementType type, KernelPrecision precision) =>
        type.Bits == 16 || precision == KernelPrecision.Exact;

    /// <summary>The bound of a kernel, or null where nothing is promised.</summary>
    public static double? Of(Quantity quantity, ElementType type, KernelPrecision precision)
    {
        if (quantity.Parameter is not null || !HasDefaults(quantity.Activation)) return null;
        if (AreCorrectlyRounded(type, precision)) return CorrectlyRounded;
        if (type != ElementType.Float || !Promised.Contains(quantity.Activation.Id)) return null;
        return precision == KernelPrecision.Fast ? 4 : quantity.Order == 0 ? 1 : 2;
    }

    private static bool HasDefaults(Activation activation) =>
        activation.Entry is { DefinedIn: null } entry && activation.Parameters.SequenceEqual(entry.Parameters);
}
