using Hillock.Kernels.SavedStates;

namespace Hillock.Tests.Kernels;

/// <summary>In place and aliasing.</summary>
public class FailureCasesAliasing
{
    [Fact]
    public void F_41_a_negative_leaky_slope_is_not_safe_in_place()
    {
        var leaky = KernelCases.Parse("leaky_relu(negative_slope=-2)");
        Assert.False(leaky.SavedState().IsInPlaceSafe);
        Assert.Equal(SavedStateKind.OneBit, leaky.SavedState().Kind);
        float[] x = [-1, 1], gradient = new float[2];
        leaky.Kernel<float>().Backward(x, [1, 1], gradient);
        Assert.Equal([-2, 1], gradient);
        var bits = new byte[1];
        leaky.Kernel<float>().ValueAndBits(x, x, bits);
        leaky.Kernel<float>().BackwardFromBits(bits, [1, 1], gradient);
        Assert.Equal([-2, 1], gradient);
    }

    [Fact]
    public void F_42_a_leaky_slope_of_0_is_safe_in_place_with_slope_0_at_output_0()
    {
        var leaky = KernelCases.Parse("leaky_relu(negative_slope=0)");
        Assert.True(leaky.SavedState().IsInPlaceSafe);
        float[] x = [-1, -0f, 0, 1], gradient = new float[4];
        leaky.Kernel<float>().Value(x, x);
        leaky.Kernel<float>().BackwardFromOutput(x, [1, 1, 1, 1], gradient);
        Assert.Equal([0, 0, 0, 1], gradient);
    }

    [Theory]
    [InlineData("x*x + 1")]
    [InlineData("exp(x)")]
    [InlineData("abs(x) - 3")]
    public void F_43_in_place_no_element_is_transformed_twice(string function)
    {
        foreach (var width in KernelCases.Widths)
            for (var length = 1; length <= 130; length++)
            {
                var kernel = KernelCases.Parse(function).Kernel<float>(width);
                var x = Enumerable.Range(0, length).Select(i => (i * 0.03f) - 1).ToArray();
                var y = new float[length];
                kernel.Value(x, y);
                kernel.Value(x, x);
                Assert.Equal(y, x);
            }
    }

    [Fact]
    public void F_44_an_overlap_with_another_start_is_refused_at_every_offset()
    {
        var kernel = KernelCases.Parse("tanh").Kernel<float>();
        const int length = 50;
        for (var offset = -64; offset <= 64; offset++)
        {
            var memory = new float[200];
            memory.AsSpan().Fill(1);
            var shift = offset;
            void Run() => kernel.Value(memory.AsSpan(70, length), memory.AsSpan(70 + shift, length));
            if (offset == 0 || Math.Abs(offset) >= length)
            {
                Run();
                Assert.Equal(MathF.Tanh(1), memory[70 + offset], 1e-6f);
                continue;
            }

            Assert.Equal("y", Assert.Throws<ArgumentException>(Run).ParamName);
            Assert.Equal(-1, memory.AsSpan().IndexOfAnyExcept(1));
        }
    }

    [Fact]
    public void F_45_two_results_in_one_place_are_refused()
    {
        var kernel = KernelCases.Parse("tanh").Kernel<double>();
        var memory = new double[30];
        Assert.Throws<ArgumentException>(() =>
            kernel.ValueAndDerivative(new double[20], memory.AsSpan(0, 20), memory.AsSpan(0, 20)));
        Assert.Throws<ArgumentException>(() =>
            kernel.ValueAndDerivative(new double[20], memory.AsSpan(0, 20), memory.AsSpan(10, 20)));
    }

    [Theory]
    [InlineData("sigmoid")]
    [InlineData("tanh")]
    [InlineData("elu")]
    [InlineData("softplus")]
    [InlineData("leaky_relu")]
    public void F_46_a_gradient_after_an_in_place_forward_pass_is_right(string function)
    {
        var kernel = KernelCases.Parse(function).Kernel<double>();
        var x = Enumerable.Range(0, 41).Select(i => (i * 0.2) - 4).ToArray();
        var (expected, actual) = (new double[x.Length], new double[x.Length]);
        var upstream = x.Select(Math.Cos).ToArray();
        kernel.Backward(x, upstream, expected);
        kernel.Value(x, x);
        kernel.BackwardFromOutput(x, upstream, actual);
        for (var i = 0; i < x.Length; i++) Assert.Equal(expected[i], actual[i], 1e-14);
    }

    [Fact]
    public void F_46_where_the_output_does_not_suffice_it_is_refused()
    {
        var e = Assert.Throws<InvalidOperationException>(() =>
            KernelCases.Parse("silu").Kernel<float>().BackwardFromOutput([1], [1], new float[1]));
        Assert.Contains("f′ is", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void F_47_gradients_may_take_the_place_of_their_sources_but_not_overlap_them_otherwise()
    {
        var kernel = KernelCases.Parse("swish").Kernel<double>();
        double[] memory = [1, 2, 3, 4, 5, 6, 7, 8];
        var expected = new double[4];
        kernel.Backward(memory.AsSpan(0, 4), memory.AsSpan(4, 4), expected);
        kernel.Backward(memory.AsSpan(0, 4), memory.AsSpan(4, 4), memory.AsSpan(4, 4));
        Assert.Equal(expected, memory[4..]);

        double[] x = [1, 2, 3, 4], before = [.. x];
        Assert.Throws<ArgumentException>(() => kernel.Backward(x.AsSpan(0, 3), new double[3], x.AsSpan(1, 3)));
        Assert.Throws<ArgumentException>(() => kernel.Backward(new double[3], x.AsSpan(0, 3), x.AsSpan(1, 3)));
        var e = Assert.Throws<ArgumentException>(() => kernel.Backward(x, new double[4], new double[4], [], x.AsSpan(3, 1)));
        Assert.Equal("parameterGradients", e.ParamName);
        Assert.Throws<ArgumentException>(() => kernel.Backward(new double[4], x, new double[4], [], x.AsSpan(0, 1)));
        Assert.Throws<ArgumentException>(() => kernel.Backward(new double[4], new double[4], x, [], x.AsSpan(2, 1)));
        Assert.Equal(before, x);
    }
}
