using Hillock.Expressions;
using static Hillock.Catalogue.Parameters;

namespace Hillock.Catalogue;

/// <summary>Smooth relatives of the rectifier that grow on the right and vanish, or stay linear, on the left.</summary>
internal static class SmoothRectifiers
{
    public static IReadOnlyList<CatalogueEntry> Entries { get; } =
    [
        new("softplus", "log1p(exp(beta*x))/beta", Fixed("beta", 1, ParameterDomain.NonZero))
        {
            Year = 2001,
            Citation = "Dugas et al., Incorporating Second-Order Functional Knowledge for Better Option Pricing, "
                + "NIPS 2000; Glorot, Bordes & Bengio, AISTATS 2011",
        },
        new("log_sigmoid", "-softplus(-x)"),
        new("squareplus", "(x + sqrt(x^2 + b))/2", Fixed("b", 4, ParameterDomain.NonNegative))
        {
            Year = 2021,
            Citation = "Barron, Squareplus: A Softplus-Like Algebraic Rectifier, arXiv:2112.11687",
        },
        new("bent_identity", "(sqrt(x^2 + 1) - 1)/2 + x"),
        new("logcosh", "log(cosh(x))") { Citation = "folklore (robust regression)" },
    ];
}
