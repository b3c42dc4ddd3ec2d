using Hillock.Expressions;
using static Hillock.Catalogue.Parameters;

namespace Hillock.Catalogue;

/// <summary>Periodic units and bumps.</summary>
internal static class Waves
{
    public static IReadOnlyList<CatalogueEntry> Entries { get; } =
    [
        new("sin", "sin(omega*x)", Fixed("omega", 1))
        {
            Citation = "folklore; Sitzmann et al., Implicit Neural Representations with Periodic Activation Functions, "
                + "NeurIPS 2020, arXiv:2006.09661",
        },
        new("snake", "x + (1 - cos(2*a*x))/(2*a)", Learned("a", 1, ParameterDomain.NonZero))
        {
            Year = 2020,
            Citation = "Liu, Hartwig & Ueda, Neural Networks Fail to Learn Periodic Functions and How to Fix It, "
                + "NeurIPS 2020, arXiv:2006.08195",
        },
        new("gaussian", "exp(-beta*x^2)", Fixed("beta", 1, ParameterDomain.Positive))
        {
            Year = 1988,
            Citation = "Broomhead & Lowe, Multivariable functional interpolation and adaptive networks, 1988",
        },
    ];
}
