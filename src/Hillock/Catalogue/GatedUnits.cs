using Hillock.Expressions;
using static Hillock.Catalogue.Parameters;

namespace Hillock.Catalogue;

/// <summary>x times a gate that opens with x: GELU in its three forms, SiLU, Swish, Mish.</summary>
/// <remarks>The three GELUs are different functions and keep different ids.</remarks>
internal static class GatedUnits
{
    private const string Gelu = "Hendrycks & Gimpel, Gaussian Error Linear Units (GELUs), arXiv:1606.08415";

    public static IReadOnlyList<CatalogueEntry> Entries { get; } =
    [
        new("gelu", "x*Phi(x)") { Year = 2016, Citation = Gelu },
        new("gelu_tanh", "0.5*x*(1 + tanh(sqrt(2/pi)*(x + 0.044715*x^3)))")
        {
            Year = 2016,
            Citation = Gelu + ", section 2",
        },
        new("gelu_quick", "x*sigmoid(1.702*x)")
        {
            Year = 2016,
            Citation = Gelu + " (sigmoid approximation); repository hendrycks/GELUs",
        },
        new("silu", "x*sigmoid(x)")
        {
            Year = 2017,
            Citation = "Elfwing, Uchibe & Doya, Sigmoid-Weighted Linear Units for Neural Network Function Approximation "
                + "in RL, Neural Networks 2018, arXiv:1702.03118 (named SiLU in arXiv:1606.08415)",
        },
        new("swish", "x*sigmoid(beta*x)", Learned("beta", 1))
        {
            Year = 2017,
            Citation = "Ramachandran, Zoph & Le, Searching for Activation Functions, arXiv:1710.05941",
        },
        new("mish", "x*tanh(softplus(x))")
        {
            Year = 2019,
            Citation = "Misra, Mish: A Self Regularized Non-Monotonic Activation Function, BMVC 2020, arXiv:1908.08681",
        },
        new("hard_swish", "x*clamp(x/6 + 0.5, 0, 1)")
        {
            Year = 2019,
            Citation = "Howard et al., Searching for MobileNetV3, ICCV 2019, arXiv:1905.02244",
            Slopes = [("-3", "0"), ("3", "1")],
        },
    ];
}
