namespace Hillock.Catalogue;

internal static class HuggingFace
{
    public static Framework Framework { get; } = new(
        "hf",
        "Hugging Face",
        ["huggingface", "transformers", "ACT2FN"],
        [
            new("gelu", "gelu"),
            new("gelu_python", "gelu"),
            new("gelu_10", "gelu_clipped"),
            new("gelu_new", "gelu_tanh"),
            new("gelu_fast", "gelu_tanh") { Remark = "Writes √(2/π) with ten digits." },
            new("gelu_accurate", "gelu_tanh"),
            new("gelu_pytorch_tanh", "gelu_tanh"),
            new("gelu_python_tanh", "gelu_tanh"),
            new("quick_gelu", "gelu_quick"),
            new("hardswish", "hard_swish"),
            new("laplace", "laplace"),
            new("leaky_relu", "leaky_relu"),
            new("linear", "identity"),
            new("mish", "mish"),
            new("prelu", "prelu"),
            new("relu", "relu"),
            new("relu2", "relu_squared"),
            new("relu6", "relu6"),
            new("sigmoid", "sigmoid"),
            new("silu", "silu"),
            new("swish", "silu"),
            new("sqrtsoftplus", "sqrt_softplus"),
            new("tanh", "tanh"),
            new("xielu", "xielu") { Remark = "Clamps the exponent at −1e-6." },
        ]);
}
