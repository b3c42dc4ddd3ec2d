using System.Runtime.CompilerServices;
using Hillock.Kernels.Noise;

namespace Hillock.Tests.Groups;

/// <summary>The examples in the documentation of the two façades are code that runs.</summary>
public class GroupExampleTests
{
    [Fact]
    public void The_example_of_functions_of_several_elements_runs()
    {
        var x = new float[320];
        var y = new float[320];
        var softmax = GroupFunction.Parse("softmax");
        softmax.Kernel<float>().Value(x, y, shape: [32, 10], axis: -1);
        var mine = GroupFunction.Parse("gated(x*sigmoid(1.7*x)) gate first");
        Assert.All(y, share => Assert.Equal(0.1f, share));
        Assert.Equal("2n → n", mine.ShapeRule);
        IsIn("GroupFunction.cs");
    }

    [Fact]
    public void The_example_of_noise_runs()
    {
        float[] x = [-1, 2], y = new float[2], upstream = [1, 1], gradient = new float[2];
        const int step = 1;
        var noisy = NoisyActivation.Parse("rrelu");
        var noise = new NoiseSeed(Seed: 7, Stream: step);
        noisy.Kernel<float>().Value(x, y, noise);
        noisy.Kernel<float>().Backward(x, upstream, gradient, noise);
        Assert.Equal(-gradient[0], y[0]);
        noisy.Evaluation.Kernel<float>().Value(x, y);
        Assert.Equal(-11 / 48f, y[0]);
        IsIn("NoisyActivation.cs");
    }

    // Every line of the example is a line of this file.
    private static void IsIn(string file, [CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here)!;
        var source = File.ReadAllText(Path.Combine(folder, "..", "..", "..", "src", "Hillock", file));
        var own = File.ReadAllLines(here).Select(line => line.Trim()).ToList();
        var from = source.IndexOf("<code>", StringComparison.Ordinal) + "<code>".Length;
        var lines = source[from..source.IndexOf("</code>", from, StringComparison.Ordinal)]
            .Split('\n').Select(line => line.Trim().TrimStart('/').Trim()).Where(line => line.Length > 0).ToList();
        Assert.InRange(lines.Count, 3, 9);
        foreach (var line in lines)
            Assert.Contains(line.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal), own);
    }
}
