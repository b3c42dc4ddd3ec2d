using System.Diagnostics;
using Hillock.Tests.Catalogue;
using static Hillock.Tests.Kernels.FailureCases;

namespace Hillock.Tests.Kernels;

/// <summary>NaN, infinities, signed zero and subnormal numbers.</summary>
public class FailureCasesSpecialValues
{
    public static TheoryData<string> Functions => new(KernelCases.All);

    [Theory]
    [InlineData("relu")]
    public void F_27_relu_of_NaN_is_NaN(string function) => Assert.Equal(float.NaN, Everywhere(function, float.NaN));

    [Theory]
    [InlineData("relu6")]
    [InlineData("hard_tanh")]
    public void F_28_clamps_of_NaN_are_NaN(string function) => Assert.Equal(float.NaN, Everywhere(function, float.NaN));

    [Fact]
    public void F_29_softplus_of_NaN_is_NaN() => Assert.Equal(float.NaN, Everywhere("softplus", float.NaN));

    [Fact]
    public void F_30_gelu_of_infinities_is_its_limit()
    {
        foreach (var function in new[] { "gelu", "gelu_tanh", "gelu_quick", "silu", "mish" })
        {
            Assert.Equal(float.PositiveInfinity, Everywhere(function, float.PositiveInfinity));
            Assert.Equal(KernelCases.Bits(-0f), KernelCases.Bits(Everywhere(function, float.NegativeInfinity)));
            Assert.Equal(1, Everywhere(function, float.PositiveInfinity, order: 1));
            Assert.Equal(0, Everywhere(function, float.NegativeInfinity, order: 1));
        }
    }

    [Fact]
    public void F_31_gradients_at_NaN_are_NaN()
    {
        foreach (var function in new[] { "relu6", "hard_tanh", "hard_sigmoid", "relu" })
        {
            float[] x = [float.NaN], gradient = [6];
            KernelCases.Parse(function).Kernel<float>().Backward(x, [6], gradient);
            Assert.Equal(float.NaN, gradient[0]);
        }
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void F_32_no_guard_lets_a_NaN_of_any_sign_or_payload_slip(string function)
    {
        var x = new uint[] { 0x7FC00000, 0xFFC00000, 0x7F800001, 0xFF800001, 0x7FFFFFFF, 0xFFFFFFFF, 0x7FBFFFFF }
            .Select(BitConverter.UInt32BitsToSingle).SelectMany(nan => Enumerable.Repeat(nan, 5)).ToArray();
        var (value, derivative) = (new float[x.Length], new float[x.Length]);
        foreach (var width in KernelCases.Widths)
        {
            KernelCases.Parse(function).Kernel<float>(width).ValueAndDerivative(x, value, derivative);
            Assert.All(value, y => Assert.True(float.IsNaN(y)));
            Assert.All(derivative, y => Assert.True(float.IsNaN(y)));
        }
    }

    [Fact]
    public void F_36_the_sign_of_zero_is_the_same_on_all_paths()
    {
        Assert.Equal(KernelCases.Bits(0f), KernelCases.Bits(Everywhere("relu", -0f)));
        Assert.Equal(KernelCases.Bits(0f), KernelCases.Bits(Everywhere("relu", -3f)));
        Assert.Equal(KernelCases.Bits(-0f), KernelCases.Bits(Everywhere("leaky_relu(negative_slope=0)", -3f)));
        Assert.Equal(KernelCases.Bits(-0f), KernelCases.Bits(Everywhere("leaky_relu", -0f)));
    }

    [Theory]
    [InlineData("tanh")]
    [InlineData("softsign")]
    [InlineData("hard_tanh")]
    [InlineData("elu")]
    [InlineData("selu")]
    [InlineData("gelu")]
    [InlineData("gelu_tanh")]
    [InlineData("silu")]
    [InlineData("mish")]
    [InlineData("isru")]
    [InlineData("identity")]
    public void F_37_what_passes_through_0_like_an_odd_function_keeps_the_sign_of_zero(string function)
    {
        Assert.Equal(KernelCases.Bits(-0f), KernelCases.Bits(Everywhere(function, -0f)));
        Assert.Equal(KernelCases.Bits(0.0), KernelCases.Bits(Everywhere(function, 0.0)));
    }

    public static TheoryData<string> CatalogueIds => new(CatalogueSample.Core);

    [Theory]
    [MemberData(nameof(CatalogueIds))]
    public void F_38_subnormal_numbers_are_not_flushed(string function)
    {
        var largestSubnormal = float.BitDecrement((float)Math.ScaleB(1, -126));
        foreach (var size in new[] { float.Epsilon, largestSubnormal, float.BitIncrement(largestSubnormal) })
            foreach (var x in new[] { size, -size })
            {
                var error = Math.Abs(Exactly(function, x).ToDouble() - Everywhere(function, x));
                var bound = Math.Max(0.76 * float.Epsilon, 4 * Math.ScaleB(Math.Abs(Everywhere(function, x)), -24));
                Assert.True(error <= bound, $"{function}({x:R}) = {Everywhere(function, x):R}");
            }
    }

    [Theory]
    [InlineData("relu")]
    [InlineData("leaky_relu")]
    [InlineData("silu")]
    public void F_39_subnormal_numbers_are_not_slow(string function)
    {
        var kernel = KernelCases.Parse(function).Kernel<float>();
        var y = new float[1 << 16];
        var ordinary = Enumerable.Range(0, y.Length).Select(i => (float)Math.Sin(i)).ToArray();
        var subnormal = ordinary.Select(x => x * 1e-39f).ToArray();
        // Taking turns, and the least of many: others use the processor too.
        var (slow, usual) = (double.PositiveInfinity, double.PositiveInfinity);
        for (var i = 0; i < 300; i++)
            (slow, usual) = (Math.Min(slow, Time(subnormal)), Math.Min(usual, Time(ordinary)));
        Assert.InRange(slow / usual, 0, 4);

        double Time(float[] x)
        {
            var start = Stopwatch.GetTimestamp();
            kernel.Value(x, y);
            return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
        }
    }
}
