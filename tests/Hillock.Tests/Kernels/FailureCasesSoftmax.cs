using Hillock.Kernels.Groups;
using Hillock.Precision;
using Hillock.Tests.Groups;

namespace Hillock.Tests.Kernels;

/// <summary>Softmax and its like: overflow, and lines with infinities.</summary>
public class FailureCasesSoftmax
{
    private const double Infinity = double.PositiveInfinity;

    [Fact]
    public void F_02_softmax_of_90_2_minus_2()
    {
        float[] y = Softmax(90, 2, -2);
        Assert.Equal(1, y[0]);
        Assert.Equal(6.0546e-39, y[1], 1e-42);
        Assert.Equal(1.1089e-40, y[2], 3e-44);
    }

    [Fact]
    public void F_02_softmax_of_huge_logits()
    {
        Assert.Equal([0.5f, 0.5f], Softmax(1000, 1000));
        Assert.Equal(0.7310586f, Softmax(-1000, -1001)[0], 1e-6f);
        Assert.Equal([1f], Softmax(3e38f));
        Assert.Equal([0f, 1f], Softmax(-3e38f, 3e38f));
    }

    [Fact]
    public void F_03_logits_of_89_and_all_logits_of_minus_104_have_shares()
    {
        Assert.Equal([0.25f, 0.25f, 0.25f, 0.25f], Softmax(89, 89, 89, 89));
        Assert.Equal([0.5f, 0.5f], Softmax(-104, -104));
        foreach (var size in new[] { 88.73f, 104, 1e4f, 1e30f })
            Assert.Equal(1, Softmax(size, size - 1, -size).Sum(), 1e-6f);
    }

    [Fact]
    public void F_33_a_line_with_infinity_is_NaN_or_on_request_one_hot()
    {
        Assert.All(Line("softmax", SpecialLines.NaN, 0, Infinity), y => Assert.Equal(double.NaN, y));
        Assert.All(Line("softmax", SpecialLines.Masked, 0, Infinity), y => Assert.Equal(double.NaN, y));
        Assert.Equal([0, 1, 0], Line("softmax", SpecialLines.OneHot, 0, Infinity, -Infinity));
        Assert.Equal([-Infinity, 0], Line("log_softmax", SpecialLines.OneHot, 0, Infinity));
        Assert.Equal([0, 1], Line("softmin", SpecialLines.OneHot, Infinity, -Infinity));
        Assert.All(Line("softmax", SpecialLines.OneHot, Infinity, 0, Infinity), y => Assert.Equal(double.NaN, y));
        Assert.Equal([0, 0], Gradient("softmax", SpecialLines.OneHot, 0, Infinity));
        Assert.All(Gradient("softmax", SpecialLines.NaN, 0, Infinity), y => Assert.Equal(double.NaN, y));
    }

    [Fact]
    public void F_34_a_line_of_minus_infinity_is_NaN_or_on_request_masked()
    {
        Assert.All(Line("softmax", SpecialLines.NaN, -Infinity, -Infinity), y => Assert.Equal(double.NaN, y));
        Assert.All(Line("softmax", SpecialLines.OneHot, -Infinity, -Infinity), y => Assert.Equal(double.NaN, y));
        Assert.Equal([0, 0], Line("softmax", SpecialLines.Masked, -Infinity, -Infinity));
        Assert.Equal([-Infinity, -Infinity], Line("log_softmax", SpecialLines.Masked, -Infinity, -Infinity));
        Assert.Equal([0, 0], Gradient("softmax", SpecialLines.Masked, -Infinity, -Infinity));
        Assert.Equal([0.5, 0, 0.5], Line("softmax", SpecialLines.NaN, 3, -Infinity, 3));
        Assert.Equal([0, 0, 0], Gradient("softmax", SpecialLines.NaN, 3, -Infinity, -Infinity));
    }

    [Fact]
    public void F_35_a_softmin_line_with_NaN_and_infinity_is_NaN_throughout()
    {
        foreach (var special in new[] { SpecialLines.NaN, SpecialLines.OneHot | SpecialLines.Masked })
        {
            Assert.All(Line("softmin", special, 1, double.NaN, Infinity, 2), y => Assert.Equal(double.NaN, y));
            Assert.All(Line("softmin", special, Infinity, double.NaN, -Infinity), y => Assert.Equal(double.NaN, y));
            Assert.All(Gradient("softmin", special, 1, double.NaN, Infinity), y => Assert.Equal(double.NaN, y));
        }

        Assert.Equal([0.5, 0, 0.5], Line("softmin", SpecialLines.NaN, 1, Infinity, 1));
    }

    [Theory]
    [InlineData("log_softmin")]
    [InlineData("taylor_softmax")]
    [InlineData("spherical_softmax")]
    [InlineData("sqmax")]
    [InlineData("sparsemax")]
    [InlineData("squash")]
    [InlineData("average_biased_relu")]
    [InlineData("polynorm")]
    [InlineData("hardmax")]
    public void F_35_one_NaN_makes_every_line_NaN(string function)
    {
        for (var place = 0; place < 40; place += 13)
        {
            var x = GroupCases.Line(40);
            x[place] = double.NaN;
            Assert.All(Line(function, SpecialLines.NaN, x), y => Assert.Equal(double.NaN, y));
            Assert.All(Gradient(function, SpecialLines.NaN, x), y => Assert.Equal(double.NaN, y));
        }
    }

    [Theory]
    [InlineData(3, 4)]
    [InlineData(700, 80)]
    [InlineData(1000, 3)]
    public void Softmax_is_within_4_ULP(int n, double spread)
    {
        var random = new Random(n);
        var x = Enumerable.Range(0, n).Select(_ => (float)((random.NextDouble() - 0.5) * 2 * spread)).ToArray();
        float[] single = new float[n], logarithm = new float[n];
        GroupCases.Parse("softmax").Kernel<float>().Value(x, single, [n], 0);
        GroupCases.Parse("log_softmax").Kernel<float>().Value(x, logarithm, [n], 0);
        var wide = GroupCases.Parse("softmax").Value(Array.ConvertAll(x, v => (double)v));
        var total = x.Aggregate(BigReal.Zero, (sum, v) => sum + BigMath.Exp(v));
        for (var i = 0; i < n; i++)
        {
            var exact = BigMath.Exp(x[i]) / total;
            Assert.InRange(Ulps(exact, single[i], 24, -149), 0, 4);
            Assert.InRange(Ulps(exact, wide[i], 53, -1074), 0, 4);
            Assert.InRange(Ulps(BigMath.Log(exact), logarithm[i], 24, -149), 0, 2);
        }
    }

    [Fact]
    public void Softmax_of_a_million_elements_sums_to_1()
    {
        var random = new Random(7);
        var x = Enumerable.Range(0, 1_000_000).Select(_ => (random.NextDouble() * 20) - 10).ToArray();
        var y = GroupCases.Parse("softmax").Value(x);
        // In 128-bit decimals, so that the check does not round itself.
        Assert.InRange((double)y.Aggregate(0m, (sum, v) => sum + (decimal)v), 1 - 1e-13, 1 + 1e-13);
        var single = new float[x.Length];
        GroupCases.Parse("softmax").Kernel<float>().Value(Array.ConvertAll(x, v => (float)v), single, [1000, 1000], 1);
        GroupCases.Parse("softmax").Kernel<float>().Value(Array.ConvertAll(x, v => (float)v), single, [x.Length], 0);
        Assert.Equal(1, single.Sum(v => (double)v), 2e-7);
    }

    private static double Ulps(BigReal exact, double actual, int digits, int lowest)
    {
        var exponent = Math.Max(Math.ILogB(Math.Abs(exact.ToDouble())) + 1 - digits, lowest);
        return BigReal.Abs(exact - actual).ToDouble() / Math.ScaleB(1, exponent);
    }

    private static float[] Softmax(params float[] x)
    {
        var y = new float[x.Length];
        GroupCases.Parse("softmax").Kernel<float>().Value(x, y, [x.Length], 0);
        return y;
    }

    private static double[] Line(string function, SpecialLines special, params double[] x)
    {
        var y = new double[x.Length];
        GroupCases.Parse(function).Kernel<double>(special).Value(x, y, [x.Length], 0);
        return y;
    }

    private static double[] Gradient(string function, SpecialLines special, params double[] x)
    {
        var gradient = new double[x.Length];
        var upstream = x.Select((_, i) => i + 1.0).ToArray();
        GroupCases.Parse(function).Kernel<double>(special).Backward(x, upstream, gradient, [x.Length], 0);
        return gradient;
    }
}
