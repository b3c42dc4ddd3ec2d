using Hillock.Expressions;
using static Hillock.Catalogue.Parameters;
using static Hillock.Catalogue.Sources;
using static Hillock.Expressions.ParameterDomain;

namespace Hillock.Catalogue;

internal static class RadialUnits
{
    public static Family Family { get; } = new(
        "radial_units",
        "Bumps: large near a centre, small or flat far away.",
        [
            new("gaussian", "exp(-beta*x^2)", Fixed("beta", 1, ParameterDomain.Positive))
            {
                Year = 1988,
                Citation = "Broomhead & Lowe, Multivariable functional interpolation and adaptive networks, 1988",
            },
            new("gaussian_symmetric", "2*exp(-(s*x)^2) - 1", Fixed("s", 1, Positive)) { Citation = "FANN" },
            new("gaussian_rbf_centered", "exp(-(x - c)^2/(2*s^2))", Learned("c", 0), Learned("s", 1, Positive))
            {
                Year = 1988,
                Citation = "Broomhead & Lowe; ARBF in Kunc & Kléma, Three Decades of Activations, "
                    + "arXiv:2402.09092, section 4",
            },
            new("super_gaussian", "exp(-b*x^2/(2*a^2))", Fixed("a", 1, Positive), Fixed("b", 2, Positive))
            {
                Year = 2022,
                Citation = "Ramasinghe & Lucey, Beyond periodicity, arXiv:2111.15135",
                StartsAs = "gaussian",
            },
            new("laplacian_bump", "exp(-abs(x)/a)", Fixed("a", 1, Positive))
            {
                Year = 2022,
                Citation = "Ramasinghe & Lucey, Beyond periodicity, arXiv:2111.15135",
                Slopes = [("0", "0")],
            },
            new("inverse_quadratic", "1/(1 + (a*x)^2)", Fixed("a", 1, Positive))
            {
                Year = 2022,
                Citation = "Ramasinghe & Lucey, Beyond periodicity, arXiv:2111.15135",
            },
            new("inverse_multiquadric", "1/sqrt(1 + (a*x)^2)", Fixed("a", 1, Positive))
            {
                Year = 2022,
                Citation = "Ramasinghe & Lucey, Beyond periodicity, arXiv:2111.15135",
            },
            new("multiquadric", "sqrt((x - c)^2 + s^2)", Learned("c", 0), Learned("s", 1, Positive))
            {
                Year = 1971,
                Citation = "Hardy multiquadric; MAF in Kunc & Kléma, Three Decades of Activations, "
                    + "arXiv:2402.09092, section 4",
            },
            new("thin_plate_spline", "where(abs(x) > 0, x^2*log(abs(x)), 0)")
            {
                Year = 1977,
                Citation = "Duchon thin-plate RBF",
            },
            new("mexican_hat", "2/sqrt(3*sqrt(pi))*(1 - x^2)*exp(-x^2/2)")
            {
                Year = 1992,
                Citation = "Ricker wavelet in wavelet networks; Wav-KAN",
            },
            new("piecewise_mexican_hat",
                "2/sqrt(3*sqrt(pi))*(1 - (abs(x) - a)^2)*exp(-(abs(x) - a)^2/2)",
                Fixed("a", 4, Positive))
            {
                Citation = Survey("eq. 212 (PMAF)"),
                Slopes = [("0", "0")],
            },
            new("piecewise_rbf",
                "where(x > a, exp(-(x - 2*a)^2/b^2), where(x <= -a, exp(-(x + 2*a)^2/b^2), exp(-x^2/b^2)))",
                Fixed("a", 3, Positive), Fixed("b", 1, Positive))
            {
                Citation = Survey("section 3.24 (PRBF)"),
                Slopes = [("-a", "-2*a/b^2*exp(-a^2/b^2)"), ("a", "-2*a/b^2*exp(-a^2/b^2)")],
            },
            new("wave", "(1 - x^2)*exp(-a*x^2)", Fixed("a", 1, Positive))
            {
                Citation = Survey("section 3.41 (wave)"),
            },
            new("polyexp",
                "(a*x^2 + b*x + c)*exp(-d*x^2)",
                Fixed("a", 1), Fixed("b", 1), Fixed("c", 1), Fixed("d", 1, Positive))
            {
                Citation = Survey("section 3.38 (polyexp)"),
            },
            new("mixture_gaussians_2",
                "a1*exp(-(x - m1)^2/(2*s1^2))/(s1*sqrt(2*pi)) + a2*exp(-(x - m2)^2/(2*s2^2))/(s2*sqrt(2*pi))",
                Learned("a1", 1), Learned("m1", -1), Learned("s1", 1, Positive), Learned("a2", 1),
                Learned("m2", 1), Learned("s2", 1, Positive))
            {
                Citation = Survey("section 4 (mixture of Gaussian unit (MoGU), n=2)"),
            },
            new("cauchy_xnet",
                "(l1*x + l2)/(x^2 + d^2)",
                Learned("l1", 0.01), Learned("l2", 0.01), Learned("d", 1, Positive))
            {
                Year = 2024,
                Citation = "Li, Cauchy activation function and XNet, arXiv:2409.19221",
            },
        ]);
}
