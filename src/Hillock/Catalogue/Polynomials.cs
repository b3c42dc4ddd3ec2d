using static Hillock.Catalogue.Parameters;
using static Hillock.Catalogue.Sources;
using static Hillock.Expressions.ParameterDomain;

namespace Hillock.Catalogue;

internal static class Polynomials
{
    public static Family Family { get; } = new(
        "polynomials",
        "Polynomials, ratios of polynomials, and powers: what is linear or bends without a threshold.",
        [
            new("identity", "x") { Citation = "folklore (linear unit)" },
            new("affine", "alpha*x + beta", Fixed("alpha", 1), Fixed("beta", 0)) { StartsAs = "identity" },
            new("square", "x^2")
            {
                Year = 2014,
                Citation = "Livni, On the computational efficiency of training NNs; CryptoNets 2016",
            },
            new("cube", "x^3")
            {
                Year = 2014,
                Citation = "Chen & Manning, A Fast and Accurate Dependency Parser using Neural Networks, EMNLP 2014",
            },
            new("triple_cubic", "a*x^3", Fixed("a", 1))
            {
                Citation = Survey("section 3.43 (Triple)"),
                StartsAs = "cube",
            },
            new("power", "(shift + scale*x)^p", Fixed("p", 1), Fixed("scale", 1), Fixed("shift", 0))
            {
                Year = 2014,
                Citation = "Jia et al., Caffe, ACM MM 2014",
                StartsAs = "identity",
            },
            new("pow", "alpha*x^beta", Fixed("alpha", 1), Fixed("beta", 2))
            {
                Year = 2019,
                Citation = "oneDNN eltwise (no paper)",
                Remark = "oneDNN wants both parameters given; the defaults are ours.",
                StartsAs = "square",
            },
            new("sqrt", "sqrt(x)") { Remark = "Defined for x ≥ 0." },
            new("sqrt_signed", "sign(x)*sqrt(abs(x))")
            {
                Citation = Survey("section 3.9 (SQRT)"),
                Slopes = [("0", "0")],
            },
            new("s_shaped_sqrt", "sign(x)*sqrt(2*a*abs(x))", Fixed("a", 0.5, Positive))
            {
                Citation = Survey("section 3.9 (SSAF)"),
                Slopes = [("0", "0")],
                StartsAs = "sqrt_signed",
            },
            new("shifted_quadratic_unit", "x^2 + x")
            {
                Year = 2021,
                Citation = "Noel, Biologically inspired oscillating AFs, arXiv:2111.04020",
            },
            new("nonmonotonic_cubic_unit", "x - x^3")
            {
                Year = 2021,
                Citation = "Noel, Biologically inspired oscillating AFs, arXiv:2111.04020",
            },
            new("slaf_3",
                "a0 + a1*x + a2*x^2 + a3*x^3",
                Learned("a0", 0), Learned("a1", 1), Learned("a2", 0.1), Learned("a3", 0))
            {
                Year = 2019,
                Citation = "Goyal, Learning activation functions (SLAF), arXiv:1906.09529, k=4",
            },
            new("chebyshev_3",
                "a0 + a1*x + a2*(2*x^2 - 1) + a3*(4*x^3 - 3*x)",
                Learned("a0", 0), Learned("a1", 1), Learned("a2", 0.1), Learned("a3", 0))
            {
                Citation = Survey("section 4 (Chebyshev polynomial AF (ChPAF))"),
            },
            new("legendre_3",
                "a0 + a1*x + a2*(3*x^2 - 1)/2 + a3*(5*x^3 - 3*x)/2",
                Learned("a0", 0), Learned("a1", 1), Learned("a2", 0.1), Learned("a3", 0))
            {
                Citation = Survey("section 4 (Legendre polynomial AF (LPAF))"),
            },
            new("hermite_3",
                "a0 + 2*a1*x + a2*(4*x^2 - 2) + a3*(8*x^3 - 12*x)",
                Learned("a0", 0), Learned("a1", 0.5), Learned("a2", 0.1), Learned("a3", 0))
            {
                Citation = Survey("section 4 (Hermite polynomial AF (HPAF, physicists' polynomials))"),
            },
            new("polyrelu_3",
                "a0 + a1*max(x, 0) + a2*max(x, 0)^2 + a3*max(x, 0)^3",
                Learned("a0", 0), Learned("a1", 0.3333333333), Learned("a2", 0.3333333333),
                Learned("a3", 0.3333333333))
            {
                Year = 2024,
                Citation = "Zhuo, Polynomial composition activations (PolyReLU), ICLR 2025, arXiv:2411.03884",
                Slopes = [("0", "0")],
            },
            new("pau_5_4",
                "(a0 + a1*x + a2*x^2 + a3*x^3 + a4*x^4 + a5*x^5)/(1 + abs(b1*x) + abs(b2*x^2) + abs(b3*x^3) + "
                    + "abs(b4*x^4))",
                Learned("a0", 0.02979246), Learned("a1", 0.61837738), Learned("a2", 2.32335207),
                Learned("a3", 3.05202660), Learned("a4", 1.48548002), Learned("a5", 0.25103717),
                Learned("b1", 1.14201226), Learned("b2", 4.39322834), Learned("b3", 0.87154450),
                Learned("b4", 0.34720652))
            {
                Year = 2019,
                Citation = "Molina, Pade activation units, ICLR 2020, arXiv:1907.06732",
                Remark = "The denominator is the sum of absolute terms, which the published coefficients fit; the "
                    + "paper prints the absolute value of the sum.",
                Slopes = [("0", "a1")],
            },
            new("rational_3_2",
                "(a0 + a1*x + a2*x^2 + a3*x^3)/(b0 + b1*x + b2*x^2)",
                Learned("a3", 1.1915), Learned("a2", 1.5957), Learned("a1", 0.5), Learned("a0", 0.0218),
                Learned("b2", 2.383), Learned("b1", 0), Learned("b0", 1))
            {
                Year = 2020,
                Citation = "Boulle, Rational neural networks, NeurIPS, arXiv:2004.01902",
            },
            new("puaf",
                "where(x > c, x^a, where(x < -c, 0, x^a*(c + x)^b/((c + x)^b + (c - x)^b)))",
                Fixed("a", 1, NonNegative), Fixed("b", 5, Positive), Fixed("c", 10, Positive))
            {
                Citation = Survey("eq. 204 (Hwang & Kim, Universal activation function (PUAF))"),
            },
        ]);
}
