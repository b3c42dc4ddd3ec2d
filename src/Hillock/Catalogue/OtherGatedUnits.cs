using static Hillock.Catalogue.Parameters;
using static Hillock.Catalogue.Sources;
using static Hillock.Expressions.ParameterDomain;

namespace Hillock.Catalogue;

internal static class OtherGatedUnits
{
    public static Family Family { get; } = new(
        "other_gated_units",
        "x times other gates: Gompertz, Laplace, Cauchy and logarithmic ones, and gates of square roots.",
        [
            new("golu", "x*exp(-exp(-x))")
            {
                Year = 2025,
                Citation = "Das, Gompertz linear units, arXiv:2502.03654",
                AlsoKnownAs =
                [
                    new("expexpish") { Citation = Survey("section 3.3.13") },
                ],
            },
            new("gish", "x*log1p(-expm1(-exp(x)))") { Year = 2023, Citation = "Kaytan, Gish" },
            new("logish", "x*log1p(sigmoid(x))") { Year = 2021, Citation = "Zhu, Logish, Neurocomputing 458" },
            new("parametric_logish",
                "a*x*log1p(sigmoid(b*x))",
                Fixed("a", 1, Positive), Fixed("b", 10, Positive))
            {
                Year = 2021,
                Citation = "Zhu, pLogish",
            },
            new("logmoid_unit", "x*log1p(a*sigmoid(b*x))", Learned("a", 1, Positive), Learned("b", 1))
            {
                Citation = Survey("section 4 (logmoid activation unit (LAU))"),
                StartsAs = "logish",
            },
            new("loglogish", "x*(1 - exp(-exp(x)))") { Citation = Survey("section 3.3.12") },
            new("cauchy_linear_unit", "x/pi*where(x < -1, -atan(1/x), atan(x) + pi/2)")
            {
                Citation = Survey("section 3.3.3 (CaLU)"),
            },
            new("x_atlu", "x*((1 + 2*a)/pi*where(x < -1, -atan(1/x), atan(x) + pi/2) - a)", Learned("a", 0))
            {
                Year = 2024,
                Citation = "Huang, Expanded gating ranges, arXiv:2405.20768",
                StartsAs = "cauchy_linear_unit",
            },
            new("laplace_linear_unit", "x*where(x > 0, 1 - 0.5*exp(-x), 0.5*exp(x))")
            {
                Citation = Survey("section 3.3.4 (LaLU)"),
            },
            new("self_arctan", "x*atan(x)") { Year = 2022, Citation = "Sivri, arctangent variations" },
            new("pats", "x*atan(a*pi*sigmoid(x))", Fixed("a", 0.625))
            {
                Year = 2020,
                Citation = "Zheng & Wang, PATS, Comput. Intell. Neurosci.",
            },
            new("pflu", "0.5*x*(1 + x/sqrt(x^2 + 1))") { Year = 2021, Citation = "Zhu, PFLU and FPFLU, ICIA" },
            new("swim", "0.5*x*(1 + a*x/sqrt(1 + x^2))", Fixed("a", 0.5, AboveUpTo(0, 1)))
            {
                Year = 2023,
                Citation = "Abdool & Dear, Swim",
            },
            new("colu", "x/(1 - x*exp(-(x + exp(x))))")
            {
                Year = 2021,
                Citation = "Vagerwal, Deeper learning with CoLU, arXiv:2112.12078",
            },
            new("eis_1", "x*softplus(x)/(x + d*exp(-t*x))", Fixed("d", 1.16, Positive), Fixed("t", 1, Positive))
            {
                Year = 2020,
                Citation = "Biswas, EIS, arXiv:2009.13501",
            },
            new("eis_2", "x*softplus(x)/sqrt(1 + x^2)") { Year = 2020, Citation = "Biswas, EIS, arXiv:2009.13501" },
            new("soft_root_sign", "x/(x/a + exp(-x/b))", Learned("a", 2, Positive), Learned("b", 3, Positive))
            {
                Year = 2020,
                Citation = "Zhou, Soft-Root-Sign, arXiv:2003.00547",
            },
            new("sechsig", "(x + 1/cosh(x))*sigmoid(x)") { Citation = Survey("section 3.2.22") },
            new("parametric_sechsig", "(x + a/cosh(x + a))*sigmoid(x)", Fixed("a", 1))
            {
                Citation = Survey("section 3.2.22"),
            },
            new("tanhsig", "(x + tanh(x))*sigmoid(x)") { Citation = Survey("section 3.2.23") },
            new("parametric_tanhsig", "(x + a*tanh(x + a))*sigmoid(x)", Fixed("a", 1))
            {
                Citation = Survey("section 3.2.23"),
            },
            new("rectified_sech", "x/cosh(x)") { Citation = Survey("section 3.3.27 (ReHSec)") },
        ]);
}
