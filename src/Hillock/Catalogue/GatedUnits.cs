using static Hillock.Catalogue.Parameters;
using static Hillock.Catalogue.Sources;
using static Hillock.Expressions.ParameterDomain;

namespace Hillock.Catalogue;

/// <remarks>The GELUs are different functions and keep different ids.</remarks>
internal static class GatedUnits
{
    private const string Gelu = "Hendrycks & Gimpel, Gaussian Error Linear Units (GELUs), arXiv:1606.08415";

    public static Family Family { get; } = new(
        "gated_units",
        "x times a gate that opens with x: Φ, the logistic function and close relatives.",
        [
            new("gelu", "x*Phi(x)") { Year = 2016, Citation = Gelu },
            new("gelu_tanh", "0.5*x*(1 + tanh(sqrt(2/pi)*(x + 0.044715*x^3)))")
            {
                Year = 2016,
                Citation = Gelu + ", section 2",
                AlsoKnownAs =
                [
                    new("sielu") { Citation = Survey("section 3.3.35 (SiELU)") },
                ],
            },
            new("gelu_quick", "x*sigmoid(1.702*x)")
            {
                Year = 2016,
                Citation = Gelu + " (sigmoid approximation); repository hendrycks/GELUs",
                AlsoKnownAs =
                [
                    new("gelu_sigmoid")
                    {
                        Year = 2016,
                        Citation = "Hendrycks & Gimpel, GELU sigmoid approximation (quick GELU)",
                    },
                ],
            },
            new("gelu_clipped", "clamp(x*Phi(x), lo, hi)", Fixed("lo", -10), Fixed("hi", 10))
            {
                Year = 2020,
                Citation = "Wu et al., Integer Quantization for Deep Learning Inference, arXiv:2004.09602",
                Slopes = [("hi", "0")],
            },
            new("symmetric_gelu", "a*x*erf(x/sqrt(2))", Fixed("a", 1, Positive))
            {
                Year = 2019,
                Citation = "Yu & Su, Symmetrical GELU, arXiv:1911.03925",
            },
            new("parametric_gelu", "x*Phi(x/a)", Learned("a", 1, Positive))
            {
                Citation = Survey("section 4 (PGELU)"),
                StartsAs = "gelu",
            },
            new("lambda_gelu", "x*Phi(l*x)", Learned("l", 1, AtLeast(1)))
            {
                Year = 2026,
                Citation = "Perez-Corral, lambda-GELU, arXiv:2603.21991",
                StartsAs = "gelu",
            },
            new("x_gelu", "x*(Phi(x)*(1 + 2*a) - a)", Learned("a", 0))
            {
                Year = 2024,
                Citation = "Huang, Expanded gating ranges, arXiv:2405.20768",
                StartsAs = "gelu",
            },
            new("silu", "x*sigmoid(x)")
            {
                Year = 2017,
                Citation = "Elfwing, Uchibe & Doya, Sigmoid-Weighted Linear Units for Neural Network Function "
                    + "Approximation "
                    + "in RL, Neural Networks 2018, arXiv:1702.03118 (named SiLU in arXiv:1606.08415)",
            },
            new("swish", "x*sigmoid(beta*x)", Learned("beta", 1))
            {
                Year = 2017,
                Citation = "Ramachandran, Zoph & Le, Searching for Activation Functions, arXiv:1710.05941",
                StartsAs = "silu",
                AlsoKnownAs =
                [
                    new("acon_a") { Year = 2021, Citation = "Ma, Activate or not, CVPR, arXiv:2009.04759" },
                ],
            },
            new("e_swish", "b*x*sigmoid(x)", Fixed("b", 1.5, Within(1, 2)))
            {
                Year = 2018,
                Citation = "Alcaide, E-swish, arXiv:1801.07145",
            },
            new("ahaf", "a*x*sigmoid(b*x)", Learned("a", 1), Learned("b", 1))
            {
                Year = 2022,
                Citation = "Bodyanskiy & Kostiuk, adaptive hybrid AF",
                StartsAs = "silu",
            },
            new("pssilu", "x*(sigmoid(a*x) - b)/(1 - b)", Learned("a", 1), Learned("b", 0.1, FromUpTo(0, 1)))
            {
                Citation = Survey("section 4 (PSSiLU)"),
                Remark = "The sources give no defaults; these are ours.",
            },
            new("acon_b", "(1 - p)*x*sigmoid(b*(1 - p)*x) + p*x", Learned("p", 0.25), Learned("b", 1))
            {
                Year = 2021,
                Citation = "Ma, ACON, arXiv:2009.04759",
            },
            new("acon_c",
                "(p1 - p2)*x*sigmoid(b*(p1 - p2)*x) + p2*x",
                Learned("p1", 1), Learned("p2", 0), Learned("b", 1))
            {
                Year = 2021,
                Citation = "Ma, ACON, arXiv:2009.04759",
                StartsAs = "silu",
            },
            new("x_silu", "x*(sigmoid(x)*(1 + 2*a) - a)", Learned("a", 0))
            {
                Year = 2024,
                Citation = "Huang, Expanded gating ranges, arXiv:2405.20768",
                StartsAs = "silu",
            },
            new("swish_t", "x*sigmoid(b*x) + a*tanh(x)", Learned("b", 1, Positive), Fixed("a", 0.1))
            {
                Year = 2024,
                Citation = "Seo, Swish-T, arXiv:2407.01012",
            },
            new("swish_t_b", "x*sigmoid(b*x) + a*tanh(b*x/2)", Learned("b", 1, Positive), Fixed("a", 0.1))
            {
                Year = 2024,
                Citation = "Seo, Swish-T_B, arXiv:2407.01012",
            },
            new("swish_t_c", "x*sigmoid(b*x) + a/b*tanh(b*x/2)", Learned("b", 1, Positive), Fixed("a", 0.1))
            {
                Year = 2024,
                Citation = "Seo, Swish-T_C, arXiv:2407.01012",
                StartsAs = "swish_t_b",
            },
            new("bsilu", "x*sigmoid(x) + a/2*tanh(x/2)", Fixed("a", 1.67))
            {
                Year = 2025,
                Citation = "Horuz, The resurrection of the ReLU (SUGAR surrogate), arXiv:2505.22074",
            },
            new("hard_swish", "x*clamp(x/6 + 0.5, 0, 1)")
            {
                Year = 2019,
                Citation = "Howard et al., Searching for MobileNetV3, ICCV 2019, arXiv:1905.02244",
                Slopes = [("-3", "0"), ("3", "1")],
            },
            new("hard_swish_learnable", "2*x*clamp(0.2*b*x + 0.5, 0, 1)", Learned("b", 1, Positive))
            {
                Citation = Survey("section 4 (adaptive hard-swish)"),
                Slopes = [("-2.5/b", "0"), ("2.5/b", "2")],
            },
            new("hard_mish", "0.5*x*clamp(x + 2, 0, 2)")
            {
                Year = 2020,
                Citation = "Misra, H-Mish repository digantamisra98/H-Mish (no paper)",
                Slopes = [("-2", "0")],
                AlsoKnownAs =
                [
                    new("sqreu") { Citation = Survey("eq. 186") },
                ],
            },
            new("p_swish",
                "where(x <= c, a*x*sigmoid(b*x), x)",
                Learned("a", 1), Learned("b", 1), Learned("c", 0))
            {
                Year = 2021,
                Citation = "Mercioni, p-Swish",
                Slopes = [("c", "a*sigmoid(b*c)*(1 + b*c*(1 - sigmoid(b*c)))")],
            },
            new("falu",
                "x*sigmoid(b*x) + a*sigmoid(b*x)*(1 - x*sigmoid(b*x))",
                Learned("a", 0.5, Within(0, 1)), Learned("b", 1))
            {
                Year = 2022,
                Citation = "Zamora-Esquivel, Fractional adaptive linear units, AAAI",
            },
            new("triple_state_swish",
                "x*sigmoid(x)*(sigmoid(x) + sigmoid(x - a) + sigmoid(x - b))",
                Fixed("a", 20), Fixed("b", 40))
            {
                Year = 2021,
                Citation = "Kocak & Siray, New activation functions for single layer feedforward NN, ESWA 164",
            },
            new("generalized_swish", "x*sigmoid(exp(-x))")
            {
                Year = 2021,
                Citation = "Kocak & Siray, New activation functions for single layer feedforward NN, ESWA 164",
            },
            new("exponential_swish", "sigmoid(-x)")
            {
                Year = 2021,
                Citation = "Kocak & Siray, New activation functions for single layer feedforward NN, ESWA 164",
                Remark = "Published as exp(−x)·σ(x), which is the logistic function mirrored.",
            },
            new("double_silu", "x*sigmoid(x*sigmoid(x))") { Citation = Survey("section 3.3.22 (Double SiLU)") },
            new("modified_silu", "x*sigmoid(x) + exp(-x^2 - 1)/4") { Citation = Survey("section 3.3.23 (MSiLU)") },
            new("swat", "x*sigmoid(atan(x))") { Citation = Survey("section 3.3.26 (SwAT)") },
            new("aria2", "x*sigmoid(b*x)^a", Fixed("a", 1.5, Positive), Fixed("b", 2, Positive))
            {
                Year = 2018,
                Citation = "Patwari, ARiA, arXiv:1805.08878",
            },
            new("rmaf",
                "a*x*b*(1/(0.25*(1 + exp(-x)) + 0.75))^c",
                Learned("a", 1, Positive), Learned("b", 1, Positive), Learned("c", 1, Positive))
            {
                Year = 2020,
                Citation = "Yu, RMAF: ReLU-memristor-like AF, IEEE Access",
            },
            new("flatted_t_swish", "max(x, 0)*sigmoid(x) + t", Fixed("t", -0.20))
            {
                Year = 2018,
                Citation = "Chieng, Flatten-T Swish, arXiv:1812.06247",
                Slopes = [("0", "0")],
            },
            new("parametric_flatted_t_swish", "max(x, 0)*sigmoid(x) + t", Learned("t", -0.20))
            {
                Citation = Survey("section 4 (Chieng, PFTS)"),
                Slopes = [("0", "0")],
                StartsAs = "flatted_t_swish",
            },
            new("oaf", "max(x, 0) + x*sigmoid(x)") { Citation = Survey("eq. 150 (OAF)"), Slopes = [("0", "0.5")] },
            new("sc_swish", "max(x*sigmoid(x), 0)")
            {
                Year = 2020,
                Citation = "Mercioni, soft-clipping swish",
                Slopes = [("0", "0")],
            },
            new("sinlu", "(x + a*sin(b*x))*sigmoid(x)", Learned("a", 1), Learned("b", 1))
            {
                Year = 2022,
                Citation = "Paul, SinLU, Mathematics 10(3):337",
            },
            new("coslu", "(x + a*cos(b*x))*sigmoid(x)", Learned("a", 1), Learned("b", 1))
            {
                Year = 2023,
                Citation = "Pishchik, Trainable activations for image classification, preprints 202301.0463",
            },
        ]);
}
