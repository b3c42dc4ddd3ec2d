using Hillock.Expressions;
using static Hillock.Catalogue.Parameters;
using static Hillock.Expressions.ParameterDomain;

namespace Hillock.Catalogue;

internal static class ShrinkageUnits
{
    public static Family Family { get; } = new(
        "shrinkage_units",
        "Small inputs are set to 0.",
        [
            new("soft_shrink", "sign(x)*max(abs(x) - lambd, 0)", Fixed("lambd", 0.5, ParameterDomain.NonNegative))
            {
                Year = 1994,
                Citation = "Donoho & Johnstone, Ideal spatial adaptation by wavelet shrinkage, Biometrika 1994 "
                    + "(soft thresholding)",
                Slopes = [("-lambd", "0"), ("lambd", "0")],
            },
            new("hard_shrink", "where(x > lambd, x, where(x < -lambd, x, 0))",
                Fixed("lambd", 0.5, ParameterDomain.NonNegative))
            {
                Year = 1994,
                Citation = "Donoho & Johnstone, Ideal spatial adaptation by wavelet shrinkage, Biometrika 1994 "
                    + "(hard thresholding)",
                Slopes = [("-lambd", "0"), ("lambd", "0")],
                AlsoKnownAs =
                [
                    new("truncated_linear_tlin", "lambd=1")
                    {
                        Year = 2014,
                        Citation = "Konda, Zero-bias autoencoders (TLin), arXiv:1402.3337",
                    },
                ],
            },
            new("shrink",
                "where(x < -lambd, x + bias, where(x > lambd, x - bias, 0))",
                Fixed("lambd", 0.5, NonNegative), Fixed("bias", 0))
            {
                Year = 2018,
                Citation = "ONNX operator (no paper)",
                Slopes = [("-lambd", "0"), ("lambd", "0")],
                StartsAs = "hard_shrink",
            },
            new("tanh_shrink", "x - tanh(x)")
            {
                Citation = "Torch7 API (no paper)",
                AlsoKnownAs =
                [
                    new("absolute_tanh_shrink") { Year = 2016, Citation = "tanhshrink (torch7)" },
                ],
            },
        ]);
}
