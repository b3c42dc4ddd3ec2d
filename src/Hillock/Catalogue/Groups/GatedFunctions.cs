using static Hillock.Catalogue.Parameters;
using static Hillock.Expressions.ParameterDomain;

namespace Hillock.Catalogue.Groups;

internal static class GatedFunctions
{
    private const string Shazeer = "Shazeer, GLU Variants Improve Transformer, arXiv:2002.05202";

    private const string GatedBackward = "da = dy*v(b)*g'(a), db = dy*v'(b)*g(a)";

    public static GroupFamily Family { get; } = new(
        "gated_functions",
        "The halves a and b of a line: b times an activation of the gate a.",
        [
            new("glu", new GatedForm("sigmoid(x)", GateFirst: false))
            {
                Year = 2016,
                Citation = "Dauphin, Fan, Auli & Grangier, Language Modeling with Gated Convolutional Networks, "
                    + "ICML 2017, arXiv:1612.08083",
                Backward = GatedBackward,
                Remark = "The gate is the second half, unlike in swiglu and its like.",
            },
            new("gtu", new GatedForm("sigmoid(x)", GateFirst: false, Value: "tanh(x)"))
            {
                Year = 2016,
                Citation = "van den Oord et al., Conditional Image Generation with PixelCNN Decoders, NeurIPS 2016, "
                    + "arXiv:1606.05328",
                Backward = GatedBackward,
            },
            new("bilinear", new GatedForm("x", GateFirst: true))
            {
                Year = 2020,
                Citation = Shazeer,
                Backward = GatedBackward,
                Remark = "The product of the halves: which of them is called the gate does not matter.",
                AlsoKnownAs = [new("bilinear_glu") { Year = 2020, Citation = Shazeer }],
            },
            new("reglu", new GatedForm("relu", GateFirst: true))
            {
                Year = 2020, Citation = Shazeer, Backward = GatedBackward,
            },
            new("geglu", new GatedForm("gelu", GateFirst: true))
            {
                Year = 2020,
                Citation = Shazeer,
                Backward = GatedBackward,
                Remark = "With the exact gelu; ggml and the models of the T5 and Gemma families mean geglu_tanh.",
                AlsoKnownAs = [new("geglu_erf") { Citation = "ggml" }],
            },
            new("geglu_tanh", new GatedForm("gelu_tanh", GateFirst: true))
            {
                Year = 2020, Citation = Shazeer, Backward = GatedBackward,
            },
            new("geglu_quick", new GatedForm("gelu_quick", GateFirst: true))
            {
                Citation = "ggml", Backward = GatedBackward,
            },
            new("swiglu", new GatedForm("x*sigmoid(beta*x)", GateFirst: true), Fixed("beta", 1))
            {
                Year = 2020,
                Citation = Shazeer,
                Backward = GatedBackward,
                Remark = "beta = 1, silu, is what models use; the survey calls beta trainable, here it stays as given.",
            },
            new("swiglu_oai",
                new GatedForm(
                    "min(x, limit)*sigmoid(alpha*min(x, limit))", GateFirst: true, Value: "clamp(x, -limit, limit) + 1"),
                Fixed("alpha", 1.702), Fixed("limit", 7, Positive))
            {
                Year = 2025,
                Citation = "OpenAI, gpt-oss model code, 2025",
                Backward = GatedBackward,
                Remark = "The gate is bounded from above only. Defaults from memory of that code.",
                AlsoKnownAs = [new("swiglu_clamped") { Year = 2025, Citation = "OpenAI, gpt-oss model code, 2025" }],
            },
        ]);
}
