using static Hillock.Catalogue.Parameters;
using static Hillock.Catalogue.Sources;
using static Hillock.Expressions.ParameterDomain;

namespace Hillock.Catalogue.Groups;

internal static class LineNormalisations
{
    public static GroupFamily Family { get; } = new(
        "line_normalisations",
        "Elements scaled or shifted by a norm or a mean of their line.",
        [
            new("squash",
                new ReducedForm("x*where(r > 1, 1/(r + 1/r), r/(1 + r^2)) where r = norm(x)"))
            {
                Year = 2017,
                Citation = "Sabour, Frosst & Hinton, Dynamic Routing Between Capsules, NeurIPS 2017, arXiv:1710.09829",
                Backward = "dx = c*dy + (c'/r)*(x . dy)*x with c = r/(1 + r^2), c' = (1 - r^2)/(1 + r^2)^2",
                SpecialLines = "with ±∞ NaN; the zero line gives 0 with gradient 0",
                Remark = "r²/(1 + r²) · x/r, written so that neither r = 0 nor a huge r loses the value.",
            },
            new("average_biased_relu", new ReducedForm("max(x - m, 0) where m = mean(x)"))
            {
                Year = 2018,
                Citation = "Dubey & Chakraborty, Average Biased ReLU, arXiv:1804.02051",
                Backward = "dx_j = [x_j > m]*dy_j - mean_i [x_i > m]*dy_i",
                SpecialLines = "with ±∞ NaN",
                AlsoKnownAs = [new("abrelu") { Year = 2018, Citation = "Dubey & Chakraborty, arXiv:1804.02051" }],
            },
            new("aoaf",
                new ReducedForm("max(x - b*m, 0) + c*m where m = mean(x)"), Fixed("b", 0.17), Fixed("c", 0.17))
            {
                Citation = Survey("section 4 (adaptive offset activation function)"),
                Backward = "dx_j = [x_j > b*m]*dy_j + mean_i (c - b*[x_i > b*m])*dy_i",
                SpecialLines = "with ±∞ NaN",
            },
            new("polynorm",
                new ReducedForm("w1*x/sqrt(p + eps) + w2*x^2/sqrt(q + eps) + w3*x^3/sqrt(r + eps) + b "
                    + "where p = mean(x^2), q = mean(x^4), r = mean(x^6)"),
                Fixed("w1", 1.0 / 3), Fixed("w2", 1.0 / 3), Fixed("w3", 1.0 / 3), Fixed("b", 0),
                Fixed("eps", 1e-6, Positive))
            {
                Year = 2024,
                Citation = "Zhuo et al., Polynomial Composition Activations, arXiv:2411.03884",
                Backward = "each term as root-mean-square normalisation of a power of x",
                SpecialLines = "with ±∞ NaN; so are lines whose sixth powers overflow",
                Remark = "w1, w2, w3 and b are learned in the paper; here they stay as given.",
            },
        ]);
}
