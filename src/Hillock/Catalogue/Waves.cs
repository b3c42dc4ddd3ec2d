using Hillock.Expressions;
using static Hillock.Catalogue.Parameters;
using static Hillock.Catalogue.Sources;
using static Hillock.Expressions.ParameterDomain;

namespace Hillock.Catalogue;

internal static class Waves
{
    public static Family Family { get; } = new(
        "waves",
        "Periodic units, and waves that ride on a line or fade away.",
        [
            new("sin", "sin(omega*x)", Fixed("omega", 1))
            {
                Citation = "folklore; Sitzmann et al., Implicit Neural Representations with Periodic Activation "
                    + "Functions, "
                    + "NeurIPS 2020, arXiv:2006.09661",
                AlsoKnownAs =
                [
                    new("sine")
                    {
                        Year = 1987,
                        Citation = "Lapedes & Farber, nonlinear signal processing; Kunc & Kléma, Three Decades of "
                            + "Activations, arXiv:2402.09092, section 3.29",
                    },
                    new("siren", "omega=30")
                    {
                        Year = 2020,
                        Citation = "Sitzmann, Implicit neural representations with periodic AFs, arXiv:2006.09661",
                    },
                    new("sine_pi", "omega=3.141592653589793") { Citation = Survey("section 3.29") },
                ],
            },
            new("cos", "cos(omega*x)", Fixed("omega", 1))
            {
                Citation = "FANN",
                AlsoKnownAs =
                [
                    new("cosine") { Year = 1989, Citation = "Gallant & White cosine; folklore" },
                ],
            },
            new("sin_unit", "0.5*sin(s*x) + 0.5", Fixed("s", 1)) { Citation = "FANN" },
            new("cos_unit", "0.5*cos(s*x) + 0.5", Fixed("s", 1)) { Citation = "FANN" },
            new("one_minus_cosine", "1 - cos(x)") { Citation = Survey("section 3.30") },
            new("sin_plus_cos", "sin(x) + cos(x)")
            {
                Year = 2020,
                Citation = "Ziyin, arXiv:2006.08195 (baseline); survey SinCos",
            },
            new("snake", "x + (1 - cos(2*a*x))/(2*a)", Learned("a", 1, ParameterDomain.NonZero))
            {
                Year = 2020,
                Citation = "Liu, Hartwig & Ueda, Neural Networks Fail to Learn Periodic Functions and How to Fix It, "
                    + "NeurIPS 2020, arXiv:2006.08195",
            },
            new("snake_beta", "x + sin(a*x)^2/b", Learned("a", 1, Positive), Learned("b", 1, Positive))
            {
                Year = 2023,
                Citation = "Lee, BigVGAN, arXiv:2206.04658",
                StartsAs = "snake",
            },
            new("x_plus_sin", "x + sin(x)") { Year = 2020, Citation = "Ziyin, arXiv:2006.08195 (baseline)" },
            new("x_plus_cos", "x + cos(x)") { Year = 2020, Citation = "Ziyin, arXiv:2006.08195 (baseline)" },
            new("cosid", "cos(x) - x") { Citation = Survey("section 3.31 (cosid)") },
            new("sinp", "sin(x) - a*x", Fixed("a", 1)) { Citation = Survey("section 3.32 (sinp)") },
            new("arctid", "atan(x)^2 - x") { Citation = Survey("eq. 217 (arctid)") },
            new("minsin", "min(x, sin(x))") { Citation = Survey("section 3.6.8 (minsin)") },
            new("variational_linear_unit", "max(x, 0) + a*sin(b*x)", Fixed("a", 0.1), Fixed("b", 1))
            {
                Year = 2021,
                Citation = "Gupta, VLU/PVLU, arXiv:2110.12246",
                Remark = "The sources give no defaults; these are ours.",
                Slopes = [("0", "a*b")],
            },
            new("parametric_vlu", "max(x, 0) + a*sin(b*x)", Learned("a", 0.1), Learned("b", 1))
            {
                Year = 2021,
                Citation = "Gupta, VLU/PVLU, arXiv:2110.12246",
                Slopes = [("0", "a*b")],
                StartsAs = "variational_linear_unit",
            },
            new("growing_cosine_unit", "x*cos(x)")
            {
                Year = 2021,
                Citation = "Noel, Growing cosine unit, arXiv:2108.12943",
            },
            new("amplifying_sine_unit", "x*sin(x)") { Citation = Survey("section 3.34 (ASU)") },
            new("sinc",
                "where(abs(a*x) < 0.02, 1 - (a*x)^2/6 + (a*x)^4/120 - (a*x)^6/5040, sin(a*x)/(a*x))",
                Fixed("a", 1, Positive))
            {
                Year = 2024,
                Citation = "Saratchandran, Sampling theory perspective on activations for INR, arXiv:2402.05427",
                Remark = "Near 0 by its series, which is exact to 1e-19 there.",
            },
            new("sinc_normalized",
                "where(abs(x) < 0.006, 1 - (pi*x)^2/6 + (pi*x)^4/120 - (pi*x)^6/5040, sin(pi*x)/(pi*x))")
            {
                Citation = Survey("section 3.35"),
                Remark = "Near 0 by its series, which is exact to 1e-19 there.",
            },
            new("shifted_sinc_unit",
                "where(abs(x - pi) < 0.02, pi*(1 - (x - pi)^2/6 + (x - pi)^4/120 - (x - pi)^6/5040), pi*sin(x)/(pi "
                    + "- x))")
            {
                Year = 2021,
                Citation = "Noel, Biologically inspired oscillating AFs, arXiv:2111.04020",
                Remark = "Near π by its series, which is exact to 1e-19 there.",
            },
            new("decaying_sine_unit",
                "where(abs(abs(x) - pi) < 0.02, sign(x)*pi^2/(pi + abs(x))*(1 - (abs(x) - pi)^2/6 + (abs(x) - "
                    + "pi)^4/120 - (abs(x) - pi)^6/5040), pi^2*sin(x)/(pi^2 - x^2))")
            {
                Year = 2021,
                Citation = "Noel, Biologically inspired oscillating AFs, arXiv:2111.04020",
                Remark = "Near ±π by its series, which is exact to 1e-19 there.",
            },
            new("finer", "sin(w*(abs(x) + 1)*x)", Fixed("w", 30, Positive))
            {
                Year = 2024,
                Citation = "Liu, FINER, CVPR, arXiv:2312.02434",
            },
            new("hosc", "tanh(b*sin(w*x))", Learned("b", 4, Positive), Fixed("w", 30, Positive))
            {
                Year = 2024,
                Citation = "Serrano/Wlodarczyk, HOSC, arXiv:2601.07870 (2026 version)",
                Remark = "The sources give no defaults; these are ours.",
            },
            new("h_siren_first_layer", "sin(w*sinh(2*x))", Fixed("w", 1, Positive))
            {
                Year = 2024,
                Citation = "Gao & Jaiman, H-SIREN, arXiv:2410.04716",
            },
            new("staf_2",
                "c1*sin(w1*x + p1) + c2*sin(w2*x + p2)",
                Learned("c1", 1), Learned("w1", 1), Learned("p1", 0), Learned("c2", 0.5), Learned("w2", 2),
                Learned("p2", 0))
            {
                Year = 2025,
                Citation = "Morsali, STAF, arXiv:2502.00869",
                Remark = "The sources give no defaults; these are ours.",
            },
            new("wire_real", "cos(w*x)*exp(-(s*x)^2)", Fixed("w", 10, Positive), Fixed("s", 10, Positive))
            {
                Year = 2023,
                Citation = "Saragadam, WIRE, CVPR, arXiv:2301.05187 (real part of the Gabor wavelet)",
            },
            new("morlet", "cos(5*x)*exp(-x^2/2)")
            {
                Year = 1992,
                Citation = "wavelet networks (Zhang & Benveniste); Wav-KAN arXiv:2405.12832",
            },
            new("fourier_series_2",
                "a + b1*cos(d*x) + c1*sin(d*x) + b2*cos(2*d*x) + c2*sin(2*d*x)",
                Learned("a", 0), Learned("b1", 0.1), Learned("c1", 0.1), Learned("b2", 0.1), Learned("c2", 0.1),
                Learned("d", 1))
            {
                Citation = Survey("section 4 (Fourier series AF (FSA), rank 2)"),
            },
            new("rowdy_relu_2",
                "max(x, 0) + n*a1*sin(n*x) + n*a2*sin(2*n*x)",
                Learned("a1", 0), Learned("a2", 0), Fixed("n", 10, AtLeast(1)))
            {
                Year = 2022,
                Citation = "Jagtap, Deep Kronecker NN / Rowdy, arXiv:2105.09513",
                Slopes = [("0", "n^2*(a1 + 2*a2)")],
                StartsAs = "relu",
            },
            new("cascade_chaotic",
                "a*sin(pi*b*sin(pi*x))",
                Fixed("a", 1, Within(0, 1)), Fixed("b", 1, Within(0, 1)))
            {
                Citation = Survey("section 3.48.3 (cascade chaotic AF)"),
            },
            new("fusion_chaotic_hidden",
                "q*x*(1 - x) + x + a - b/(2*pi)*sin(2*pi*x)",
                Fixed("q", 4, AboveUpTo(0, 4)), Fixed("a", 0), Fixed("b", 0))
            {
                Citation = Survey("section 3.48.2 (fusion of chaotic AF)"),
            },
            new("expsin", "exp(-sin(a*x))", Fixed("a", 1, Positive))
            {
                Year = 2022,
                Citation = "Ramasinghe & Lucey, Beyond periodicity, arXiv:2111.15135",
            },
        ]);
}
