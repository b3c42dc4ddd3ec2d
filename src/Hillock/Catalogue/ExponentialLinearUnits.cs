using Hillock.Expressions;
using static Hillock.Catalogue.Parameters;

namespace Hillock.Catalogue;

/// <summary>Linear on the right, exponential saturation on the left.</summary>
internal static class ExponentialLinearUnits
{
    // alpha = −√(2/π) / (erfc(√½) · √e − 1) and the scale that make (0, 1) a fixed point of mean and variance.
    private const double SeluAlpha = 1.6732632423543772848170429916717;
    private const double SeluScale = 1.0507009873554804934193349852946;

    public static IReadOnlyList<CatalogueEntry> Entries { get; } =
    [
        new("elu", "where(x > 0, x, alpha*expm1(x))", Fixed("alpha", 1))
        {
            Year = 2015,
            Citation = "Clevert, Unterthiner & Hochreiter, Fast and Accurate Deep Network Learning by Exponential "
                + "Linear Units, ICLR 2016, arXiv:1511.07289",
            Slopes = [("0", "alpha")],
        },
        new("celu", "max(x, 0) + min(0, alpha*expm1(x/alpha))", Fixed("alpha", 1, ParameterDomain.NonZero))
        {
            Year = 2017,
            Citation = "Barron, Continuously Differentiable Exponential Linear Units, arXiv:1704.07483",
        },
        new("selu", "scale*where(x > 0, x, alpha*expm1(x))", Fixed("alpha", SeluAlpha), Fixed("scale", SeluScale))
        {
            Year = 2017,
            Citation = "Klambauer, Unterthiner, Mayr & Hochreiter, Self-Normalizing Neural Networks, NeurIPS 2017, "
                + "arXiv:1706.02515",
            Slopes = [("0", "scale*alpha")],
        },
    ];
}
