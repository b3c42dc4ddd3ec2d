using System.Text.Json;
using Hillock.Catalogue;
using Hillock.Lab.Data;

namespace Hillock.Cli.Tests;

public class ReadingCommandTests
{
    // A fifth of a second on a free processor; the rest is for those that are not.
    [Fact]
    public void Listing_starts_at_once() =>
        Assert.InRange(ChildProcess.TimeOf("list"), TimeSpan.Zero, TimeSpan.FromSeconds(2));

    [Fact]
    public void Eval_prints_what_other_libraries_round_to_zero()
    {
        var output = Invocation.Succeeds("eval", "gelu", "--at", "-6,-5.5");
        Assert.Contains("-5.9195", output, StringComparison.Ordinal);
        Assert.Contains("e-9", output, StringComparison.Ordinal);
        Assert.Contains("-1.0444", output, StringComparison.Ordinal);
        Assert.Contains("e-7", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Eval_answers_programs_in_json()
    {
        var json = JsonDocument.Parse(Invocation.Succeeds("eval", "swish(beta=2)", "--with-respect-to", "beta", "--at", "0.5,1", "--json")).RootElement;
        Assert.Equal(0.25 * 0.19661193324148188, json.GetProperty("y")[0].GetDouble(), 1e-15);
        Assert.Equal([0.5, 1], json.GetProperty("x").EnumerateArray().Select(e => e.GetDouble()));
    }

    [Theory]
    [InlineData("--at=-2,-1")]
    [InlineData("--at=inf,nan,1e-300")]
    public void Eval_reads_points_of_all_kinds(string at) => Invocation.Succeeds("eval", "tanh", at);

    [Fact]
    public void Formulas_may_begin_with_a_sign() =>
        Assert.Contains("-2.12692801104", Invocation.Succeeds("eval", "-softplus(-x)", "--at", "-2"), StringComparison.Ordinal);

    [Fact]
    public void Numpy_files_keep_shape_and_type_and_may_be_overwritten()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("x.npy");
        NumpyFile.Write(file, new NumpyArray<float>([-6, -1, 0, 1, 2, 3], [2, 3]));
        Invocation.Succeeds("eval", "gelu", "--derivative", "1", "--input", file, "--output", file);
        var result = Assert.IsType<NumpyArray<float>>(NumpyFile.Read(file));
        Assert.Equal([2, 3], result.Shape);
        Assert.Equal(-3.5468709e-8f, result.Values[0], 1e-13f);
    }

    [Fact]
    public void List_shows_every_entry_in_text_and_in_json()
    {
        var text = Invocation.Succeeds("list");
        Assert.All(ActivationCatalogue.Ids, id => Assert.Contains(id, text, StringComparison.Ordinal));
        var json = JsonDocument.Parse(Invocation.Succeeds("list", "--json")).RootElement;
        Assert.Equal(ActivationCatalogue.Ids.Count, json.GetArrayLength());
        var gelus = JsonDocument.Parse(Invocation.Succeeds("list", "gelu", "--json")).RootElement;
        Assert.Contains("gelu_tanh", gelus.EnumerateArray().Select(entry => entry.GetProperty("id").GetString()));
        Assert.InRange(gelus.GetArrayLength(), 5, 40);
    }

    [Theory]
    [InlineData("relu")]
    [InlineData("x*sigmoid(beta*x) where learned beta=1")]
    [InlineData("1/x")]
    [InlineData("2")]
    [InlineData("sin(1/x)")]
    public void Show_tells_of_any_function(string function)
    {
        var text = Invocation.Succeeds("show", function);
        Assert.Contains("f′(x)", text, StringComparison.Ordinal);
        JsonDocument.Parse(Invocation.Succeeds("show", function, "--json"));
        Assert.Contains("divisions", Invocation.Succeeds("show", function, "--kernel"), StringComparison.Ordinal);
        JsonDocument.Parse(Invocation.Succeeds("show", function, "--kernel", "--json"));
    }

    [Fact]
    public void Show_names_the_slope_at_a_kink() =>
        Assert.Contains("at 0, slope 0.01 is used there", Invocation.Succeeds("show", "leaky_relu"), StringComparison.Ordinal);

    [Fact]
    public void Plot_draws_in_text_in_json_and_as_a_picture()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains('⠒', Invocation.Succeeds("plot", "gelu"));
        var json = JsonDocument.Parse(Invocation.Succeeds("plot", "gelu", "relu", "--json")).RootElement;
        Assert.Equal(2, json.GetProperty("curves").GetArrayLength());
        Invocation.Succeeds("plot", "gelu", "x^3", "--output", folder.File("curves.svg"));
        Assert.StartsWith("<?xml", File.ReadAllText(folder.File("curves.svg")), StringComparison.Ordinal);
    }

    [Fact]
    public void Depth_compares_theory_and_networks_in_text_in_json_and_as_a_picture()
    {
        using var folder = new TemporaryFolder();
        var text = Invocation.Succeeds("depth", "tanh", "--layers", "12", "--width", "64", "--init", "lecun", "--plot", folder.File("depth.svg"));
        Assert.Contains("12 layers of 64, lecun (σ_w = 1, σ_b = 0), seeds 1 to 5", text, StringComparison.Ordinal);
        Assert.Contains("below 1e-6 from about", text, StringComparison.Ordinal);
        Assert.StartsWith("<?xml", File.ReadAllText(folder.File("depth.svg")), StringComparison.Ordinal);

        var json = JsonDocument.Parse(Invocation.Succeeds(
            "depth", "tanh", "--layers", "12", "--width", "64", "--init", "critical", "--sigma-b", "0.2", "--networks", "2", "--json")).RootElement;
        Assert.Equal(1.3041, json.GetProperty("weight_deviation").GetDouble(), 1e-4);
        Assert.Equal(0.5121, json.GetProperty("edge").GetProperty("variance").GetDouble(), 1e-4);
        Assert.Equal("attracting", json.GetProperty("edge").GetProperty("attraction").GetString());
        Assert.Equal([1, 2], json.GetProperty("seeds").EnumerateArray().Select(seed => seed.GetInt32()));
        var layers = json.GetProperty("layers");
        Assert.Equal(12, layers.GetArrayLength());
        Assert.Equal(1, layers[11].GetProperty("predicted").GetProperty("gradient").GetDouble());
        Assert.Equal(2, layers[0].GetProperty("measured").GetArrayLength());
    }

    [Fact]
    public void Data_lists_and_describes()
    {
        Assert.Contains("fashion-mnist", Invocation.Succeeds("data"), StringComparison.Ordinal);
        var iris = JsonDocument.Parse(Invocation.Succeeds("data", "iris", "--json")).RootElement;
        Assert.Equal(150, iris.GetProperty("rows").GetInt32());
        Assert.Equal(3, iris.GetProperty("classes").GetArrayLength());
    }

    [Fact]
    public void Without_arguments_help_is_shown() => Assert.Equal(Invocation.Succeeds("--help"), Invocation.Succeeds());

    [Theory]
    [InlineData]
    [InlineData("list")]
    [InlineData("show")]
    [InlineData("eval")]
    [InlineData("plot")]
    [InlineData("diff")]
    [InlineData("depth")]
    [InlineData("identify")]
    [InlineData("compare")]
    [InlineData("runs")]
    [InlineData("runs", "show")]
    [InlineData("runs", "export")]
    [InlineData("runs", "delete")]
    [InlineData("data")]
    [InlineData("verify")]
    public void Help_has_an_example(params string[] command)
    {
        var help = Invocation.Succeeds([.. command, "--help"]);
        Assert.Contains("Example", help, StringComparison.Ordinal);
        Assert.Contains($"  hillock {string.Join(' ', command)}".TrimEnd(), help, StringComparison.Ordinal);
        Assert.DoesNotContain("Hillock.Cli", help, StringComparison.Ordinal);
    }
}
