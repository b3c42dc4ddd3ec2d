using Hillock.Kernels.Groups;
using Hillock.Kernels.Noise;

namespace Hillock.Tests.Groups;

public class GumbelSoftmaxTests
{
    [Fact]
    public void Draws_have_the_shares_of_softmax()
    {
        // The Gumbel-max trick: the maximum of x + g falls on i with the probability softmax(x)ᵢ.
        const int draws = 50_000;
        double[] logits = [0.5, -1, 2, 0];
        double[] x = [.. Enumerable.Repeat(logits, draws).SelectMany(line => line)], y = new double[x.Length];
        GroupCases.Parse("gumbel_softmax_hard").Kernel<double>().WithNoise(new NoiseSeed(4)).Value(x, y, [draws, 4], 1);
        var expected = GroupCases.Parse("softmax").Value(logits);
        for (var i = 0; i < logits.Length; i++)
        {
            var share = y.Where((_, place) => place % 4 == i).Average();
            Assert.Equal(expected[i], share, 5 * Math.Sqrt(expected[i] * (1 - expected[i]) / draws));
        }

        Assert.Equal(draws, y.Sum());
    }

    [Fact]
    public void Backward_sees_the_noise_of_forward()
    {
        var kernel = GroupCases.Parse("gumbel_softmax(tau=0.7)").Kernel<double>().WithNoise(new NoiseSeed(8, Stream: 3));
        double[] x = GroupCases.Line(12), upstream = GroupCases.Line(12, seed: 2), gradient = new double[12];
        kernel.Backward(x, upstream, gradient, [3, 4], 1);
        for (var j = 0; j < x.Length; j++)
        {
            var expected = Close.CentralDifference(at => Loss(kernel, x, j, at, upstream), x[j], 1e-4);
            Close.Relative(expected, gradient[j], 1e-7, $"d/dx{j}", floor: 0.01);
        }

        var hard = GroupCases.Parse("gumbel_softmax_hard(tau=0.7)").Kernel<double>().WithNoise(new NoiseSeed(8, Stream: 3));
        hard.Backward(x, upstream, x, [3, 4], 1);
        Assert.Equal(gradient, x);
    }

    [Fact]
    public void Functions_without_noise_take_none() => Assert.Throws<InvalidOperationException>(
        () => GroupCases.Parse("softmax").Kernel<float>().WithNoise(new NoiseSeed(1)));

    private static double Loss(GroupKernel<double> kernel, double[] x, int j, double at, double[] upstream)
    {
        var (moved, y) = (x.ToArray(), new double[x.Length]);
        moved[j] = at;
        kernel.Value(moved, y, [3, 4], 1);
        return y.Zip(upstream, (a, b) => a * b).Sum();
    }
}
