using System.Text.Json;
using Hillock.Lab.Data;

namespace Hillock.Cli.Tests;

public class GroupCommandTests
{
    [Theory]
    [InlineData("softmax", "exp(x - m)/s where m = anchor(x), s = sum(exp(x - m))")]
    [InlineData("softmax", "(diag(y) - y y^T)/t")]
    [InlineData("torch.nn.GLU", "GLU of PyTorch is glu")]
    [InlineData("swiglu", "swiglu gate first")]
    [InlineData("swiglu gate last", "a the second half")]
    [InlineData("ggml:GEGLU", "GEGLU of ggml is geglu_tanh")]
    [InlineData("maxout(k=4)", "4n → n along the axis")]
    [InlineData("gated(mish) gate last", "2n → n")]
    [InlineData("x - m where m = mean(x)", "n → n")]
    [InlineData("rrelu", "u ~ uniform, in evaluation 0.5")]
    [InlineData("nani_hard_tanh", "clamp(x + c*n, -1, 1)")]
    [InlineData("x + n where n ~ half_normal", "in evaluation 0.797885")]
    public void Show_tells_of_lines_and_of_noise(string asked, string expected)
    {
        var words = Invocation.Succeeds("show", asked).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains(expected, string.Join(" ", words), StringComparison.Ordinal);
        JsonDocument.Parse(Invocation.Succeeds("show", asked, "--json"));
    }

    [Fact]
    public void Eval_takes_a_line_of_points()
    {
        Assert.Equal([0.25, 0.75], Points("--at", "0,1.0986122886681098"), Near);
        Assert.Equal([0, 1], Points("--at", "0,inf", "--one-hot"), Near);
        Assert.Equal([0, 0], Points("--at=-inf,-inf", "--masked"), Near);

        static double[] Points(params string[] arguments) => Y(["eval", "softmax", "--json", .. arguments]);
    }

    [Fact]
    public void Eval_runs_along_an_axis_of_a_file()
    {
        using var folder = new TemporaryFolder();
        var (from, to) = (folder.File("x.npy"), folder.File("y.npy"));
        NumpyFile.Write(from, new NumpyArray<float>([1, 2, 3, 4, 5, 6, 7, 8], [4, 2]));
        Invocation.Succeeds("eval", "bilinear", "--axis", "0", "--input", from, "--output", to);
        var result = Assert.IsType<NumpyArray<float>>(NumpyFile.Read(to));
        Assert.Equal([2, 2], result.Shape);
        Assert.Equal([5, 12, 21, 32], result.Values);
        Invocation.Succeeds("eval", "crelu", "--axis", "-1", "--input", from, "--output", to);
        Assert.Equal([4, 4], NumpyFile.Read(to).Shape);
    }

    [Fact]
    public void Eval_draws_noise_only_for_a_seed()
    {
        var evaluation = Y("eval", "rrelu", "--at=-48", "--json");
        Assert.Equal(-11, evaluation[0], 1e-12);
        var training = Y("eval", "rrelu", "--at=-48", "--seed", "7", "--json");
        Assert.InRange(training[0], -16, -6);
        Assert.Equal(training, Y("eval", "rrelu", "--at=-48", "--seed", "7", "--json"));
        Assert.NotEqual(training, Y("eval", "rrelu", "--at=-48", "--seed", "8", "--json"));
    }

    private static bool Near(double a, double b) => Math.Abs(a - b) < 1e-12;

    private static double[] Y(params string[] arguments) =>
        [.. JsonDocument.Parse(Invocation.Succeeds(arguments)).RootElement.GetProperty("y").EnumerateArray().Select(e => e.GetDouble())];
}
