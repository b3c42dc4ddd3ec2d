using Hillock.Kernels;

namespace Hillock.Tests.Kernels;

/// <summary>Learned parameters of many channels.</summary>
public class FailureCasesChannels
{
    [Theory]
    [InlineData(1, 64, 64, 128)]
    [InlineData(1, 64, 128, 64)]
    [InlineData(64, 64, 3, 5)]
    [InlineData(3, 3, 3, 3)]
    [InlineData(5, 5)]
    [InlineData(7, 7, 7)]
    public void F_58_as_many_channels_as_rows_or_columns(params int[] shape)
    {
        for (var axis = 0; axis < shape.Length; axis++)
        {
            var layout = AxisLayout.Of(shape, axis);
            var count = shape.Aggregate((a, b) => a * b);
            double[] slopes = [.. Enumerable.Range(0, shape[axis]).Select(c => 0.125 * (c + 1))], sums = new double[shape[axis]];
            float[] x = [.. Enumerable.Range(0, count).Select(i => -1f - (i % 3))], y = new float[count], gradient = new float[count];
            var kernel = KernelCases.Parse("prelu").Kernel<float>();
            kernel.Value(x, y, layout, slopes);
            kernel.Backward(x, x, gradient, layout, slopes, sums);
            var expectedSums = new double[shape[axis]];
            for (var i = 0; i < count; i++)
            {
                var channel = ChannelOf(i, shape, axis);
                expectedSums[channel] += x[i] * x[i];
                Assert.Equal((float)slopes[channel] * x[i], y[i]);
                Assert.Equal((float)slopes[channel] * x[i], gradient[i]);
            }

            Assert.Equal(expectedSums, sums);
        }
    }

    // By the place in the array alone, dimension after dimension from the last.
    private static int ChannelOf(int index, int[] shape, int axis)
    {
        for (var d = shape.Length - 1; d > axis; d--) index /= shape[d];
        return index % shape[axis];
    }

    [Fact]
    public void F_59_slopes_belong_to_the_axis_that_is_named()
    {
        // [1, 3, 2, 3] with 3 slopes: both the channels and the columns would fit.
        int[] shape = [1, 3, 2, 3];
        float[] x = [.. Enumerable.Repeat(-1f, 18)], y = new float[18];
        var kernel = KernelCases.Parse("prelu").Kernel<float>();
        kernel.Value(x, y, AxisLayout.Of(shape, 1), [1, 2, 3]);
        Assert.Equal([-1, -1, -1, -1, -1, -1, -2, -2, -2, -2, -2, -2, -3, -3, -3, -3, -3, -3], y);
        kernel.Value(x, y, AxisLayout.Of(shape, 3), [1, 2, 3]);
        Assert.Equal([-1, -2, -3, -1, -2, -3, -1, -2, -3, -1, -2, -3, -1, -2, -3, -1, -2, -3], y);
        Assert.Throws<ArgumentException>(() => kernel.Value(x, y, AxisLayout.Of(shape, 2), [1, 2, 3]));
    }

    [Fact]
    public void F_60_one_slope_a_channel_is_32_and_one_an_element_18432()
    {
        int[] shape = [8, 24, 24, 32];
        Assert.Equal(32, AxisLayout.Of(shape, -1).Length);
        Assert.Equal(18432, AxisLayout.OfExamples(shape).Length);
        Assert.Equal(1, AxisLayout.OfAll(shape).Length);
        // No size of the input is part of the parameters of channels.
        Assert.Equal(32, AxisLayout.Of([2, 100, 7, 32], -1).Length);
    }
}
