using static Hillock.Catalogue.Parameters;
using static Hillock.Catalogue.Sources;
using static Hillock.Expressions.ParameterDomain;

namespace Hillock.Catalogue;

internal static class PiecewiseLinearUnits
{
    public static Family Family { get; } = new(
        "piecewise_linear_units",
        "More than two line segments: S-shapes, hats, tents, hinges.",
        [
            new("s_shaped_relu",
                "where(x > tr, tr + ar*(x - tr), where(x > tl, x, tl + al*(x - tl)))",
                Learned("tr", 1), Learned("tl", 0), Learned("ar", 1), Learned("al", 0.2))
            {
                Year = 2016,
                Citation = "Jin, S-shaped ReLU, AAAI, arXiv:1512.07030",
                Slopes = [("tl", "al")],
            },
            new("lisa",
                "where(x > 1, ar*x - ar + 1, where(x > 0, x, al*x))",
                Fixed("ar", 0.1), Fixed("al", 0.1))
            {
                Citation = Survey("section 4 (LiSA)"),
                Remark = "The sources give no defaults; these are ours.",
                Slopes = [("0", "al"), ("1", "1")],
            },
            new("alisa",
                "where(x > 1, ar*x - ar + 1, where(x > 0, x, al*x))",
                Learned("ar", 1), Learned("al", 0.1))
            {
                Citation = Survey("section 4 (ALiSA)"),
                Slopes = [("0", "al")],
            },
            new("n_activation",
                "where(x < min(a, b), x - 2*min(a, b), where(x > max(a, b), x - 2*max(a, b), -x))",
                Learned("a", -0.5), Learned("b", 0.5))
            {
                Year = 2023,
                Citation = "Prach & Lampert, 1-Lipschitz networks are more expressive with N-activations, "
                    + "arXiv:2311.06103",
                Slopes = [("min(a, b)", "-1"), ("max(a, b)", "-1")],
            },
            new("apl_1", "max(x, 0) + a*max(-x + b, 0)", Learned("a", 0.1), Learned("b", 0))
            {
                Year = 2014,
                Citation = "Agostinelli, Learning activation functions, arXiv:1412.6830",
                Slopes = [("0", "0")],
            },
            new("apl_2",
                "max(x, 0) + a1*max(-x + b1, 0) + a2*max(-x + b2, 0)",
                Learned("a1", 0.1), Learned("b1", -1), Learned("a2", -0.1), Learned("b2", 1))
            {
                Year = 2014,
                Citation = "Agostinelli, Learning activation functions, arXiv:1412.6830",
                Remark = "The sources give no defaults; these are ours.",
                Slopes = [("b1", "-a2"), ("0", "-a2"), ("b2", "1")],
            },
            new("plu_piecewise",
                "max(a*(x + c) - c, min(a*(x - c) + c, x))",
                Fixed("a", 0.1, Within(0, 1)), Fixed("c", 1, Positive))
            {
                Year = 2018,
                Citation = "Nicolae, PLU, arXiv:1809.09534",
                Slopes = [("-c", "1"), ("c", "1")],
            },
            new("linq",
                "where(x > 2 - 2*a, a*x + 1 - 2*a + a^2, where(x <= 2*a - 2, a*x - 1 + 2*a - a^2, x*(4 - abs(x))/4))",
                Fixed("a", 0.05, FromUpTo(0, 1)))
            {
                Year = 2018,
                Citation = "Wuraola & Patel, LinQ; Kunc & Kléma, Three Decades of Activations, arXiv:2402.09092, "
                    + "eq. 190",
                Remark = "The only continuous reading of a print that is not.",
            },
            new("mexican_relu_k2",
                "where(x > 0, x, c0*x) + a*max(w - abs(x - m), 0)",
                Learned("c0", 0.01), Learned("a", 0), Fixed("m", 2), Fixed("w", 2))
            {
                Year = 2020,
                Citation = "Maguolo, Ensemble of CNNs trained with MeLU, arXiv:1905.02473",
                Remark = "The sources give no defaults; these are ours.",
                Slopes = [("0", "c0")],
                StartsAs = "leaky_relu",
            },
            new("modified_mexican_relu",
                "a*max(b - abs(x - c), 0) + (1 - a)*max(x, 0)",
                Learned("a", 0.5, Within(0, 1)), Learned("b", 1, Positive), Learned("c", 0))
            {
                Citation = Survey("section 4 (MMeLU)"),
                Slopes = [("c - b", "0"), ("c", "0"), ("c + b", "1 - a")],
            },
            new("gaussian_relu_k2",
                "where(x > 0, x, c0*x) + a*(max(w - abs(x - m), 0) + min(abs(x - m - 2*w) - w, 0))",
                Learned("c0", 0.01), Learned("a", 0), Fixed("m", 2), Fixed("w", 2))
            {
                Year = 2020,
                Citation = "Nanni, GaLU",
                Remark = "The sources give no defaults; these are ours.",
                Slopes = [("0", "c0")],
                StartsAs = "leaky_relu",
            },
            new("tent", "max(a - abs(x), 0)", Learned("a", 1, Positive))
            {
                Year = 2019,
                Citation = "Rozsa & Boult, Improved adversarial robustness by tent AF, arXiv:1908.02435",
                Slopes = [("-a", "0"), ("0", "0"), ("a", "0")],
                AlsoKnownAs =
                [
                    new("mirrored_relu") { Citation = Survey("eq. 126 (mReLU, triangular tent)") },
                ],
            },
            new("hat",
                "where(x < 0, 0, where(x <= a/2, x, where(x <= a, a - x, 0)))",
                Learned("a", 2, Positive))
            {
                Year = 2022,
                Citation = "Wang, Linear FEM hat activation",
                Slopes = [("0", "1"), ("a/2", "1"), ("a", "-1")],
            },
            new("lsptlu",
                "where(x < 0, 0.2*x, where(x <= a, x, where(x <= 2*a, 2*a - x, 0)))",
                Fixed("a", 1, Positive))
            {
                Citation = Survey("eq. 127 (leaky single-peaked triangle linear unit)"),
                Slopes = [("0", "1"), ("a", "1"), ("2*a", "-1")],
            },
            new("pan", "max(abs(x) - a, 0)", Fixed("a", 1, NonNegative))
            {
                Citation = Survey("eq. 124 (Pan function)"),
                Slopes = [("-a", "0"), ("a", "0")],
            },
            new("softmodulusq", "where(abs(x) <= 1, x^2*(2 - abs(x)), abs(x))")
            {
                Year = 2023,
                Citation = "Valles-Perez, Empirical study of the modulus as activation function, arXiv:2301.05993",
            },
            new("softmodulust", "x*tanh(x/a)", Fixed("a", 0.01, Positive))
            {
                Year = 2023,
                Citation = "Valles-Perez, arXiv:2301.05993",
            },
        ]);
}
