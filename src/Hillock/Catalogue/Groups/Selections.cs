using static Hillock.Catalogue.Parameters;
using static Hillock.Catalogue.Sources;
using static Hillock.Expressions.ParameterDomain;

namespace Hillock.Catalogue.Groups;

internal static class Selections
{
    public static GroupFamily Family { get; } = new(
        "selections",
        "Functions that choose among the elements of a line, or put results one behind the other.",
        [
            new("hardmax", new HardmaxForm())
            {
                Backward = "dx = 0",
                SpecialLines = "with NaN NaN; −∞ and +∞ are numbers like others",
                Remark = "Of equal maxima the first one counts, as in ONNX.",
            },
            new("maxout", new MaxoutForm(), Fixed("k", 2, AtLeast(1)))
            {
                Year = 2013,
                Citation = "Goodfellow, Warde-Farley, Mirza, Courville & Bengio, Maxout Networks, ICML 2013, arXiv:1302.4389",
                Backward = "dx_j = dy_i for the first maximum j of group i, 0 elsewhere",
                Remark = "k neighbours along the axis form a group; k is a whole number.",
            },
            new("crelu", new JoinedForm("max(x, 0)", "max(-x, 0)"))
            {
                Year = 2016,
                Citation = "Shang, Sohn, Almeida & Lee, Understanding and Improving Convolutional Neural Networks via "
                    + "Concatenated Rectified Linear Units, ICML 2016, arXiv:1603.05201",
                Backward = "dx = dy1*[x > 0] - dy2*[x < 0], dy1 and dy2 the halves of dy",
            },
            new("ncrelu", new JoinedForm("max(x, 0)", "min(x, 0)"))
            {
                Citation = Survey("section 3.6.35"),
                Backward = "dx = dy1*[x > 0] + dy2*[x < 0], dy1 and dy2 the halves of dy",
            },
            new("paired_relu",
                new JoinedForm("max(a*x - b, 0)", "max(c*x - d, 0)"),
                Fixed("a", 0.5), Fixed("b", 0), Fixed("c", -0.5), Fixed("d", 0))
            {
                Citation = Survey("section 4 (paired ReLU)"),
                Backward = "dx = a*dy1*[a*x > b] + c*dy2*[c*x > d], dy1 and dy2 the halves of dy",
                Remark = "a, b, c and d are learned in the source; here they stay as given.",
            },
        ]);
}
