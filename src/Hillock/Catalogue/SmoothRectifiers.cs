using Hillock.Expressions;
using static Hillock.Catalogue.Parameters;
using static Hillock.Catalogue.Sources;
using static Hillock.Expressions.ParameterDomain;

namespace Hillock.Catalogue;

internal static class SmoothRectifiers
{
    public static Family Family { get; } = new(
        "smooth_rectifiers",
        "Smooth relatives of the rectifier made of exponentials and logarithms.",
        [
            new("softplus", "log1p(exp(beta*x))/beta", Fixed("beta", 1, ParameterDomain.NonZero))
            {
                Year = 2001,
                Citation = "Dugas et al., Incorporating Second-Order Functional Knowledge for Better Option Pricing, "
                    + "NIPS 2000; Glorot, Bordes & Bengio, AISTATS 2011",
                AlsoKnownAs =
                [
                    new("softplus_beta")
                    {
                        Year = 2011,
                        Citation = "Glorot, Deep sparse rectifier networks (scaled softplus)",
                    },
                ],
            },
            new("log_sigmoid", "-softplus(-x)"),
            new("shifted_softplus", "where(x > 1, softplus(x) - log(2), log1p(expm1(x)/2))")
            {
                Year = 2017,
                Citation = "Schutt, SchNet, arXiv:1706.08566",
            },
            new("parametric_softplus",
                "a*(softplus(x) - b)",
                Fixed("a", 1.5, Positive), Fixed("b", 0.6931471805599453))
            {
                Citation = Survey("eq. 206 (PSoftplus)"),
            },
            new("softplus_parametric", "alpha*softplus(beta*x)", Fixed("alpha", 1), Fixed("beta", 1))
            {
                Year = 2017,
                Citation = "Core ML specification (no paper)",
                StartsAs = "softplus",
            },
            new("soft_plus_plus",
                "softplus(a*x) + x/b - log(2)",
                Fixed("a", 1, Positive), Fixed("b", 2, Positive))
            {
                Year = 2020,
                Citation = "Ciuparu, Soft++, Neurocomputing",
            },
            new("rand_softplus", "(1 - a)*max(x, 0) + a*softplus(x)", Fixed("a", 0.5, Within(0, 1)))
            {
                Citation = Survey("eq. 208 (RSP)"),
                Slopes = [("0", "a/2")],
            },
            new("softplus_linear_unit",
                "where(x > 0, a*x, b*softplus(x) - c)",
                Fixed("a", 1), Fixed("b", 2), Fixed("c", 1.3862943611198906))
            {
                Citation = Survey("eq. 107 (SLU)"),
            },
            new("smooth_leaky_relu", "a*x + (1 - a)*softplus(x)", Fixed("a", 0.1, FromUpTo(0, 1)))
            {
                Year = 2022,
                Citation = "smooth leaky ReLU (theory papers, e.g. Frei 2022)",
            },
            new("generalized_relu_log",
                "softplus(b*log(a)*x)/(b*log(a))",
                Learned("a", 2.718281828459045, Above(1)), Learned("b", 1, Positive))
            {
                Citation = Survey("section 4 (GReLU)"),
                StartsAs = "softplus",
            },
            new("rectified_softplus_resp",
                "where(x > 0, a*x + log(2), softplus(x))",
                Fixed("a", 1.5, Within(1.5, 2)))
            {
                Citation = Survey("eq. 109 (ReSP)"),
                Slopes = [("0", "0.5")],
            },
            new("sqrt_softplus", "sqrt(softplus(x))")
            {
                Citation = "HuggingFace transformers ACT2FN entry used by DeepSeek-V4 routing (paper not checked)",
            },
            new("logcosh", "log(cosh(x))")
            {
                Citation = "folklore (robust regression)",
                AlsoKnownAs =
                [
                    new("log_cosh") { Year = 2010, Citation = "log-cosh unit (NNlib; Huber-like)" },
                ],
            },
            new("hclsh",
                "where(x > 0, log(cosh(x)) + log1p(x*exp(-x/2)*(1 + exp(-x))/(1 + exp(-2*x))), log1p(expm1(2*x)/2))")
            {
                Year = 2023,
                Citation = "Abdel-Nabi, HcLSH, PeerJ CS",
            },
            new("logistic_bounded_softplus_uaf",
                "softplus(a*(x + b) + c*x^2) - softplus(d*(x - b)) + epsilon",
                Learned("a", 1), Learned("b", 0), Learned("c", 0), Learned("d", -1), Learned("epsilon", 0))
            {
                Year = 2021,
                Citation = "Yuen, Universal activation function, Knowl.-Based Syst., arXiv:2011.03842",
                Remark = "The sources give no defaults; these are ours.",
                StartsAs = "identity",
            },
            new("sparse_plus", "where(x <= -1, 0, where(x >= 1, x, (x + 1)^2/4))")
            {
                Year = 2019,
                Citation = "Blondel, Martins & Niculae, Learning with Fenchel-Young Losses, JMLR 2020, "
                    + "arXiv:1901.02324",
            },
            new("smelu", "where(x > b, x, where(x <= -b, 0, (x + b)^2/(4*b)))", Fixed("b", 1, Positive))
            {
                Year = 2020,
                Citation = "Shamir, Smooth activations and reproducibility (SmeLU), arXiv:2010.09931",
                StartsAs = "sparse_plus",
            },
            new("sqsoftplus", "where(x > 0.5, x, where(x > -0.5, (x + 0.5)^2/2, 0))")
            {
                Citation = Survey("eq. 187"),
                Remark = "A widely copied print has one more factor x and jumps.",
            },
            new("aqulu",
                "where(x >= (1 - b)/a, x, where(x > -b/a, a*x^2 + b*x, 0))",
                Learned("a", 0.2, Positive), Learned("b", 0.1, FromUpTo(0, 1)))
            {
                Citation = Survey("section 4 (adaptive quadratic linear unit (AQuLU))"),
                Slopes = [("-b/a", "0"), ("(1 - b)/a", "1")],
            },
        ]);
}
