using Hillock.Expressions;
using static Hillock.Catalogue.Parameters;

namespace Hillock.Catalogue;

/// <summary>Bounded S-shaped units, their piecewise linear forms, and what is made of tanh.</summary>
internal static class Sigmoids
{
    public static IReadOnlyList<CatalogueEntry> Entries { get; } =
    [
        new("sigmoid", "1/(1 + exp(-x))")
        {
            Year = 1986,
            Citation = "Rumelhart, Hinton & Williams, Learning representations by back-propagating errors, Nature 1986 "
                + "(logistic curve: Verhulst 1838)",
        },
        new("hard_sigmoid", "clamp(x/6 + 0.5, 0, 1)")
        {
            Year = 2019,
            Citation = "Howard et al., Searching for MobileNetV3, ICCV 2019, arXiv:1905.02244",
            Slopes = [("-3", "0"), ("3", "0")],
        },
        new("tanh", "tanh(x)")
        {
            Year = 1989,
            Citation = "LeCun, Generalization and network design strategies, 1989; LeCun et al., Efficient BackProp, 1998",
        },
        new("hard_tanh", "clamp(x, min_val, max_val)", Fixed("min_val", -1), Fixed("max_val", 1))
        {
            Year = 2004,
            Citation = "Collobert, Large Scale Machine Learning, PhD thesis, Univ. Paris 6, 2004",
            Slopes = [("min_val", "0"), ("max_val", "0")],
        },
        new("scaled_tanh", "alpha*tanh(beta*x)", Fixed("alpha", 1.7159), Fixed("beta", 0.67))
        {
            Year = 1989,
            Citation = "LeCun, Bottou, Orr & Müller, Efficient BackProp, 1998 (1.7159 tanh(2x/3))",
        },
        new("tanh_shrink", "x - tanh(x)") { Citation = "Torch7 API (no paper)" },
        new("softsign", "x/(1 + abs(x))")
        {
            Year = 2009,
            Citation = "Bergstra, Desjardins, Lamblin & Bengio, Quadratic Polynomials Learn Better Image Features, "
                + "TR 1337, Univ. Montreal 2009; Elliott 1993",
        },
        new("isru", "x/sqrt(1 + alpha*x^2)", Learned("alpha", 1, ParameterDomain.Positive))
        {
            Year = 2017,
            Citation = "Carlile et al., Improving Deep Learning by Inverse Square Root Linear Units (ISRLUs), "
                + "arXiv:1710.09967",
        },
    ];
}
