using Hillock.Kernels;
using static Hillock.Tests.Kernels.FailureCases;

namespace Hillock.Tests.Kernels;

/// <summary>Range and monotonicity.</summary>
public class FailureCasesRange
{
    [Theory]
    [InlineData("sigmoid", 0, 1)]
    [InlineData("tanh", -1, 1)]
    [InlineData("softsign", -1, 1)]
    [InlineData("hard_sigmoid", 0, 1)]
    [InlineData("elu", -1, double.PositiveInfinity)]
    [InlineData("softplus", 0, double.PositiveInfinity)]
    [InlineData("gaussian", 0, 1)]
    public void F_24_no_float_leaves_the_range(string function, double lowest, double highest)
    {
        // Every 4099th float there is.
        var x = Enumerable.Range(0, 1 << 20).Select(i => BitConverter.UInt32BitsToSingle((uint)(i * 4099L))).ToArray();
        var y = new float[x.Length];
        KernelCases.Parse(function).Kernel<float>().Value(x, y);
        for (var i = 0; i < x.Length; i++)
            if (!float.IsNaN(x[i])) Assert.True(y[i] >= lowest && y[i] <= highest, $"{function}({x[i]:R}) = {y[i]:R}");
    }

    [Fact]
    public void F_24_sigmoid_at_minus_18() => IsPublished("sigmoid", -18, 1.52299795e-8);

    [Theory]
    [InlineData(-13.5f)]
    [InlineData(-6.1f)]
    [InlineData(-5.5f)]
    [InlineData(-2f)]
    [InlineData(-0.77f)]
    public void F_25_gelu_falls_from_float_to_float_left_of_its_minimum(float start)
    {
        var x = new float[100_000];
        x[0] = start;
        for (var i = 1; i < x.Length; i++) x[i] = float.BitDecrement(x[i - 1]);
        var (exact, accurate) = (new float[x.Length], new float[x.Length]);
        KernelCases.Parse("gelu").Kernel<float>(KernelPrecision.Exact).Value(x, exact);
        KernelCases.Parse("gelu").Kernel<float>().Value(x, accurate);
        for (var i = 1; i < x.Length; i++)
        {
            Assert.True(exact[i] >= exact[i - 1], $"x = {x[i]:R}");
            Assert.InRange(accurate[i - 1] - accurate[i], float.NegativeInfinity, 4 * (float.BitIncrement(-accurate[i]) + accurate[i]));
        }
    }

    [Fact]
    public void F_26_softsign_of_huge_numbers_is_1()
    {
        foreach (var x in new[] { 1.06e38f, 3.39e38f, float.MaxValue })
        {
            Assert.Equal(1, Everywhere("softsign", x));
            Assert.Equal(-1, Everywhere("softsign", -x));
            Assert.Equal(1, Everywhere("isru", x));
        }

        ushort[] y = [(ushort)(BitConverter.SingleToUInt32Bits(1.06e38f) >> 16), 0x7F7F];
        KernelCases.Parse("softsign").Kernel(SixteenBitFormat.BFloat16).Value(y, y);
        Assert.Equal([0x3F80, 0x3F80], y);
    }
}
