using static Hillock.Catalogue.Parameters;
using static Hillock.Catalogue.Sources;
using static Hillock.Expressions.ParameterDomain;

namespace Hillock.Catalogue;

internal static class RectifierPowers
{
    public static Family Family { get; } = new(
        "rectifier_powers",
        "Powers of the rectifier.",
        [
            new("relu_squared", "max(x, 0)^2")
            {
                Year = 2021,
                Citation = "So et al., Primer: Searching for Efficient Transformers for Language Modeling, "
                    + "arXiv:2109.08668",
                AlsoKnownAs =
                [
                    new("requ") { Year = 2019, Citation = "Li, RePU/ReQU, arXiv:1903.05858" },
                    new("squared_relu") { Year = 2021, Citation = "So, Primer, arXiv:2109.08668" },
                ],
            },
            new("repu", "where(x > 0, x^p, 0)", Fixed("p", 2, AtLeast(1)))
            {
                Year = 2019,
                Citation = "Li, Better approximations by RePU, arXiv:1903.05858",
                StartsAs = "relu_squared",
                AlsoKnownAs =
                [
                    new("recu", "p=3") { Citation = Survey("section 3.6.39 (RePU with p=3)") },
                ],
            },
            new("leaky_relu_squared", "where(x > 0, x, a*x)^2", Fixed("a", 0.5, FromUpTo(0, 1)))
            {
                Year = 2026,
                Citation = "github openai/parameter-golf pull 676 (community baseline)",
            },
            new("starrelu", "s*max(x, 0)^2 + b", Learned("s", 0.8944), Learned("b", -0.4472))
            {
                Year = 2022,
                Citation = "Yu, MetaFormer baselines, arXiv:2210.13452",
            },
            new("app_relu", "where(x > 0, a*x^b, 0)", Fixed("a", 1, Positive), Fixed("b", 1, Positive))
            {
                Citation = Survey("eq. 142 (approximate ReLU)"),
                Slopes = [("0", "0")],
                StartsAs = "relu",
            },
            new("alternating_repu", "where(x > 0, (x^b + x^(1/b))/2, 0)", Fixed("b", 1.1, Above(1)))
            {
                Citation = Survey("eq. 140–141"),
                Slopes = [("0", "0")],
            },
            new("even_power_linear",
                "where(abs(x) > 1, abs(x) - 1 + 1/d, abs(x)^d/d)",
                Fixed("d", 2, AtLeast(1)))
            {
                Year = 2021,
                Citation = "Nasiri, PowerLinear activation functions",
            },
            new("odd_power_linear",
                "sign(x)*where(abs(x) > 1, abs(x) - 1 + 1/d, abs(x)^d/d)",
                Fixed("d", 3, AtLeast(1)))
            {
                Year = 2021,
                Citation = "Nasiri, PowerLinear activation functions",
                Remark = "The sign on the left follows from oddness; a print jumps.",
            },
            new("bi_firing",
                "where(x > a, x - a/2, where(x < -a, -x - a/2, x^2/(2*a)))",
                Fixed("a", 1, Positive))
            {
                Year = 2013,
                Citation = "Li, bi-firing deep NNs",
                StartsAs = "even_power_linear",
            },
            new("bounded_bi_firing",
                "min(b, where(x > a, x - a/2, where(x < -a, -x - a/2, x^2/(2*a))))",
                Fixed("a", 1, Positive), Fixed("b", 3))
            {
                Year = 2013,
                Citation = "Li, bounded bi-firing; Kunc & Kléma, Three Decades of Activations, arXiv:2402.09092, "
                    + "section 3.22",
                Slopes = [("-b - a/2", "-1"), ("b + a/2", "1")],
            },
            new("gelu_squared", "(x*Phi(x))^2") { Year = 2024, Citation = "community variant of squared ReLU" },
        ]);
}
