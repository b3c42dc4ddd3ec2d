using System.Numerics;

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
    public void F_40_slopes_at_a_kink_and_at_its_neighbours(
        string function, double kink, double below, double at, double above)
    {
        Check<float>(function, kink, [below, at, above]);
        Check<double>(function, kink, [below, at, above]);
    }

    private static void Check<T>(string function, double kink, double[] expected)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var place = T.CreateChecked(kink);
        T[] x = [T.BitDecrement(place), place, T.BitIncrement(place)], slopes = new T[3];
        foreach (var width in KernelCases.Widths)
        {
            var kernel = KernelCases.Parse(function).Kernel<T>(width);
            kernel.Derivative(1, x, slopes);
            AssertNear("derivative");
            kernel.Backward(x, [T.One, T.One, T.One], slopes);
            AssertNear("backward");
            kernel.ValueAndDerivative(x, new T[3], slopes);
            AssertNear("derivative of both");
        }

        void AssertNear(string pass)
        {
            for (var i = 0; i < 3; i++)
                Close.Relative(
                    expected[i], double.CreateTruncating(slopes[i]), 1e-6, $"{function}, {pass}, x = {x[i]}", floor: 1);
        }
    }
}
