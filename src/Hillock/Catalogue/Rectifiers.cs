using Hillock.Expressions;
using static Hillock.Catalogue.Parameters;

namespace Hillock.Catalogue;

/// <summary>Piecewise linear and piecewise polynomial units around a threshold.</summary>
internal static class Rectifiers
{
    public static IReadOnlyList<CatalogueEntry> Entries { get; } =
    [
        new("identity", "x") { Citation = "folklore (linear unit)" },
        new("relu", "max(x, 0)")
        {
            Year = 2010,
            Citation = "Nair & Hinton, Rectified Linear Units Improve Restricted Boltzmann Machines, ICML 2010 "
                + "(earlier: Fukushima 1969; later: Glorot, Bordes & Bengio, AISTATS 2011)",
            Slopes = [("0", "0")],
        },
        new("leaky_relu", "where(x > 0, x, negative_slope*x)", Fixed("negative_slope", 0.01))
        {
            Year = 2013,
            Citation = "Maas, Hannun & Ng, Rectifier Nonlinearities Improve Neural Network Acoustic Models, "
                + "ICML WDLASL 2013",
            Slopes = [("0", "negative_slope")],
        },
        new("prelu", "where(x > 0, x, a*x)", Learned("a", 0.25))
        {
            Year = 2015,
            Citation = "He, Zhang, Ren & Sun, Delving Deep into Rectifiers, ICCV 2015, arXiv:1502.01852",
            Slopes = [("0", "a")],
        },
        new("relu6", "clamp(x, 0, 6)")
        {
            Year = 2010,
            Citation = "Krizhevsky, Convolutional Deep Belief Networks on CIFAR-10, technical report 2010",
            Slopes = [("0", "0"), ("6", "0")],
        },
        new("thresholded_relu", "where(x > theta, x, 0)", Fixed("theta", 1, ParameterDomain.NonNegative))
        {
            Year = 2014,
            Citation = "Konda, Memisevic & Krueger, Zero-bias autoencoders and the benefits of co-adapting features, "
                + "arXiv:1402.3337",
            Slopes = [("theta", "0")],
        },
        new("relu_squared", "max(x, 0)^2")
        {
            Year = 2021,
            Citation = "So et al., Primer: Searching for Efficient Transformers for Language Modeling, arXiv:2109.08668",
        },
        new("abs", "abs(x)") { Slopes = [("0", "0")] },
        new("step", "where(x > threshold, 1, 0)", Fixed("threshold", 0))
        {
            Year = 1943,
            Citation = "McCulloch & Pitts 1943; Rosenblatt 1958",
            Slopes = [("threshold", "0")],
        },
        new("soft_shrink", "sign(x)*max(abs(x) - lambd, 0)", Fixed("lambd", 0.5, ParameterDomain.NonNegative))
        {
            Year = 1994,
            Citation = "Donoho & Johnstone, Ideal spatial adaptation by wavelet shrinkage, Biometrika 1994 "
                + "(soft thresholding)",
            Slopes = [("-lambd", "0"), ("lambd", "0")],
        },
        new("hard_shrink", "where(x > lambd, x, where(x < -lambd, x, 0))",
            Fixed("lambd", 0.5, ParameterDomain.NonNegative))
        {
            Year = 1994,
            Citation = "Donoho & Johnstone, Ideal spatial adaptation by wavelet shrinkage, Biometrika 1994 "
                + "(hard thresholding)",
            Slopes = [("-lambd", "0"), ("lambd", "0")],
        },
    ];
}
