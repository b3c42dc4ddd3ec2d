using static Hillock.Catalogue.Parameters;
using static Hillock.Catalogue.Sources;
using static Hillock.Expressions.ParameterDomain;

namespace Hillock.Catalogue;

internal static class SaturatingLinearUnits
{
    public static Family Family { get; } = new(
        "saturating_linear_units",
        "Linear on the right, another saturation on the left: tanh, erf, roots and ratios.",
        [
            new("siglu", "where(x > 0, x, tanh(x))")
            {
                Citation = Survey("eq. 155 (SigLU)"),
                AlsoKnownAs =
                [
                    new("maxtanh") { Citation = Survey("section 3.7.1") },
                ],
            },
            new("thlu", "where(x > 0, x, tanh(x/2))")
            {
                Citation = Survey("eq. 158 (tanh linear unit)"),
                Slopes = [("0", "0.5")],
            },
            new("ptelu",
                "where(x > 0, x, a*tanh(b*x))",
                Learned("a", 1, NonNegative), Learned("b", 1, NonNegative))
            {
                Year = 2017,
                Citation = "Duggal & Gupta, P-TELU, ICCVW",
                StartsAs = "siglu",
            },
            new("trelu_slope", "where(x > 0, x, tanh(b*x))", Learned("b", 1, Positive))
            {
                Citation = Survey("section 4 (TReLU)"),
                StartsAs = "siglu",
            },
            new("trelu_amplitude", "where(x > 0, x, a*tanh(x))", Learned("a", 1, Positive))
            {
                Citation = Survey("section 4 (TReLU variant 2)"),
                StartsAs = "siglu",
            },
            new("talu", "where(x > 0, x, where(x > a, tanh(x), tanh(a)))", Learned("a", -0.75, Below(0)))
            {
                Year = 2021,
                Citation = "Mercioni, TaLU; Kunc & Kléma, Three Decades of Activations, arXiv:2402.09092, section 4",
                Slopes = [("a", "0")],
            },
            new("ptalu",
                "where(x >= b, x, where(x > a, tanh(x), tanh(a)))",
                Learned("a", -0.75, Below(0)), Learned("b", 1, NonNegative))
            {
                Year = 2021,
                Citation = "Mercioni, PTaLU; Kunc & Kléma, Three Decades of Activations, arXiv:2402.09092, section 4",
                Remark = "Jumps at b unless b = 0, as published.",
                Slopes = [("a", "0"), ("b", "1")],
            },
            new("erfrelu", "where(x > 0, x, a*erf(x))", Learned("a", 1))
            {
                Year = 2023,
                Citation = "Rajanand & Singh, ErfReLU, arXiv:2306.01822",
                Slopes = [("0", "2*a/sqrt(pi)")],
            },
            new("maxsig", "max(x, sigmoid(x))")
            {
                Citation = Survey("section 3.7"),
                Slopes = [("0.6590460684074066", "0.2247043482")],
            },
            new("sara",
                "where(x > 0, x, x/(1 + a*exp(-b*x)))",
                Fixed("a", 0.5, Positive), Fixed("b", 0.7, Positive))
            {
                Citation = Survey("eq. 156 (SaRa)"),
                Slopes = [("0", "1/(1 + a)")],
            },
            new("isrlu", "where(x > 0, x, x/sqrt(1 + a*x^2))", Learned("a", 1, Positive))
            {
                Year = 2017,
                Citation = "Carlile, ISRLU, arXiv:1710.09967",
            },
            new("sqlu", "where(x > 0, x, where(x > -2, x + x^2/4, -1))")
            {
                Year = 2018,
                Citation = "Wuraola & Patel, SQLU",
            },
            new("power_linear_polu", "where(x > 0, x, expm1(-a*log1p(-x)))", Fixed("a", 1, Positive))
            {
                Year = 2018,
                Citation = "Li, Improving DNN with power linear unit, IEICE/arXiv:1802.00212",
                AlsoKnownAs =
                [
                    new("polylu") { Citation = Survey("eq. 161 (PolyLU / FPLUS)") },
                ],
            },
            new("inverse_polylu", "where(x > 0, x, x/(1 + abs(x)^a))", Fixed("a", 1, Positive))
            {
                Citation = Survey("eq. 162 (IpLU)"),
                Remark = "A widely copied print has 1 for the numerator and jumps at 0.",
                StartsAs = "power_linear_polu",
            },
            new("sign_relu_dlu", "where(x > 0, x, a*x/(1 + abs(x)))", Fixed("a", 1, Positive))
            {
                Citation = Survey("eq. 130 (SignReLU / DLU)"),
                StartsAs = "power_linear_polu",
            },
            new("pfplus",
                "where(x > 0, a*x, a*x/(1 - b*x))",
                Learned("a", 1, Positive), Learned("b", 0.1, NonNegative))
            {
                Year = 2021,
                Citation = "Duan, PFPLUS (parametric first power linear unit with sign)",
            },
            new("lsrelu",
                "where(x <= 0, x/(1 + abs(x)), where(x <= b, x, log1p(a*x) + abs(log1p(a*b) - b)))",
                Learned("a", 1, Positive), Learned("b", 1, Positive))
            {
                Citation = Survey("eq. 181 (LSReLU)"),
                Slopes = [("b", "1")],
            },
            new("fpflu", "where(x > 0, x, x*(1 + x/sqrt(x^2 + 1)))") { Year = 2021, Citation = "Zhu, FPFLU" },
            new("nelu", "where(x > 0, x, -a/(1 + x^2))", Fixed("a", 0.05, Positive))
            {
                Year = 2025,
                Citation = "Horuz, SUGAR surrogate NeLU, arXiv:2505.22074",
                Remark = "Jumps by a at 0; its authors use it only through its derivative.",
                Slopes = [("0", "0")],
            },
            new("squish", "where(x > 0, x + x^2/32, where(x > -2, x + x^2/2, 0))")
            {
                Citation = Survey("eq. 185"),
                Slopes = [("-2", "0")],
            },
            new("spocu",
                "a*(where(x/c + b >= d, d^3*(d^5 - 2*d^4 + 2), where(x/c + b >= 0, (x/c + b)^3*((x/c + b)^5 - "
                    + "2*(x/c + b)^4 + 2), x/c + b)) - b^3*(b^5 - 2*b^4 + 2))",
                Fixed("a", 1, Positive), Fixed("b", 0.5, Between(0, 1)), Fixed("c", 1, Positive),
                Fixed("d", 1, AtLeast(1)))
            {
                Year = 2020,
                Citation = "Kiselak, SPOCU, Neural Comput. Appl.",
                Remark = "The sources give no defaults; these are ours.",
                Slopes = [("-b*c", "0")],
            },
        ]);
}
