using System.Text.Json;
using Hillock.Catalogue;

namespace Hillock.Cli.Tests;

public class NameCommandTests
{
    [Theory]
    [InlineData("gelu_new", "gelu_new of Hugging Face is gelu_tanh")]
    [InlineData("keras:hard_sigmoid", "hard_sigmoid of Keras 3 is hard_sigmoid")]
    [InlineData("keras2:hard_sigmoid", "In Keras 3 the slope is 1/6")]
    [InlineData("torch.nn.GELU", "GELU of PyTorch is gelu")]
    [InlineData("siren", "siren is sin(omega=30)")]
    [InlineData("gelu", "hf:gelu_python")]
    [InlineData("gelu", "differs by up to 0.000473")]
    [InlineData("hard_sigmoid", "differs by up to 0.0833333 on [-10, 10]")]
    [InlineData("golu", "also called")]
    [InlineData("rsigelu", "Jumps at 1, as published.")]
    [InlineData("swish", "silu, with the default parameters")]
    public void Show_tells_of_names(string asked, string expected)
    {
        // Lines are broken at the width of the screen.
        var words = Invocation.Succeeds("show", asked).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains(expected, string.Join(' ', words), StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_of_a_library_can_be_listed()
    {
        var text = Invocation.Succeeds("list", "--framework", "caffe");
        string[] layers =
        [
            "AbsVal", "BNLL", "Clip", "ELU", "Exp", "Log", "Power", "PReLU", "ReLU", "Sigmoid", "Swish", "TanH",
            "Threshold",
        ];
        Assert.All(layers, layer => Assert.Contains(layer, text, StringComparison.Ordinal));
        var json = JsonDocument.Parse(Invocation.Succeeds("list", "--framework", "ONNX", "--json")).RootElement;
        var onnx = FrameworkNames.Find("onnx")!;
        Assert.Equal(onnx.Names.Count + onnx.Groups.Count, json.GetArrayLength());
    }

    [Fact]
    public void Diff_prints_and_draws_the_largest_difference()
    {
        using var folder = new TemporaryFolder();
        var picture = folder.File("difference.svg");
        var text = Invocation.Succeeds("diff", "jax:gelu", "torch:gelu", "--out", picture);
        Assert.Contains("largest difference 0.00047", text, StringComparison.Ordinal);
        Assert.StartsWith("<?xml", File.ReadAllText(picture), StringComparison.Ordinal);
        Assert.Contains("values: no difference", Invocation.Succeeds("diff", "silu", "swish"), StringComparison.Ordinal);
        var json = JsonDocument.Parse(Invocation.Succeeds("diff", "relu", "x", "--json")).RootElement;
        Assert.Equal(10, json.GetProperty("values").GetProperty("size").GetDouble());
    }

    [Fact]
    public void Identify_names_the_function_and_the_evidence()
    {
        var text = Invocation.Succeeds("identify", "x/(1 + exp(-1.702*x))");
        Assert.StartsWith("gelu_quick: identical", text, StringComparison.Ordinal);
        Assert.Contains("swish(x, beta=1.702)", text, StringComparison.Ordinal);
        var unknown = Invocation.Succeeds("identify", "x*tanh(sqrt(abs(x)))");
        Assert.Contains("Not in the catalogue", unknown, StringComparison.Ordinal);
        var json = JsonDocument.Parse(Invocation.Succeeds("identify", "golu", "--json")).RootElement;
        Assert.Equal("Identical", json[0].GetProperty("evidence").GetString());
    }
}
