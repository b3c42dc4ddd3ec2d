using static Hillock.Catalogue.Parameters;
using static Hillock.Catalogue.Sources;
using static Hillock.Expressions.ParameterDomain;

namespace Hillock.Catalogue;

internal static class BoundedRectifiers
{
    public static Family Family { get; } = new(
        "bounded_rectifiers",
        "Clamped lines: rectifiers with a ceiling, hard sigmoids, hard hyperbolic tangents.",
        [
            new("relu6", "clamp(x, 0, 6)")
            {
                Year = 2010,
                Citation = "Krizhevsky, Convolutional Deep Belief Networks on CIFAR-10, technical report 2010",
                Slopes = [("0", "0"), ("6", "0")],
            },
            new("clipped_relu", "clamp(x, 0, c)", Fixed("c", 1, Positive))
            {
                Year = 2014,
                Citation = "Hannun et al., Deep Speech, arXiv:1412.5567",
                Slopes = [("0", "0"), ("c", "0")],
                AlsoKnownAs =
                [
                    new("bounded_relu")
                    {
                        Year = 2016,
                        Citation = "Liew, Bounded activation functions, Neurocomputing 216",
                    },
                    new("relu_0_to_1") { Citation = "folklore (saturating linear)" },
                ],
            },
            new("relun", "min(max(x, 0), n)", Learned("n", 1, Positive))
            {
                Year = 2023,
                Citation = "Pishchik, Trainable activations for image classification, preprints 202301.0463; cf. "
                    + "ReLU6 (Krizhevsky 2010)",
                Slopes = [("0", "0"), ("n", "0")],
                StartsAs = "clipped_relu",
                AlsoKnownAs =
                [
                    new("relun_learnable")
                    {
                        Year = 2023,
                        Citation = "Pishchik, Trainable activations for image classification, preprints "
                            + "202301.0463; cf. ReLU6 (Krizhevsky 2010)",
                    },
                ],
            },
            new("clip", "clamp(x, lo, hi)", Fixed("lo", -1), Fixed("hi", 1))
            {
                Remark = "Caffe wants both bounds given; the defaults are ours. The slope at the bounds is "
                    + "Caffe's, 1; hard_tanh has PyTorch's, 0.",
                Slopes = [("lo", "1"), ("hi", "1")],
                StartsAs = "hard_tanh",
            },
            new("hard_tanh", "clamp(x, min_val, max_val)", Fixed("min_val", -1), Fixed("max_val", 1))
            {
                Year = 2004,
                Citation = "Collobert, Large Scale Machine Learning, PhD thesis, Univ. Paris 6, 2004",
                Slopes = [("min_val", "0"), ("max_val", "0")],
                AlsoKnownAs =
                [
                    new("nani_hard_tanh")
                    {
                        Year = 2016,
                        Citation = "Gulcehre, Moczulski, Denil & Bengio, Noisy Activation Functions, ICML 2016, "
                            + "arXiv:1603.00391",
                        Remark = EvaluationOnly,
                    },
                    new("nanis_hard_tanh")
                    {
                        Year = 2016,
                        Citation = "Gulcehre, Moczulski, Denil & Bengio, Noisy Activation Functions, ICML 2016, "
                            + "arXiv:1603.00391",
                        Remark = EvaluationOnly,
                    },
                    new("nani_learned_p_hard_tanh")
                    {
                        Year = 2016,
                        Citation = "Gulcehre, Moczulski, Denil & Bengio, Noisy Activation Functions, ICML 2016, "
                            + "arXiv:1603.00391",
                        Remark = EvaluationOnly,
                    },
                ],
            },
            new("hard_tanh_vertical_shift", "clamp(x, -1, 1) + a", Fixed("a", 0))
            {
                Citation = Survey("eq. 115 (SvHardTanh)"),
                Slopes = [("-1", "0"), ("1", "0")],
                StartsAs = "hard_tanh",
            },
            new("hard_tanh_horizontal_shift", "clamp(x + a, -1, 1)", Fixed("a", 0))
            {
                Citation = Survey("eq. 117 (ShHardTanh)"),
                Slopes = [("-1 - a", "0"), ("1 - a", "0")],
                StartsAs = "hard_tanh",
            },
            new("adaptive_hard_tanh", "clamp(a*(x - b), -1, 1)", Fixed("a", 1, Positive), Learned("b", 0))
            {
                Citation = Survey("section 4"),
                Slopes = [("b - 1/a", "0"), ("b + 1/a", "0")],
                StartsAs = "hard_tanh",
            },
            new("hard_tanh_leaky",
                "where(x > b, b + a*(x - b), where(x < -b, -b + a*(x + b), x))",
                Fixed("a", 0.01, Between(0, 1)), Fixed("b", 1, Positive))
            {
                Year = 2022,
                Citation = "leaky hardtanh, github erikbuh/leaky_hardtanh",
                Slopes = [("-b", "1"), ("b", "1")],
            },
            new("leaky_hard_tanh", "where(x < 0, 0.001*x, where(x > 1, 0.001*(x - 1) + 1, x))")
            {
                Year = 2013,
                Citation = "Redmon, darknet (no paper)",
                Slopes = [("0", "0.001"), ("1", "0.001")],
            },
            new("hard_sigmoid", "clamp(x/6 + 0.5, 0, 1)")
            {
                Year = 2019,
                Citation = "Howard et al., Searching for MobileNetV3, ICCV 2019, arXiv:1905.02244",
                Slopes = [("-3", "0"), ("3", "0")],
                AlsoKnownAs =
                [
                    new("hard_sigmoid_mobilenet") { Year = 2019, Citation = "Howard, MobileNetV3, arXiv:1905.02244" },
                ],
            },
            new("hard_sigmoid_02", "clamp(0.2*x + 0.5, 0, 1)")
            {
                Year = 2015,
                Citation = "Courbariaux, Bengio & David, BinaryConnect, NeurIPS 2015, arXiv:1511.00363 uses "
                    + "clamp((x+1)/2); the 0.2 slope comes from Theano/Keras 1-2; cf. Gulcehre et al., Noisy "
                    + "Activation Functions, ICML 2016, arXiv:1603.00391",
                Slopes = [("-2.5", "0"), ("2.5", "0")],
                AlsoKnownAs =
                [
                    new("hard_sigmoid_theano")
                    {
                        Year = 2010,
                        Citation = "Theano/Keras convention; Kunc & Kléma, Three Decades of Activations, "
                            + "arXiv:2402.09092, eq. 113",
                    },
                ],
            },
            new("hard_sigmoid_gulcehre", "clamp(0.25*x + 0.5, 0, 1)")
            {
                Year = 2016,
                Citation = "Gulcehre, Moczulski, Denil & Bengio, Noisy Activation Functions, ICML 2016, "
                    + "arXiv:1603.00391",
                Slopes = [("-2", "0"), ("2", "0")],
                AlsoKnownAs =
                [
                    new("nani_hard_sigmoid")
                    {
                        Year = 2016,
                        Citation = "Gulcehre, Moczulski, Denil & Bengio, Noisy Activation Functions, ICML 2016, "
                            + "arXiv:1603.00391",
                        Remark = EvaluationOnly,
                    },
                    new("nanis_hard_sigmoid")
                    {
                        Year = 2016,
                        Citation = "Gulcehre, Moczulski, Denil & Bengio, Noisy Activation Functions, ICML 2016, "
                            + "arXiv:1603.00391",
                        Remark = EvaluationOnly,
                    },
                    new("nani_learned_p_hard_sigmoid")
                    {
                        Year = 2016,
                        Citation = "Gulcehre, Moczulski, Denil & Bengio, Noisy Activation Functions, ICML 2016, "
                            + "arXiv:1603.00391",
                        Remark = EvaluationOnly,
                    },
                ],
            },
            new("sparse_sigmoid", "clamp((x + 1)/2, 0, 1)")
            {
                Year = 2019,
                Citation = "Blondel, Martins & Niculae, arXiv:1901.02324 section 6.2",
                Slopes = [("-1", "0"), ("1", "0")],
                AlsoKnownAs =
                [
                    new("hard_sigmoid_binaryconnect")
                    {
                        Year = 2015,
                        Citation = "Courbariaux, Bengio & David, BinaryConnect, NeurIPS 2015, arXiv:1511.00363",
                    },
                ],
            },
            new("plse", "where(x < -4, 0.01*(x + 4), where(x > 4, 0.01*(x - 4) + 1, 0.125*x + 0.5))")
            {
                Year = 2013,
                Citation = "Redmon, darknet (no paper)",
                Slopes = [("-4", "0.125"), ("4", "0.125")],
            },
            new("ramp_encog",
                "where(x < th_lo, lo, where(x > th_hi, hi, x*(th_hi - th_lo)/(hi - lo)))",
                Fixed("th_hi", 1), Fixed("th_lo", 0), Fixed("hi", 1), Fixed("lo", 0))
            {
                Year = 2008,
                Citation = "Encog (no paper)",
                Remark = "As Encog computes it: the slope is the inverse of the geometric one, so it jumps at "
                    + "other parameters.",
                Slopes = [("th_lo", "(th_hi - th_lo)/(hi - lo)"), ("th_hi", "(th_hi - th_lo)/(hi - lo)")],
                StartsAs = "clipped_relu",
            },
            new("smoothstep",
                "where(x > a/2, 1, where(x > -a/2, (x/a + 0.5)^2*(2 - 2*x/a), 0))",
                Fixed("a", 2, Positive))
            {
                Year = 2020,
                Citation = "Hazimeh, The tree ensemble layer, ICML, arXiv:2002.07772",
            },
            new("sqnl", "where(x > 2, 1, where(x > 0, x - x^2/4, where(x > -2, x + x^2/4, -1)))")
            {
                Year = 2018,
                Citation = "Wuraola & Patel, SQNL, IJCNN",
            },
            new("log_sqnl", "where(x > 2, 1, where(x > 0, 0.5 + x/2 - x^2/8, where(x > -2, (x + 2)^2/8, 0)))")
            {
                Citation = Survey("section 3.8.6 (LogSQNL)"),
            },
        ]);
}
