using Hillock.Expressions;
using static Hillock.Catalogue.Parameters;
using static Hillock.Catalogue.Sources;
using static Hillock.Expressions.ParameterDomain;

namespace Hillock.Catalogue;

internal static class ExponentialLinearUnits
{
    // alpha = −√(2/π) / (erfc(√½) · √e − 1) and the scale that make (0, 1) a fixed point of mean and variance.
    private const double SeluAlpha = 1.6732632423543772848170429916717;
    private const double SeluScale = 1.0507009873554804934193349852946;

    public static Family Family { get; } = new(
        "exponential_linear_units",
        "Linear on the right, exponential saturation on the left.",
        [
            new("elu", "where(x > 0, x, alpha*expm1(x))", Fixed("alpha", 1))
            {
                Year = 2015,
                Citation = "Clevert, Unterthiner & Hochreiter, Fast and Accurate Deep Network Learning by Exponential "
                    + "Linear Units, ICLR 2016, arXiv:1511.07289",
                Slopes = [("0", "alpha")],
                AlsoKnownAs =
                [
                    new("felu") { Year = 2019, Citation = "Qiumei, Fast ELU" },
                ],
            },
            new("celu", "max(x, 0) + min(0, alpha*expm1(x/alpha))", Fixed("alpha", 1, ParameterDomain.NonZero))
            {
                Year = 2017,
                Citation = "Barron, Continuously Differentiable Exponential Linear Units, arXiv:1704.07483",
                StartsAs = "elu",
            },
            new("selu", "scale*where(x > 0, x, alpha*expm1(x))", Fixed("alpha", SeluAlpha), Fixed("scale", SeluScale))
            {
                Year = 2017,
                Citation = "Klambauer, Unterthiner, Mayr & Hochreiter, Self-Normalizing Neural Networks, NeurIPS 2017, "
                    + "arXiv:1706.02515",
                Slopes = [("0", "scale*alpha")],
            },
            new("pelu",
                "where(x > 0, a*x/b, a*expm1(x/b))",
                Learned("a", 1, Positive), Learned("b", 1, Positive))
            {
                Year = 2016,
                Citation = "Trottier, Parametric ELU, arXiv:1605.09332",
                StartsAs = "elu",
            },
            new("mpelu", "where(x > 0, x, a*expm1(b*x))", Learned("a", 1), Learned("b", 1, Positive))
            {
                Year = 2018,
                Citation = "Li, Multiple parametric ELU, arXiv:1606.00305",
                StartsAs = "elu",
                AlsoKnownAs =
                [
                    new("eelu")
                    {
                        Year = 2020,
                        Citation = "Kim, Elastic exponential linear units, Neurocomputing",
                        Remark = EvaluationOnly,
                    },
                ],
            },
            new("p_felu", "where(x > 0, x, a*expm1(x)) + b", Learned("a", 1, Positive), Learned("b", 0))
            {
                Year = 2022,
                Citation = "Adem, P+FELU, Neural Comput. Appl.",
                StartsAs = "elu",
            },
            new("edelu",
                "where(x > c, x, expm1(a*x)/b)",
                Learned("a", 1, Positive), Learned("b", 1), Learned("c", 0))
            {
                Citation = Survey("section 4 (EDELU)"),
                Remark = "Continuous where b·c = exp(a·c) − 1, as at the defaults.",
                StartsAs = "elu",
            },
            new("pdelu",
                "where(x > 0, x, where((1 - t)*x > -1, a*expm1(log1p((1 - t)*x)/(1 - t)), -a))",
                Learned("a", 1, Positive), Fixed("t", 0.9, Except(1)))
            {
                Year = 2020,
                Citation = "Cheng, Parametric deformable ELU, Neural Networks",
            },
            new("lselu",
                "where(x > 0, l*x, l*a*expm1(x) + l*c*x)",
                Fixed("l", 1.0507009873554805), Fixed("a", 1.6732632423543772), Fixed("c", 0.1, Between(0, 1)))
            {
                Citation = Survey("eq. 173 (leaky SELU)"),
                Slopes = [("0", "l*(a + c)")],
            },
            new("scaled_scaled_elu",
                "where(x > 0, l*x, l*a*expm1(c*x))",
                Fixed("l", 1.05078), Fixed("a", 1.6733), Fixed("c", 1, Positive))
            {
                Citation = Survey("eq. 175 (sSELU)"),
                Slopes = [("0", "l*a*c")],
            },
            new("pselu",
                "where(x > 0, a*x, a*b*expm1(x))",
                Learned("a", 1.05, Positive), Learned("b", 1.67, Positive))
            {
                Citation = Survey("section 4 (PSELU)"),
                Slopes = [("0", "a*b")],
            },
            new("lpselu",
                "where(x > 0, a*x, a*b*expm1(x) + c*x)",
                Learned("a", 1), Learned("b", 1), Learned("c", 0.01))
            {
                Citation = Survey("section 4 (LPSELU)"),
                Slopes = [("0", "a*b + c")],
            },
            new("lpselu_rp",
                "where(x > 0, a*x + m, a*b*expm1(x) + c*x + m)",
                Learned("a", 1), Learned("b", 1), Learned("c", 0.01), Learned("m", 0))
            {
                Citation = Survey("section 4 (LPSELU_RP)"),
                Slopes = [("0", "a*b + c")],
                StartsAs = "lpselu",
            },
            new("shelu", "where(x + b >= 0, x + b, a*expm1(x + b))", Fixed("a", 1, Positive), Learned("b", 0))
            {
                Year = 2018,
                Citation = "Grelsson & Felsberg, Shifted ELU, ICPR",
                StartsAs = "elu",
            },
            new("svelu", "where(x > 0, x + b, a*expm1(x) + b)", Fixed("a", 1, Positive), Learned("b", 0))
            {
                Year = 2018,
                Citation = "Grelsson & Felsberg, Shifted ELU, ICPR",
                StartsAs = "elu",
            },
            new("pshelu",
                "where(x + c >= 0, a*(x + c)/b, a*expm1((x + c)/b))",
                Learned("a", 1, Positive), Learned("b", 1, Positive), Learned("c", 0))
            {
                Year = 2018,
                Citation = "Grelsson & Felsberg, Shifted ELU, ICPR",
                StartsAs = "elu",
            },
            new("psvelu",
                "where(x > 0, a*x/b + c, a*expm1(x/b) + c)",
                Learned("a", 1, Positive), Learned("b", 1, Positive), Learned("c", 0))
            {
                Year = 2018,
                Citation = "Grelsson & Felsberg, Shifted ELU, ICPR",
                StartsAs = "elu",
            },
            new("xielu",
                "where(x > 0, alpha_p*x^2 + beta*x, alpha_n*(expm1(x) - x) + beta*x)",
                Learned("alpha_p", 0.8, Positive), Learned("alpha_n", 0.8, Positive), Fixed("beta", 0.5))
            {
                Year = 2024,
                Citation = "Huang & Schlag, Deriving Activation Functions Using Integration, arXiv:2411.13010",
                Remark = "The kernels of the frameworks clamp the exponent at −1e-6; this is the paper's formula.",
            },
            new("apalu",
                "where(x > 0, a*(x + x*sigmoid(1.702*x)), b*expm1(x))",
                Learned("a", 0.55, Positive), Learned("b", 0.065, Positive))
            {
                Year = 2024,
                Citation = "Subramanian, APALU, arXiv:2402.08244",
                Slopes = [("0", "b")],
            },
            new("reu", "where(x > 0, x, x*exp(x))")
            {
                Year = 2019,
                Citation = "Ying, Rectified exponential units, IEEE Access",
                AlsoKnownAs =
                [
                    new("suish") { Citation = Survey("section 3.3.17 (Suish)") },
                ],
            },
            new("preu", "where(x > 0, a*x, a*x*exp(b*x))", Learned("a", 1), Learned("b", 1, Positive))
            {
                Year = 2019,
                Citation = "Ying, PREU, IEEE Access",
                StartsAs = "reu",
            },
            new("serlu", "where(x > 0, l*x, l*a*x*exp(x))", Fixed("l", 1.07862), Fixed("a", 2.90427))
            {
                Year = 2018,
                Citation = "Zhang & Li, SERLU, arXiv:1807.10117",
                Slopes = [("0", "l*a")],
            },
            new("diffelu",
                "where(x >= 0, x, a*(x*exp(x) - b*exp(b*x)))",
                Fixed("a", 0.3, Positive), Fixed("b", 0.1, Between(0, 1)))
            {
                Citation = Survey("eq. 160 (DiffELU)"),
                Remark = "Jumps by a·b at 0, as printed.",
                Slopes = [("0", "1")],
            },
            new("rsigelu",
                "where(x > 1, x*sigmoid(x)*a + x, where(x > 0, x, a*expm1(x)))",
                Fixed("a", 0.5, Between(0, 1)))
            {
                Year = 2021,
                Citation = "Kilicarslan & Celik, RSigELU, ESWA 174",
                Remark = "Jumps at 1, as published.",
                Slopes = [("0", "a"), ("1", "1")],
            },
            new("rsigelud",
                "where(x > 1, x*sigmoid(x)*a + x, where(x > 0, x, b*expm1(x)))",
                Fixed("a", 0.5, Between(0, 1)), Fixed("b", 0.5, Between(0, 1)))
            {
                Year = 2021,
                Citation = "Kilicarslan & Celik, RSigELUD",
                Remark = "Jumps at 1, as published.",
                Slopes = [("0", "b"), ("1", "1")],
                StartsAs = "rsigelu",
            },
            new("hard_srelue",
                "where(x > 0, a*x*clamp((x + 1)/2, 0, 1) + x, a*expm1(x))",
                Fixed("a", 0.5, Between(0, 1)))
            {
                Citation = Survey("eq. 177 (HardSReLUE)"),
                Slopes = [("0", "a"), ("1", "1 + a")],
            },
            new("elish", "where(x > 0, x*sigmoid(x), expm1(x)*sigmoid(x))")
            {
                Year = 2018,
                Citation = "Basirat & Roth, The quest for the golden activation function, arXiv:1808.00783",
            },
            new("hard_elish", "where(x > 0, x*clamp((x + 1)/2, 0, 1), expm1(x)*clamp((x + 1)/2, 0, 1))")
            {
                Year = 2018,
                Citation = "Basirat & Roth, The quest for the golden activation function, arXiv:1808.00783",
                Remark = "The left side is that of the paper as remembered; a print has another.",
                Slopes = [("-1", "0"), ("1", "1")],
            },
            new("p_e2_relu",
                "a*max(x, 0) + b*where(x > 0, x, expm1(x)) - (1 - a - b)*where(x <= 0, -x, expm1(-x))",
                Learned("a", 0.4, NonNegative), Learned("b", 0.3, NonNegative))
            {
                Year = 2021,
                Citation = "Jie, Regularized flexible AF combinations, arXiv:2007.13101",
                Slopes = [("0", "1 - a")],
            },
            new("p_e2_id",
                "a*x + (1 - a)*(where(x > 0, x, expm1(x)) - where(x <= 0, -x, expm1(-x)))",
                Learned("a", 0.5, Within(0, 1)))
            {
                Year = 2021,
                Citation = "Jie, Regularized flexible AF combinations, arXiv:2007.13101",
            },
            new("delu_pishchik", "where(x > 0, (n + 0.5)*x - expm1(-x), x*sigmoid(x))", Learned("n", 0.5))
            {
                Year = 2023,
                Citation = "Pishchik, Trainable activations for image classification, preprints 202301.0463",
                Remark = "The sources give no default; this one is ours.",
                Slopes = [("0", "0.5")],
            },
            new("soft_exponential",
                "where(a > 0, expm1(a*x)/a + a, where(a < 0, -log(1 - a*(x + a))/a, x))",
                Learned("a", 0.5, Within(-1, 1)))
            {
                Year = 2015,
                Citation = "Godfrey & Gashler, A continuum among logarithmic, linear and exponential functions, "
                    + "arXiv:1602.01321",
            },
        ]);
}
