using static Hillock.Catalogue.Parameters;
using static Hillock.Catalogue.Sources;
using static Hillock.Expressions.ParameterDomain;

namespace Hillock.Catalogue;

internal static class TanhGatedUnits
{
    public static Family Family { get; } = new(
        "tanh_gated_units",
        "x times tanh, erf or sin of something positive: Mish and its family.",
        [
            new("mish", "x*tanh(softplus(x))")
            {
                Year = 2019,
                Citation = "Misra, Mish: A Self Regularized Non-Monotonic Activation Function, BMVC 2020, "
                    + "arXiv:1908.08681",
            },
            new("smish", "a*x*tanh(log1p(sigmoid(b*x)))", Fixed("a", 1, Positive), Fixed("b", 1, Positive))
            {
                Year = 2022,
                Citation = "Wang, Smish, Electronics 11(4)",
            },
            new("pfpm", "max(x, 0)*tanh(softplus(x)) + p", Learned("p", 0))
            {
                Citation = Survey("section 4 (parametric flatten-p Mish)"),
                Slopes = [("0", "0")],
            },
            new("sc_mish", "max(x*tanh(softplus(a*x)), 0)", Learned("a", 0.25, Positive))
            {
                Year = 2021,
                Citation = "Mercioni, soft-clipping mish",
                Slopes = [("0", "0")],
            },
            new("tanhexp", "x*tanh(exp(x))")
            {
                Year = 2020,
                Citation = "Liu & Di, TanhExp, arXiv:2003.09855",
                AlsoKnownAs =
                [
                    new("telu") { Year = 2024, Citation = "Fernandez, TeLU, arXiv:2412.20269" },
                ],
            },
            new("telu_learnable", "x*tanh(where(a*x > 0, a*x, expm1(a*x)))", Learned("a", 1))
            {
                Year = 2021,
                Citation = "Mercioni, TeLU learnable; Kunc & Kléma, Three Decades of Activations, "
                    + "arXiv:2402.09092, section 4",
            },
            new("tanhsoft",
                "tanh(a*x + b*exp(c*x))*where(x > 0, x + log1p(d*exp(-x)), log(d + exp(x)))",
                Learned("a", 0.5, AtMost(1)), Learned("b", 0.5, NonNegative), Learned("c", 1, Positive),
                Fixed("d", 0.1, Within(0, 1)))
            {
                Year = 2020,
                Citation = "Biswas, TanhSoft, arXiv:2009.03863",
                Remark = "The sources give no defaults; these are ours.",
            },
            new("tanhsoft_1", "tanh(a*x)*softplus(x)", Learned("a", 0.87, Positive))
            {
                Year = 2020,
                Citation = "Biswas, TanhSoft, arXiv:2009.03863",
            },
            new("tanhsoft_2", "x*tanh(b*exp(c*x))", Learned("b", 0.6, Positive), Learned("c", 1, Positive))
            {
                Year = 2020,
                Citation = "Biswas, TanhSoft, arXiv:2009.03863",
            },
            new("tanhsoft_3",
                "where(x > 1, x + log(exp(-x) + tanh(a*x)), log1p(exp(x)*tanh(a*x)))",
                Learned("a", 0.85, Positive))
            {
                Year = 2020,
                Citation = "Biswas, TanhSoft, arXiv:2009.03863",
            },
            new("serf", "x*erf(softplus(x))") { Year = 2021, Citation = "Nag, SERF, arXiv:2108.09598" },
            new("pserf", "x*erf(a*softplus(b*x))", Learned("a", 1.25, Positive), Learned("b", 0.85, Positive))
            {
                Year = 2022,
                Citation = "Biswas, ErfAct and Pserf, AAAI, arXiv:2109.04386",
            },
            new("erfact", "x*erf(a*exp(b*x))", Learned("a", 0.75, Positive), Learned("b", 0.75, Positive))
            {
                Year = 2022,
                Citation = "Biswas, ErfAct and Pserf, AAAI, arXiv:2109.04386",
            },
            new("lisht", "x*tanh(x)")
            {
                Year = 2019,
                Citation = "Roy et al., LiSHT: Non-Parametric Linearly Scaled Hyperbolic Tangent Activation "
                    + "Function, arXiv:1901.05894",
            },
            new("phish", "x*tanh(x*Phi(x))") { Year = 2021, Citation = "Naveen, Phish" },
            new("psgu", "x*tanh(a*sigmoid(x))", Learned("a", 3, Positive)) { Citation = Survey("section 4 (PSGU)") },
            new("tsrelu", "x*tanh(sigmoid(x))") { Citation = Survey("section 3.3.18 (tangent-sigmoid ReLU)") },
            new("tbsrelu", "x*tanh(tanh(x/2))")
            {
                Citation = Survey("section 3.3.19 (tangent bipolar sigmoid ReLU)"),
            },
            new("tbsrelu_learnable", "x*tanh(a*tanh(x/2))", Learned("a", 0.5, Positive))
            {
                Citation = Survey("section 4 (TBSReLUl)"),
            },
            new("pstanh", "a*x*(1 + tanh(b*x))", Learned("a", 0.5, Positive), Learned("b", 1, Positive))
            {
                Citation = Survey("section 4 (PSTanh)"),
                Remark = "The sources give no defaults; these are ours.",
            },
            new("sinsig", "x*sin(pi/2*sigmoid(x))") { Citation = Survey("section 3.3.34 (SinSig)") },
            new("eanaf", "x*sigmoid(x - log(2))") { Citation = Survey("section 3.3.33 (EANAF)") },
            new("etanh", "a*exp(x)*tanh(x)", Fixed("a", 1, Positive))
            {
                Citation = Survey("section 3.40 (E-Tanh)"),
                Remark = "The sources give no default; this one is ours.",
            },
        ]);
}
