using static Hillock.Catalogue.Parameters;
using static Hillock.Catalogue.Sources;
using static Hillock.Expressions.ParameterDomain;

namespace Hillock.Catalogue;

internal static class HyperbolicTangents
{
    public static Family Family { get; } = new(
        "hyperbolic_tangents",
        "tanh: scaled, bent, cut and with learned slopes.",
        [
            new("tanh", "tanh(x)")
            {
                Year = 1989,
                Citation = "LeCun, Generalization and network design strategies, 1989; LeCun et al., Efficient "
                    + "BackProp, 1998",
            },
            new("tanh_fast",
                "where(x^2 < 66, x*(1 + 0.1346604*x^2 + 0.0035974074*x^4 + 2.2332108e-5*x^6 + 1.587199e-8*x^8)/(1 "
                    + "+ 0.4679937*x^2 + 0.026262015*x^4 + 0.0003453992*x^6 + 8.7767893e-7*x^8), sign(x))")
            {
                Year = 2021,
                Citation = "NNlib.jl pull request 345 (no paper)",
            },
            new("scaled_tanh", "alpha*tanh(beta*x)", Fixed("alpha", 1.7159), Fixed("beta", 0.67))
            {
                Year = 1989,
                Citation = "LeCun, Bottou, Orr & Müller, Efficient BackProp, 1998 (1.7159 tanh(2x/3))",
            },
            new("scaled_tanh_twist", "1.7159*tanh(2*x/3) + a*x", Fixed("a", 0.01, NonNegative))
            {
                Year = 1998,
                Citation = "LeCun, Efficient BackProp (twisting term)",
            },
            new("rational_tanh",
                "1.7159*sign(x)*(abs(2*x/3) + (2*x/3)^2 + 1.41645*(2*x/3)^4)/(1 + abs(2*x/3) + (2*x/3)^2 + "
                    + "1.41645*(2*x/3)^4)")
            {
                Year = 2015,
                Citation = "arXiv:1508.01292 (id quoted by the DL4J source; title not checked)",
            },
            new("penalized_tanh", "where(x > 0, tanh(x), a*tanh(x))", Fixed("a", 0.25, Between(0, 1)))
            {
                Year = 2016,
                Citation = "Xu, Revise saturated activation functions, arXiv:1602.05980",
                Slopes = [("0", "a")],
            },
            new("generalized_tanh", "a*tanh(b*x/2)", Learned("a", 1), Learned("b", 1, Positive))
            {
                Year = 1996,
                Citation = "Chen & Chang, adaptive generalized hyperbolic tangent",
                StartsAs = "bipolar_sigmoid",
            },
            new("slope_varying_tanh", "tanh(a*x)", Learned("a", 1, Positive))
            {
                Citation = Survey("section 4 (SVAF)"),
                StartsAs = "tanh",
            },
            new("laaf_tanh", "tanh(n*a*x)", Learned("a", 1), Fixed("n", 1, AtLeast(1)))
            {
                Year = 2020,
                Citation = "Jagtap, locally adaptive activation functions, Proc. R. Soc. A 476, arXiv:1909.12228",
                StartsAs = "tanh",
            },
            new("stac_tanh",
                "where(x < -a, tanh(-a) + b*(x + a), where(x > a, tanh(a) + b*(x - a), tanh(x)))",
                Learned("a", 1, Positive), Learned("b", 0.1))
            {
                Citation = Survey("section 4 (slope and threshold adaptive AF)"),
                Slopes = [("-a", "1 - tanh(a)^2"), ("a", "1 - tanh(a)^2")],
            },
            new("dynamic_tanh", "g*tanh(a*x) + b", Learned("a", 0.5), Learned("g", 1), Learned("b", 0))
            {
                Year = 2025,
                Citation = "Zhu, Transformers without Normalization (DyT), CVPR, arXiv:2503.10622",
                StartsAs = "bipolar_sigmoid",
            },
            new("relative_tanh",
                "where(x <= a, (1 - tanh(a)^2)*(x - a) + tanh(a), where(x > b, (1 - tanh(b)^2)*(x - b) + tanh(b), "
                    + "tanh(x)))",
                Learned("a", -1.5, AtMost(-1.5)), Learned("b", 0, Within(0, 0.5)))
            {
                Year = 2019,
                Citation = "Wang, ReLTanh, Neurocomputing 363",
            },
            new("tanhlu", "a*tanh(b*x) + c*x", Learned("a", 1), Learned("b", 1), Learned("c", 1))
            {
                Year = 2022,
                Citation = "Shen, tanhLU, ESWA; Kunc & Kléma, Three Decades of Activations, arXiv:2402.09092, "
                    + "section 4",
            },
            new("rectified_tanh", "max(tanh(x), 0)")
            {
                Year = 2016,
                Citation = "DL4J (no paper)",
                Slopes = [("0", "0")],
                AlsoKnownAs =
                [
                    new("tanh_rectified") { Citation = Survey("section 3.2.26") },
                ],
            },
            new("tanh_linear_combo", "where(x > 0, tanh(x), a*x)", Fixed("a", 0.1))
            {
                Citation = Survey("section 3.2.26"),
                Remark = "The sources give no default; this one is ours.",
                Slopes = [("0", "a")],
            },
            new("hexpo",
                "where(x > 0, -a*expm1(-x/b), c*expm1(x/d))",
                Fixed("a", 1, Positive), Fixed("b", 1, Positive), Fixed("c", 1, Positive), Fixed("d", 1, Positive))
            {
                Year = 2017,
                Citation = "Kong & Takatsuka, Hexpo: a vanishing-proof activation function, IJCNN",
                Remark = "A widely copied print decreases on the left; this is the increasing reading.",
            },
            new("new_sigmoid", "tanh(x)/sqrt(1 + tanh(x)^2)") { Citation = Survey("section 3.2.18 (NewSigmoid)") },
            new("root2sigmoid", "tanh(x*log(2)/2)/sqrt(8*(1 + tanh(x*log(2)/2)^2))")
            {
                Year = 2014,
                Citation = Survey("eq. 26 (Root2sigmoid, as reconstructed there)"),
            },
            new("gudermannian", "2*atan(tanh(x/2))") { Year = 1996, Citation = "classical Gudermannian sigmoid" },
            new("tanh_silu", "tanh(x*sigmoid(x))") { Citation = Survey("section 3.3.24 (TSiLU)") },
            new("erf", "erf(x)")
            {
                Year = 1990,
                Citation = "folklore; used in mean-field theory of NN (Williams 1998)",
            },
            new("dynamic_erf",
                "g*erf(a*x + s) + b",
                Learned("a", 0.5), Learned("s", 0), Learned("g", 1), Learned("b", 0))
            {
                Year = 2025,
                Citation = "Chen, Stronger Normalization-Free Transformers (Derf), arXiv:2512.10938",
            },
        ]);
}
