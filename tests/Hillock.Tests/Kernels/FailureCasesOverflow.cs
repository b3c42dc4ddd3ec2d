using Hillock.Kernels;
using static Hillock.Tests.Kernels.FailureCases;

namespace Hillock.Tests.Kernels;

/// <summary>Overflow and stable forms.</summary>
public class FailureCasesOverflow
{
    [Fact]
    public void F_01_sigmoid_far_out_is_neither_NaN_nor_a_half()
    {
        foreach (var x in new[] { 89f, 90.5f, 104, 3212.5f, float.MaxValue, float.PositiveInfinity })
            Assert.Equal(1, Everywhere("sigmoid", x));
        foreach (var x in new[] { -104f, -1662.7f, float.MinValue, float.NegativeInfinity })
            Assert.Equal(0, Everywhere("sigmoid", x));
        for (var x = -88.25; x > -103.9; x -= 0.71) IsAccurate("sigmoid", x);
        Assert.Equal(float.Epsilon, Everywhere("sigmoid", -103.9f));
        IsPublished("sigmoid", -88.73, 2.91776708481e-39);
        IsPublished("sigmoid", -100, 3.72007597602e-44);
        Assert.Equal(double.Epsilon, Everywhere("sigmoid", -745.0));
    }

    [Theory]
    [InlineData(21.657723)]
    [InlineData(19.8)]
    [InlineData(1e154)]
    [InlineData(1e308)]
    public void F_04_gelu_tanh_of_large_doubles_is_the_identity(double x)
    {
        Assert.Equal(x, Everywhere("gelu_tanh", x));
        Assert.Equal(0, Everywhere("gelu_tanh", -x), 1e-70);
        Assert.Equal(1, Everywhere("gelu_tanh", x, order: 1));
    }

    [Fact]
    public void F_05_gelu_tanh_of_bfloat16_is_never_NaN()
    {
        var x = Enumerable.Range(0, 1 << 16).Select(bits => (ushort)bits).ToArray();
        var y = new ushort[x.Length];
        KernelCases.Parse("gelu_tanh").Kernel(SixteenBitFormat.BFloat16).Value(x, y);
        for (var i = 0; i < x.Length; i++)
        {
            var (input, output) = (Widened(x[i]), Widened(y[i]));
            Assert.Equal(float.IsNaN(input), float.IsNaN(output));
            if (input is >= 10.5f and <= 15.5f) Assert.Equal(input, output);
        }

        static float Widened(ushort bits) => BitConverter.UInt32BitsToSingle((uint)bits << 16);
    }

    [Fact]
    public void F_06_silu_keeps_its_tail_and_is_minus_0_at_minus_infinity()
    {
        IsPublished("silu", -100, -3.72007597602e-42);
        IsAccurate("silu", -100, order: 1);
        foreach (var x in new[] { float.NegativeInfinity, -3000f })
        {
            Assert.Equal(KernelCases.Bits(-0f), KernelCases.Bits(Everywhere("silu", x)));
            Assert.Equal(0, Everywhere("silu", x, order: 1));
        }
    }

    [Fact]
    public void F_07_mish_of_large_numbers_is_the_identity()
    {
        foreach (var x in new[] { 19.8f, 20, 88, 1e30f, float.PositiveInfinity })
        {
            Assert.Equal(x, Everywhere("mish", x));
            Assert.Equal(1, Everywhere("mish", x, order: 1), 1e-6);
        }

        Assert.Equal(double.PositiveInfinity, Everywhere("mish", double.PositiveInfinity));
    }

    [Fact]
    public void F_08_softplus_of_large_halves_is_the_identity()
    {
        Half[] x = [(Half)11, (Half)11.09, (Half)12, (Half)88, (Half)1000, Half.MaxValue];
        var y = new Half[x.Length];
        KernelCases.Parse("softplus").Kernel(SixteenBitFormat.Half).Value(x, y);
        Assert.Equal(x, y);
    }

    [Fact]
    public void F_09_softplus_bears_extreme_parameters()
    {
        var softplus = KernelCases.Parse("softplus");
        Assert.Equal(0.5f, Single(1e30, 0.5f));
        Assert.Equal(0f, Single(1e30, -0.5f));
        Assert.Equal(693147.68f, Single(1e-6, 1));
        Assert.Equal(6.931472e29f, Single(1e-30, 1), 1e23f);
        Assert.Equal(-0.126928f, Single(-1, 2), 1e-6f);
        Half[] y = [(Half)1];
        softplus.Kernel(SixteenBitFormat.Half).Value(y, y, [1e-6]);
        Assert.Equal(Half.PositiveInfinity, y[0]);

        float Single(double beta, float x)
        {
            float[] y = [x];
            softplus.Kernel<float>().Value(y, y, [beta]);
            return y[0];
        }
    }
}
