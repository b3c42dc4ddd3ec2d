using static Hillock.Catalogue.Parameters;
using static Hillock.Catalogue.Sources;
using static Hillock.Expressions.ParameterDomain;

namespace Hillock.Catalogue;

internal static class Growth
{
    public static Family Family { get; } = new(
        "growth",
        "Exponentials, logarithms and hyperbolic functions that grow on both sides.",
        [
            new("exp", "exp(x)"),
            new("exp_affine",
                "base^(shift + scale*x)",
                Fixed("base", Math.E, Positive), Fixed("scale", 1), Fixed("shift", 0))
            {
                Year = 2014,
                Citation = "Jia et al., Caffe: Convolutional Architecture for Fast Feature Embedding, ACM MM 2014",
                StartsAs = "exp",
            },
            new("exponential_decay", "exp(-x)") { Citation = Survey("section 3.39 (exponential AF)") },
            new("expm1", "expm1(x)"),
            new("scaled_exp", "a*expm1(b*x)", Learned("a", 1), Learned("b", 1))
            {
                Citation = Survey("section 4 (SExp)"),
                StartsAs = "expm1",
            },
            new("log_affine",
                "log(shift + scale*x)/log(base)",
                Fixed("base", Math.E, Positive), Fixed("scale", 1), Fixed("shift", 0))
            {
                Year = 2014,
                Citation = "Jia et al., Caffe, ACM MM 2014",
                Remark = "Defined for shift + scale·x > 0.",
            },
            new("symlog", "sign(x)*log1p(abs(x))")
            {
                Year = 2000,
                Citation = "Bilski, logarithmic AF; Hafner, DreamerV3, arXiv:2301.04104 (symlog)",
                Remark = "A widely copied print, ln x + 1, is undefined at 0.",
                AlsoKnownAs =
                [
                    new("log_symmetric") { Year = 2008, Citation = "Encog (no paper)" },
                ],
            },
            new("symexp", "sign(x)*expm1(abs(x))") { Year = 2023, Citation = "Hafner, DreamerV3, arXiv:2301.04104" },
            new("hyper_sinh", "where(x > 0, sinh(x)/3, x^3/4)")
            {
                Year = 2020,
                Citation = "Parisi, hyper-sinh, arXiv:2011.07661",
                Slopes = [("0", "0")],
            },
            new("scaled_sinh", "a*sinh(b*x)", Learned("a", 1), Learned("b", 1))
            {
                Citation = Survey("section 4 (scaled sinh (SSinH))"),
            },
            new("comb_h_sine", "sinh(a*x) + asinh(a*x)", Fixed("a", 1, Positive))
            {
                Citation = Survey("section 3.25 (CombHSine)"),
            },
            new("modified_arcsinh", "asinh(x)*sqrt(abs(x))/12")
            {
                Year = 2020,
                Citation = "Parisi, m-arcsinh, arXiv:2009.07530",
                Slopes = [("0", "0")],
            },
            new("seagull", "log1p(x^2)")
            {
                Year = 2023,
                Citation = "Gao, Seagull AF (even functions), data-aware design",
            },
        ]);
}
