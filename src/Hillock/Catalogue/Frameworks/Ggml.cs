namespace Hillock.Catalogue;

internal static class Ggml
{
    public static Framework Framework { get; } = new(
        "ggml",
        "ggml",
        ["llama.cpp"],
        [
            new("ABS", "abs"),
            new("SGN", "sign"),
            new("STEP", "step"),
            new("TANH", "tanh"),
            new("ELU", "elu"),
            new("RELU", "relu"),
            new("SIGMOID", "sigmoid"),
            new("GELU", "gelu_tanh") { Remark = "May use a table of half-precision values." },
            new("GELU_QUICK", "gelu_quick"),
            new("GELU_ERF", "gelu"),
            new("SILU", "silu"),
            new("HARDSWISH", "hard_swish"),
            new("HARDSIGMOID", "hard_sigmoid"),
            new("EXP", "exp"),
            new("EXPM1", "expm1") { Remark = "Computes exp(x) − 1, which loses digits near 0." },
            new("SOFTPLUS", "softplus") { Remark = "Computes log(1 + exp(x)), which is 0 below −17 in float32." },
            new("XIELU", "xielu"),
            new("SQR", "square"),
            new("leaky_relu", "leaky_relu"),
        ])
    {
        Beginnings = ["GGML_UNARY_OP_", "GGML_OP_", "ggml_"],
    };
}
