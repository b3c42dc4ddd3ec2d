using Hillock.Expressions;
using static Hillock.Catalogue.Parameters;
using static Hillock.Expressions.ParameterDomain;

namespace Hillock.Catalogue;

internal static class RootRectifiers
{
    public static Family Family { get; } = new(
        "root_rectifiers",
        "Rectifiers smoothed with a square root: √(x² + ε) in place of |x|.",
        [
            new("squareplus", "(x + sqrt(x^2 + b))/2", Fixed("b", 4, ParameterDomain.NonNegative))
            {
                Year = 2021,
                Citation = "Barron, Squareplus: A Softplus-Like Algebraic Rectifier, arXiv:2112.11687",
            },
            new("bent_identity", "(sqrt(x^2 + 1) - 1)/2 + x"),
            new("bendable_linear_unit", "b*(sqrt(x^2 + 1) - 1) + x", Learned("b", 0, Within(-1, 1)))
            {
                Year = 2019,
                Citation = "Godfrey, Parameterized AFs for learned residuals, IEEE SMC",
                StartsAs = "identity",
            },
            new("smu",
                "((1 + a)*x + (1 - a)*x*erf(m*(1 - a)*x))/2",
                Fixed("a", 0.25, FromUpTo(0, 1)), Learned("m", 1000000, Positive))
            {
                Year = 2022,
                Citation = "Biswas, Smooth maximum unit, CVPR, arXiv:2111.04682",
                Remark = "The default of m makes it nearly the leaky rectifier it starts from.",
                StartsAs = "prelu",
            },
            new("smu_1",
                "((1 + a)*x + sqrt((1 - a)^2*x^2 + m^2))/2",
                Fixed("a", 0.25, FromUpTo(0, 1)), Learned("m", 0.000000004352665993287951, Positive))
            {
                Year = 2022,
                Citation = "Biswas, SMU-1, arXiv:2111.04682",
            },
            new("sau",
                "a*x + (1 - a)*(x*Phi(b*x) + phi(b*x)/b)",
                Fixed("a", 0.15, FromUpTo(0, 1)), Learned("b", 20000, Positive))
            {
                Year = 2021,
                Citation = "Biswas, SAU: smooth activation by convolution, arXiv:2109.13210",
            },
            new("lrelu_plus",
                "0.5*(x + a*x + sqrt((1 - a)^2*x^2 + epsilon))",
                Fixed("a", 0.01, FromUpTo(0, 1)), Fixed("epsilon", 0.01, Positive))
            {
                Year = 2022,
                Citation = "Pan, square-root-based (mollified) AFs; Kunc & Kléma, Three Decades of Activations, "
                    + "arXiv:2402.09092, section 4",
                Remark = "The sources give no defaults; these are ours.",
            },
            new("vrelu_plus", "sqrt(x^2 + epsilon)", Fixed("epsilon", 0.01, Positive))
            {
                Year = 2022,
                Citation = "Pan, square-root-based (mollified) AFs; Kunc & Kléma, Three Decades of Activations, "
                    + "arXiv:2402.09092, section 4",
                Remark = "The sources give no default; this one is ours.",
            },
            new("srelu_plus",
                "x*(a + 2*(1 - a)*t/(sqrt((x - t)^2 + epsilon) + sqrt((x + t)^2 + epsilon)))",
                Learned("a", 0.1), Learned("t", 1, Positive), Fixed("epsilon", 0.01, Positive))
            {
                Year = 2022,
                Citation = "Pan, square-root-based (mollified) AFs; Kunc & Kléma, Three Decades of Activations, "
                    + "arXiv:2402.09092, section 4",
                Remark = "The sources give no defaults; these are ours.",
            },
            new("pan_plus",
                "-a + 0.5*(sqrt((x - a)^2 + epsilon) + sqrt((x + a)^2 + epsilon))",
                Fixed("a", 1, NonNegative), Fixed("epsilon", 0.01, Positive))
            {
                Year = 2022,
                Citation = "Pan, square-root-based (mollified) AFs; Kunc & Kléma, Three Decades of Activations, "
                    + "arXiv:2402.09092, section 4",
                Remark = "The sources give no defaults; these are ours.",
            },
            new("softshrink_plus",
                "x*(1 - 2*a/(sqrt((x - a)^2 + epsilon) + sqrt((x + a)^2 + epsilon)))",
                Fixed("a", 1, NonNegative), Fixed("epsilon", 0.01, Positive))
            {
                Year = 2022,
                Citation = "Pan, square-root-based (mollified) AFs; Kunc & Kléma, Three Decades of Activations, "
                    + "arXiv:2402.09092, section 4",
                Remark = "The sources give no defaults; these are ours.",
            },
            new("hardshrink_plus",
                "x*(1 + 0.5*((x - a)/sqrt((x - a)^2 + epsilon) - (x + a)/sqrt((x + a)^2 + epsilon)))",
                Fixed("a", 1, NonNegative), Fixed("epsilon", 0.01, Positive))
            {
                Year = 2022,
                Citation = "Pan, square-root-based (mollified) AFs; Kunc & Kléma, Three Decades of Activations, "
                    + "arXiv:2402.09092, section 4",
                Remark = "The sources give no defaults; these are ours.",
            },
            new("signrelu_plus",
                "0.5*(x + sqrt(x^2 + epsilon)) + (x - sqrt(x^2 + epsilon))/(2*sqrt((1 - x)^2 + epsilon))",
                Fixed("epsilon", 0.01, Positive))
            {
                Year = 2022,
                Citation = "Pan, square-root-based (mollified) AFs; Kunc & Kléma, Three Decades of Activations, "
                    + "arXiv:2402.09092, section 4",
                Remark = "The sources give no default; this one is ours.",
            },
            new("swish_plus", "0.5*x*(1 + x/sqrt(x^2 + epsilon))", Fixed("epsilon", 0.01, Positive))
            {
                Year = 2022,
                Citation = "Pan, square-root-based (mollified) AFs; Kunc & Kléma, Three Decades of Activations, "
                    + "arXiv:2402.09092, section 4",
                Remark = "The sources give no default; this one is ours.",
            },
            new("logish_plus", "x*log1p(0.5*(1 + x/sqrt(x^2 + epsilon)))", Fixed("epsilon", 0.01, Positive))
            {
                Year = 2022,
                Citation = "Pan, square-root-based (mollified) AFs; Kunc & Kléma, Three Decades of Activations, "
                    + "arXiv:2402.09092, section 4",
                Remark = "The sources give no default; this one is ours.",
            },
        ]);
}
