using static Hillock.Catalogue.Parameters;
using static Hillock.Catalogue.Sources;
using static Hillock.Expressions.ParameterDomain;

namespace Hillock.Catalogue;

internal static class Sigmoids
{
    public static Family Family { get; } = new(
        "sigmoids",
        "Bounded S-shaped units made of the logistic function and its relatives.",
        [
            new("sigmoid", "1/(1 + exp(-x))")
            {
                Year = 1986,
                Citation = "Rumelhart, Hinton & Williams, Learning representations by back-propagating errors, "
                    + "Nature 1986 "
                    + "(logistic curve: Verhulst 1838)",
            },
            new("sigmoid_fast", "where(x > 40, 1, where(x < -80, 0, sigmoid(x)))")
            {
                Year = 2021,
                Citation = "NNlib.jl (no paper)",
                StartsAs = "sigmoid",
            },
            new("sigmoid_steep", "1/(1 + exp(-s*x))", Fixed("s", 4.9, Positive))
            {
                Year = 2002,
                Citation = "Stanley & Miikkulainen, Evolving Neural Networks through Augmenting Topologies, Evol. "
                    + "Comput. 2002 (slope 4.9); FANN",
            },
            new("adaptive_slope_sigmoid", "sigmoid(a*x)", Learned("a", 1, Positive))
            {
                Citation = Survey("section 4 (adaptive slope sigmoid (ASSF))"),
                StartsAs = "sigmoid",
            },
            new("shifted_scaled_sigmoid", "sigmoid(a*(x - b))", Fixed("a", 0.02, Positive), Fixed("b", 600))
            {
                Citation = Survey("section 3.2.1 (SSS)"),
            },
            new("variant_sigmoid",
                "a*sigmoid(b*x) - c",
                Fixed("a", 1, Positive), Fixed("b", 1, Positive), Fixed("c", 0))
            {
                Year = 1995,
                Citation = "Han & Moraga, influence of sigmoid parameters on backprop, IWANN; Kunc & Kléma, Three "
                    + "Decades of Activations, arXiv:2402.09092, section 3.2.2",
                StartsAs = "sigmoid",
            },
            new("parametric_sigmoid", "a*sigmoid(b*x)", Learned("a", 1), Learned("b", 1))
            {
                Citation = Survey("section 4 (psigmoid)"),
                StartsAs = "sigmoid",
            },
            new("parametric_sigmoid_power", "sigmoid(x)^m", Learned("m", 1, Positive))
            {
                Year = 2004,
                Citation = "Chandra & Singh, activation function adapting training algorithm, Neurocomputing",
                StartsAs = "sigmoid",
            },
            new("scaled_sigmoid", "2*(2*sigmoid(x) - 1)")
            {
                Year = 2016,
                Citation = "Xu, Revise saturated activation functions, arXiv:1602.05980",
            },
            new("bipolar_sigmoid", "2*sigmoid(s*x) - 1", Fixed("s", 1, Positive))
            {
                Year = 1992,
                Citation = "classical bipolar logistic; Kunc & Kléma, Three Decades of Activations, "
                    + "arXiv:2402.09092, eq. 41",
                AlsoKnownAs =
                [
                    new("tanh_half")
                    {
                        Year = 1992,
                        Citation = "classical; Kunc & Kléma, Three Decades of Activations, arXiv:2402.09092, "
                            + "section 3.2",
                    },
                ],
            },
            new("bimodal_derivative_sigmoid", "(sigmoid(x) + sigmoid(x + b))/2", Fixed("b", 4))
            {
                Citation = Survey("eq. 8 (bimodal-derivative AF)"),
                Remark = "The sources give no default; this one is ours.",
            },
            new("sigmoid_algebraic",
                "sigmoid(x*(1 + a*abs(x))/(1 + abs(x)*(1 + a*abs(x))))",
                Fixed("a", 0, NonNegative))
            {
                Year = 2021,
                Citation = "Kocak & Siray, New activation functions for single layer feedforward NN, ESWA 164",
            },
            new("triple_state_sigmoid",
                "sigmoid(x)*(sigmoid(x) + sigmoid(x - a) + sigmoid(x - b))",
                Fixed("a", 20), Fixed("b", 40))
            {
                Year = 2021,
                Citation = "Kocak & Siray, New activation functions for single layer feedforward NN, ESWA 164",
            },
            new("multistate_sigmoid_2",
                "a + sigmoid(x - b1) + sigmoid(x - b2)",
                Fixed("a", 0), Fixed("b1", 0), Fixed("b2", 4))
            {
                Year = 2015,
                Citation = "Cai, multistate activation function (MSAF)",
                Remark = "The sources give no defaults; these are ours.",
            },
            new("symmetrical_msaf", "-1 + sigmoid(x) + sigmoid(x + a)", Fixed("a", -2))
            {
                Year = 2015,
                Citation = "Cai, symmetrical MSAF; Kunc & Kléma, Three Decades of Activations, arXiv:2402.09092, "
                    + "section 3.2.24",
            },
            new("improved_logistic_sigmoid",
                "where(x >= b, a*(x - b) + sigmoid(b), where(x <= -b, a*(x + b) + sigmoid(-b), sigmoid(x)))",
                Fixed("a", 0.1, Positive), Fixed("b", 2, Positive))
            {
                Citation = Survey("section 3.2.7 (ISigmoid)"),
                Remark = "A widely copied print is discontinuous at −b; this is the continuous reading.",
                Slopes = [("-b", "a"), ("b", "a")],
            },
            new("siglin", "sigmoid(x) + a*x", Fixed("a", 0.1))
            {
                Year = 2020,
                Citation = "Roodschild, vanishing gradient problem on sigmoid activation, Prog. AI 9",
            },
            new("kumaraswamy_unit",
                "-expm1(b*log1p(-sigmoid(x)^a))",
                Fixed("a", 8, Positive), Fixed("b", 30, Positive))
            {
                Year = 2015,
                Citation = "Tomczak & Gonczarek, bunches of neurons modeled by Kumaraswamy units, arXiv:1505.02581",
            },
            new("psigramp",
                "a*sigmoid(x) + (1 - a)*clamp(b*x + 0.5, 0, 1)",
                Learned("a", 0.5, Within(0, 1)), Learned("b", 0.25, Positive))
            {
                Citation = Survey("section 4 (P-SIG-RAMP)"),
                Remark = "The sources give no defaults; these are ours.",
                Slopes =
                [
                    ("-0.5/b", "a*sigmoid(0.5/b)*(1 - sigmoid(0.5/b))"),
                    ("0.5/b", "a*sigmoid(0.5/b)*(1 - sigmoid(0.5/b))"),
                ],
            },
            new("aranda_ordaz", "-expm1(-log1p(a*exp(x))/a)", Learned("a", 1, Positive))
            {
                Year = 2011,
                Citation = "Gomes, Comparison of new activation functions; Aranda-Ordaz 1981 link",
                StartsAs = "sigmoid",
            },
            new("sinc_sigmoid",
                "where(sigmoid(x) < 0.01, 1 - sigmoid(x)^2/6 + sigmoid(x)^4/120 - sigmoid(x)^6/5040, "
                    + "sin(sigmoid(x))/sigmoid(x))")
            {
                Year = 2021,
                Citation = "Kocak & Siray, New activation functions for single layer feedforward NN, ESWA 164",
            },
            new("sigmoid_gumbel", "sigmoid(x)*exp(-exp(-x))")
            {
                Year = 2022,
                Citation = "Kaytan, SGumbel; Kunc & Kléma, Three Decades of Activations, arXiv:2402.09092, section "
                    + "3.2.17",
            },
            new("loglog", "exp(-exp(-x))") { Year = 2008, Citation = "Gomes, log-log link units (Gompertz curve)" },
            new("complementary_loglog", "1 - exp(-exp(x))")
            {
                Year = 2008,
                Citation = "Gomes & Ludermir, complementary log-log and probit, SBRN",
                Remark = "A widely copied print shows the mirrored curve.",
            },
            new("modified_complementary_loglog", "1 - 2*exp(-0.7*exp(x))")
            {
                Year = 2008,
                Citation = "Gomes & Ludermir, cLogLogm",
                Remark = "A widely copied print shows the mirrored curve.",
            },
            new("probit", "Phi(x)") { Year = 2008, Citation = "Gomes, complementary log-log and probit, SBRN" },
            new("laplace", "Phi((x - mu)/sigma)", Fixed("mu", 0.707107), Fixed("sigma", 0.282095, Positive))
            {
                Year = 2022,
                Citation = "Ma et al., Mega: Moving Average Equipped Gated Attention, ICLR 2023, arXiv:2209.10655",
                AlsoKnownAs =
                [
                    new("laplace_gate")
                    {
                        Year = 2022,
                        Citation = "Ma, MEGA (Laplace attention function), arXiv:2209.10655",
                    },
                ],
            },
            new("soft_clipping",
                "where(x > 0.5, 1 + (softplus(-a*x) - softplus(a - a*x))/a, (softplus(a*x) - softplus(a*x - a))/a)",
                Fixed("a", 50, Positive))
            {
                Year = 2020,
                Citation = "Klimek & Perelstein, NN-based approach to phase space integration, SciPost",
            },
            new("sigmoid_derivative", "sigmoid(x)*(1 - sigmoid(x))")
            {
                Citation = Survey("section 3.3.9 (derivative-of-sigmoid AF)"),
            },
            new("dsilu", "sigmoid(x)*(1 + x*(1 - sigmoid(x)))")
            {
                Year = 2017,
                Citation = "Elfwing, dSiLU, arXiv:1702.03118",
            },
            new("bipolar_sigmoid_rectified", "where(x > 0, 2*sigmoid(x) - 1, 0)")
            {
                Citation = Survey("section 3.2.26"),
                Slopes = [("0", "0")],
            },
            new("bipolar_sigmoid_linear", "where(x > 0, 2*sigmoid(x) - 1, a*x)", Fixed("a", 0.1))
            {
                Citation = Survey("section 3.2.26"),
                Remark = "The sources give no default; this one is ours.",
                Slopes = [("0", "a")],
            },
            new("sigmoid_tanh_combo", "where(x > 0, 2*sigmoid(x) - 1, tanh(x))")
            {
                Citation = Survey("eq. 40"),
                Slopes = [("0", "1")],
            },
        ]);
}
