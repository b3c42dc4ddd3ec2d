using static Hillock.Catalogue.Parameters;
using static Hillock.Catalogue.Sources;
using static Hillock.Expressions.ParameterDomain;

namespace Hillock.Catalogue;

internal static class LeakyRectifiers
{
    public static Family Family { get; } = new(
        "leaky_rectifiers",
        "Two half-lines that meet at a threshold, the left one not flat.",
        [
            new("leaky_relu", "where(x > 0, x, negative_slope*x)", Fixed("negative_slope", 0.01))
            {
                Year = 2013,
                Citation = "Maas, Hannun & Ng, Rectifier Nonlinearities Improve Neural Network Acoustic Models, "
                    + "ICML WDLASL 2013",
                Slopes = [("0", "negative_slope")],
                AlsoKnownAs =
                [
                    new("very_leaky_relu", "negative_slope=0.3333333333333333")
                    {
                        Year = 2014,
                        Citation = "Graham, Spatially-sparse CNN, arXiv:1409.6070",
                    },
                ],
            },
            new("prelu", "where(x > 0, x, a*x)", Learned("a", 0.25))
            {
                Year = 2015,
                Citation = "He, Zhang, Ren & Sun, Delving Deep into Rectifiers, ICCV 2015, arXiv:1502.01852",
                Slopes = [("0", "a")],
                AlsoKnownAs =
                [
                    new("rt_prelu")
                    {
                        Year = 2018,
                        Citation = "Cao, Randomly translational activation, Pattern Recognition",
                        Remark = EvaluationOnly,
                    },
                    new("elastic_prelu") { Year = 2018, Citation = "Jiang, EPReLU", Remark = EvaluationOnly },
                ],
            },
            new("rrelu", "where(x > 0, x, a*x)", Fixed("a", 11/48.0))
            {
                Year = 2015,
                Citation = "Xu, Wang, Chen & Li, Empirical Evaluation of Rectified Activations in Convolutional "
                    + "Network, arXiv:1505.00853",
                Remark = "In evaluation: the mean of the slopes, which training draws from [1/8, 1/3].",
                Slopes = [("0", "a")],
            },
            new("optimized_leaky_relu",
                "where(x > 0, x, x*exp(-(u + l)/(u - l)))",
                Fixed("l", 3), Fixed("u", 8))
            {
                Citation = Survey("section 3.6.2 (OLReLU)"),
                Slopes = [("0", "exp(-(u + l)/(u - l))")],
            },
            new("lelelu", "where(x > 0, a*x, 0.01*a*x)", Learned("a", 1, Positive))
            {
                Year = 2021,
                Citation = "Maniatopoulos & Mitianoudis, LeLeLU, Information 12(12)",
                Slopes = [("0", "0.01*a")],
                StartsAs = "leaky_relu",
            },
            new("dual_parametric_relu", "where(x > 0, a*x, b*x)", Learned("a", 1), Learned("b", 0.01))
            {
                Year = 2020,
                Citation = "Kim, DPReLU, Applied Sciences",
                Slopes = [("0", "b")],
                StartsAs = "leaky_relu",
            },
            new("dual_line",
                "where(x > 0, a*x + m, b*x + m)",
                Learned("a", 1), Learned("b", 0.01), Learned("m", -0.22))
            {
                Year = 2020,
                Citation = "Kim, DPReLU/Dual Line",
                Slopes = [("0", "b")],
            },
            new("pilu",
                "where(x > c, a*x + c*(1 - a), b*x + c*(1 - b))",
                Learned("a", 1), Learned("b", 0.01), Learned("c", 0))
            {
                Year = 2021,
                Citation = "Inturrisi, Piecewise linear units improve deep NNs, arXiv:2108.00700",
                Slopes = [("c", "b")],
                StartsAs = "leaky_relu",
            },
            new("attention_relu",
                "where(x > 0, (1 + sigmoid(b))*x, clamp(a, 0.01, 0.99)*x)",
                Learned("a", 0.9), Learned("b", 2))
            {
                Year = 2020,
                Citation = "Chen, AReLU, arXiv:2006.13858",
                Slopes = [("0", "clamp(a, 0.01, 0.99)")],
            },
            new("li_relu", "a*x + max(x, 0)", Fixed("a", 0.1, Positive))
            {
                Citation = Survey("eq. 131 (LiReLU)"),
                Slopes = [("0", "a")],
                AlsoKnownAs =
                [
                    new("ramp_darknet") { Year = 2013, Citation = "Redmon, darknet (no paper)" },
                ],
            },
            new("abs", "abs(x)")
            {
                Slopes = [("0", "0")],
                AlsoKnownAs =
                [
                    new("v_relu")
                    {
                        Year = 2013,
                        Citation = "modulus unit; Kunc & Kléma, Three Decades of Activations, arXiv:2402.09092, "
                            + "section 3.6.25",
                    },
                ],
            },
            new("abslu", "where(x > 0, x, -a*x)", Fixed("a", 0.5, Within(0, 1)))
            {
                Citation = Survey("section 3.6.27 (AbsLU)"),
                Remark = "The sources give no default; this one is ours.",
                Slopes = [("0", "-a")],
            },
            new("qrelu", "where(x > 0, x, 0.01*x - 2*x)")
            {
                Year = 2020,
                Citation = "Parisi, Quantum ReLU, arXiv:2010.08031",
                Slopes = [("0", "-1.99")],
            },
            new("m_qrelu", "where(x > 0, x, 0.01*x - x)")
            {
                Year = 2020,
                Citation = "Parisi, modified QReLU, arXiv:2010.08031",
                Slopes = [("0", "-0.99")],
            },
            new("react_prelu",
                "where(x > a, x - a + b, c*(x - a) + b)",
                Learned("a", 0), Learned("b", 0), Learned("c", 0.25))
            {
                Year = 2020,
                Citation = "Liu, ReActNet, arXiv:2003.03488",
                Slopes = [("a", "c")],
                StartsAs = "prelu",
            },
            new("clamped_leaky_relu",
                "min(where(x > 0, x, alpha*x), beta)",
                Fixed("alpha", 0.01), Fixed("beta", 6))
            {
                Year = 2020,
                Citation = "Core ML MIL op set (no paper)",
                Remark = "Core ML wants both parameters given; the defaults are ours.",
                Slopes = [("0", "alpha"), ("beta", "0")],
            },
            new("bounded_leaky_relu",
                "where(x <= 0, a*x, where(x < b, x, a*x + (1 - a)*b))",
                Fixed("a", 0.01, Between(0, 1)), Fixed("b", 1, Positive))
            {
                Year = 2016,
                Citation = "Liew, Bounded activation functions, Neurocomputing 216",
                Slopes = [("0", "a"), ("b", "a")],
            },
            new("sine_relu", "where(x > 0, x, a*(sin(x) - cos(x)))", Fixed("a", 0.0025, NonNegative))
            {
                Year = 2018,
                Citation = "Rodrigues, SineReLU (keras-contrib); Kunc & Kléma, Three Decades of Activations, "
                    + "arXiv:2402.09092, section 3.6.7",
                Remark = "Jumps by a at 0, as published.",
                Slopes = [("0", "a")],
            },
        ]);
}
