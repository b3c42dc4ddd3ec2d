using static Hillock.Catalogue.Parameters;
using static Hillock.Catalogue.Sources;
using static Hillock.Expressions.ParameterDomain;

namespace Hillock.Catalogue.Groups;

internal static class SoftmaxFunctions
{
    private const string NormalisedBackward = "dx_j = w'(x_j)*(dy_j - sum_i dy_i*y_i)/s";

    private const string SoftmaxLines = "with +∞ NaN, on request one-hot; all −∞ NaN, on request masked";

    private const string NormalisedLines = "with ±∞ NaN";

    private const string DeBrebisson = "de Brébisson & Vincent, An Exploration of Softmax Alternatives Belonging to the "
        + "Spherical Loss Family, ICLR 2016, arXiv:1511.05042";

    private const string Gumbel = "Jang, Gu & Poole, Categorical Reparameterization with Gumbel-Softmax, ICLR 2017, "
        + "arXiv:1611.01144; Maddison, Mnih & Teh, arXiv:1611.00712";

    public static GroupFamily Family { get; } = new(
        "softmax_functions",
        "Weights of the elements of a line, divided by their sum, and logarithms of them.",
        [
            new("softmax",
                new ReducedForm("exp((x - m)/t)/s where m = anchor(x), s = sum(exp((x - m)/t))", Masked: 0),
                Fixed("t", 1, Positive))
            {
                Year = 1990,
                Citation = "Bridle, Probabilistic Interpretation of Feedforward Classification Network Outputs, 1990",
                Backward = "dx_j = y_j*(dy_j - sum_i dy_i*y_i)/t; the Jacobian is (diag(y) - y y^T)/t",
                SpecialLines = SoftmaxLines,
            },
            new("log_softmax",
                new ReducedForm(
                    "(x - m)/t - log(s) where m = anchor(x), s = sum(exp((x - m)/t))", Masked: double.NegativeInfinity),
                Fixed("t", 1, Positive))
            {
                Backward = "dx_j = (dy_j - softmax(x)_j*sum_i dy_i)/t",
                SpecialLines = SoftmaxLines,
            },
            new("softmin",
                new ReducedForm("exp((-x - m)/t)/s where m = anchor(-x), s = sum(exp((-x - m)/t))", Masked: 0),
                Fixed("t", 1, Positive))
            {
                Backward = "dx_j = -y_j*(dy_j - sum_i dy_i*y_i)/t",
                SpecialLines = "with −∞ NaN, on request one-hot; all +∞ NaN, on request masked",
                Remark = "softmax(−x).",
            },
            new("log_softmin",
                new ReducedForm(
                    "(-x - m)/t - log(s) where m = anchor(-x), s = sum(exp((-x - m)/t))", Masked: double.NegativeInfinity),
                Fixed("t", 1, Positive))
            {
                Backward = "dx_j = -(dy_j - softmin(x)_j*sum_i dy_i)/t",
                SpecialLines = "with −∞ NaN, on request one-hot; all +∞ NaN, on request masked",
                Remark = "log(softmax(−x)).",
            },
            new("taylor_softmax",
                new ReducedForm("(((x + 1)/m)^2 + 1/m^2)/s where m = anchor(max(abs(x + 1), 1)), "
                    + "s = sum(((x + 1)/m)^2 + 1/m^2)"))
            {
                Year = 2015,
                Citation = DeBrebisson,
                Backward = NormalisedBackward,
                SpecialLines = NormalisedLines,
                Remark = "The weights are 1 + x + x²/2, here times 2/m², which keeps them in range.",
            },
            new("spherical_softmax",
                new ReducedForm("((x/m)^2 + (sqrt(eps)/m)^2)/s where m = anchor(max(abs(x), sqrt(eps))), "
                    + "s = sum((x/m)^2 + (sqrt(eps)/m)^2)"),
                Fixed("eps", 0, NonNegative))
            {
                Year = 2015,
                Citation = DeBrebisson,
                Backward = NormalisedBackward,
                SpecialLines = "with ±∞ NaN; all 0 NaN where eps = 0, otherwise 1/n",
                Remark = "The weights are x² + eps. AiDotNet's function of this name is another, softmax(x/‖x‖).",
            },
            new("sqmax",
                new ReducedForm("((x + c)/m)^2/s where m = anchor(abs(x + c)), s = sum(((x + c)/m)^2)"),
                Fixed("c", 4, NonNegative))
            {
                Citation = Survey("eq. 189"),
                Backward = NormalisedBackward,
                SpecialLines = "with ±∞ NaN; all −c NaN",
                Remark = "The weights are (x + c)².",
            },
            new("sparsemax", new ReducedForm("max(x - t, 0) where t = threshold(x)"))
            {
                Year = 2016,
                Citation = "Martins & Astudillo, From Softmax to Sparsemax, ICML 2016, arXiv:1602.02068",
                Backward = "dx_j = dy_j - mean of dy over the support for j in the support {y > 0}, 0 elsewhere",
                SpecialLines = "with +∞ NaN; all −∞ NaN",
                Remark = "The projection of x onto the simplex: t is the number with sum(max(x − t, 0)) = 1.",
            },
            new("gumbel_softmax", new GumbelForm(IsHard: false), Fixed("tau", 1, Positive))
            {
                Year = 2016,
                Citation = Gumbel,
                Backward = "that of softmax at z, times 1/tau, with the noise of the forward pass",
                SpecialLines = SoftmaxLines,
                Remark = "Noise in training; in evaluation softmax(x/tau), as all elements have the same mean noise.",
            },
            new("gumbel_softmax_hard", new GumbelForm(IsHard: true), Fixed("tau", 1, Positive))
            {
                Year = 2016,
                Citation = Gumbel,
                Backward = "that of gumbel_softmax, straight through",
                SpecialLines = SoftmaxLines,
                Remark = "A draw of a class; PyTorch's hard=True.",
            },
        ]);
}
