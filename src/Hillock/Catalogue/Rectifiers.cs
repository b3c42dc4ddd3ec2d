using Hillock.Expressions;
using static Hillock.Catalogue.Parameters;
using static Hillock.Catalogue.Sources;
using static Hillock.Expressions.ParameterDomain;

namespace Hillock.Catalogue;

internal static class Rectifiers
{
    public static Family Family { get; } = new(
        "rectifiers",
        "One side is cut off: max(x, 0), shifted, scaled and thresholded.",
        [
            new("relu", "max(x, 0)")
            {
                Year = 2010,
                Citation = "Nair & Hinton, Rectified Linear Units Improve Restricted Boltzmann Machines, ICML 2010 "
                    + "(earlier: Fukushima 1969; later: Glorot, Bordes & Bengio, AISTATS 2011)",
                Slopes = [("0", "0")],
                AlsoKnownAs =
                [
                    new("noisy_relu")
                    {
                        Year = 2010,
                        Citation = "Nair & Hinton, RBM rectified linear units, ICML",
                        Remark = EvaluationOnly,
                    },
                    new("nani_relu")
                    {
                        Year = 2016,
                        Citation = "Gulcehre, Moczulski, Denil & Bengio, Noisy Activation Functions, ICML 2016, "
                            + "arXiv:1603.00391",
                        Remark = EvaluationOnly,
                    },
                    new("probact_relu")
                    {
                        Year = 2019,
                        Citation = "Shridhar, ProbAct, arXiv:1905.10761",
                        Remark = EvaluationOnly,
                    },
                    new("rt_relu")
                    {
                        Year = 2018,
                        Citation = "Cao, Randomly translational activation, Pattern Recognition",
                        Remark = EvaluationOnly,
                    },
                    new("elastic_relu")
                    {
                        Year = 2018,
                        Citation = "Jiang, Deep NNs with elastic rectified linear units, PRL",
                        Remark = EvaluationOnly,
                    },
                ],
            },
            new("sloped_relu", "a*max(x, 0)", Fixed("a", 1, Within(1, 10)))
            {
                Citation = Survey("section 3.6.5 (sloped ReLU)"),
                Slopes = [("0", "0")],
                StartsAs = "relu",
            },
            new("prelu_positive", "a*max(x, 0)", Learned("a", 1))
            {
                Citation = Survey("section 4 (PReLU+ (positive PReLU))"),
                Slopes = [("0", "0")],
                StartsAs = "relu",
            },
            new("displaced_relu", "max(x, -d)", Fixed("d", 0.05, NonNegative))
            {
                Year = 2019,
                Citation = "Macedo, displaced rectifier linear units, ESWA",
                Slopes = [("-d", "0")],
                AlsoKnownAs =
                [
                    new("shifted_relu", "d=1")
                    {
                        Year = 2016,
                        Citation = "Clevert, ELU paper (SReLU baseline), arXiv:1511.07289",
                    },
                ],
            },
            new("delay_relu", "max(x - a, 0)", Fixed("a", 0.08))
            {
                Citation = Survey("eq. 146 (delay ReLU (DRLU))"),
                Slopes = [("a", "0")],
            },
            new("margin_relu", "max(x, a)", Learned("a", 0))
            {
                Year = 2019,
                Citation = "Heo, overhaul of feature distillation, arXiv:1904.01866",
                Slopes = [("a", "0")],
                StartsAs = "relu",
            },
            new("flexible_relu", "max(x, 0) + b", Learned("b", 0))
            {
                Year = 2018,
                Citation = "Qiu, FReLU: flexible rectified linear units, arXiv:1706.08098",
                Slopes = [("0", "0")],
                StartsAs = "relu",
            },
            new("shilu", "a*max(x, 0) + b", Learned("a", 1), Learned("b", 0))
            {
                Year = 2023,
                Citation = "Pishchik, Trainable activations for image classification, preprints 202301.0463",
                Slopes = [("0", "0")],
                StartsAs = "relu",
            },
            new("thresholded_relu", "where(x > theta, x, 0)", Fixed("theta", 1, ParameterDomain.NonNegative))
            {
                Year = 2014,
                Citation = "Konda, Memisevic & Krueger, Zero-bias autoencoders and the benefits of co-adapting "
                    + "features, "
                    + "arXiv:1402.3337",
                Slopes = [("theta", "0")],
            },
            new("threshold", "where(x > threshold, x, value)", Fixed("threshold", 1), Fixed("value", 0))
            {
                Year = 2016,
                Citation = "Torch7/PyTorch API (no paper)",
                Remark = "PyTorch wants both parameters given; the defaults are ours.",
                Slopes = [("threshold", "0")],
                StartsAs = "thresholded_relu",
            },
            new("relu_general",
                "where(x > threshold, min(x, max_value), negative_slope*(x - threshold))",
                Fixed("negative_slope", 0, NonNegative), Fixed("max_value", 6, NonNegative),
                Fixed("threshold", 0, NonNegative))
            {
                Year = 2018,
                Citation = "Keras API (no paper)",
                Remark = "Keras has no max_value unless one is given; the default 6 is ours.",
                Slopes = [("threshold", "negative_slope"), ("max_value", "0")],
                StartsAs = "relu6",
            },
            new("natural_log_relu", "log1p(b*max(x, 0))", Fixed("b", 1, Positive))
            {
                Year = 2019,
                Citation = "Liu, Natural-logarithm-rectified AF, arXiv:1908.03682",
                Slopes = [("0", "0")],
            },
            new("prenu", "where(x > 0, x - a*log1p(x), 0)", Learned("a", 0.25, Within(0, 1)))
            {
                Year = 2021,
                Citation = "El Jaafari, parametric rectified nonlinear unit, Signal Img Video Proc.",
                Remark = "The sources give no default; this one is ours.",
                Slopes = [("0", "0")],
            },
            new("frac_relu",
                "where(x > 0, x^(1 - a)/g, 0)",
                Learned("a", 0.5, FromUpTo(0, 1)), Fixed("g", 0.886226925452758, Positive))
            {
                Citation = Survey("section 4 (fractional ReLU)"),
                Remark = "g stands for Γ(2 − a) at the default of a.",
                Slopes = [("0", "0")],
            },
            new("rectified_blu", "where(x > 0, b*(sqrt(x^2 + 1) - 1) + x, 0)", Learned("b", 0, Within(-1, 1)))
            {
                Citation = Survey("section 4 (ReBLU)"),
                Slopes = [("0", "0")],
                StartsAs = "relu",
            },
            new("crrelu", "max(x, 0) + epsilon*x*exp(-x^2/2)", Learned("epsilon", 0.01))
            {
                Year = 2024,
                Citation = "Sun, A method on searching better activation functions, arXiv:2405.12954",
                Slopes = [("0", "epsilon")],
            },
        ]);
}
