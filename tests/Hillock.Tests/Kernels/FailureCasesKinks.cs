namespace Hillock.Tests.Kernels;

/// <summary>Slopes at kinks: PyTorch's convention, or the source's where it has none.</summary>
public class FailureCasesKinks
{
    // The slope just below, at, and just above the kink.
    [Theory]
    [InlineData("relu", 0, 0, 0, 1)]
    [InlineData("relu6", 0, 0, 0, 1)]
    [InlineData("relu6", 6, 1, 0, 0)]
    [InlineData("hard_tanh", -1, 0, 0, 1)]
    [InlineData("hard_tanh", 1, 1, 0, 0)]
    [InlineData("hard_sigmoid", -3, 0, 0, 1 / 6.0)]
    [InlineData("hard_swish", -3, 0, 0, -0.5)]
    [InlineData("hard_swish", 3, 1.5, 1, 1)]
    [InlineData("leaky_relu", 0, 0.01, 0.01, 1)]
    [InlineData("prelu", 0, 0.25, 0.25, 1)]
    [InlineData("elu", 0, 1, 1, 1)]
    [InlineData("elu(alpha=2)", 0, 2, 2, 1)]
    [InlineData("celu", 0, 1, 1, 1)]
    [InlineData("selu", 0, 1.7580993408473768, 1.7580993408473768, 1.0507009873554805)]
    [InlineData("hard_shrink", -0.5, 1, 0, 0)]
    [InlineData("hard_shrink", 0.5, 0, 0, 1)]
    [InlineData("soft_shrink", -0.5, 1, 0, 0)]
    [InlineData("soft_shrink", 0.5, 0, 0, 1)]
    [InlineData("thresholded_relu", 1, 0, 0, 1)]
    [InlineData("abs", 0, -1, 0, 1)]
    public void F_40_slopes_at_a_kink_and_at_its_neighbours(string function, double kink, double below, double at, double above)
    {
        var activation = Activation.Parse(function);
        foreach (var width in KernelCases.Widths)
        {
            double[] x = [double.BitDecrement(kink), kink, double.BitIncrement(kink)], slopes = new double[3];
            activation.Kernel<double>(width).Derivative(1, x, slopes);
            AssertNear([below, at, above], slopes);
            activation.Kernel<double>(width).Backward(x, [1, 1, 1], slopes);
            AssertNear([below, at, above], slopes);
            float[] single = [(float)kink], slope = new float[1];
            activation.Kernel<float>(width).Backward(single, [1], slope);
            Assert.Equal(at, slope[0], 1e-6);
        }

        void AssertNear(double[] expected, double[] actual)
        {
            for (var i = 0; i < 3; i++) Close.Relative(expected[i], actual[i], 1e-14, $"{function} at {i} of {kink}", floor: 1);
        }
    }
}
