using Hillock.Kernels.SavedStates;
using static Hillock.Tests.Kernels.FailureCases;

namespace Hillock.Tests.Kernels;

/// <summary>Learned parameters, and conventions that differ between products.</summary>
public class FailureCasesParameters
{
    [Fact]
    public void F_61_one_element_with_its_gradient_and_that_of_the_slope()
    {
        var prelu = KernelCases.Parse("prelu").Kernel<double>();
        double[] x = [-0.6671], y = new double[1], gradient = new double[1], slopeGradient = [0];
        prelu.Value(x, y, [0.8260]);
        prelu.Backward(x, [-1.6287], gradient, [0.8260], slopeGradient);
        Assert.Equal(-0.5510, y[0], 1e-4);
        Assert.Equal(0.8260 * -1.6287, gradient[0], 1e-12);
        Assert.Equal(1.0865, slopeGradient[0], 1e-4);
    }

    [Theory]
    [InlineData(-0.5, SavedStateKind.OneBit, false)]
    [InlineData(0, SavedStateKind.OneBit, true)]
    [InlineData(0.3, SavedStateKind.OneBit, true)]
    [InlineData(1, SavedStateKind.Nothing, true)]
    [InlineData(1.5, SavedStateKind.OneBit, true)]
    public void F_62_a_learned_slope_that_crosses_0_or_1_changes_what_is_safe(double slope, SavedStateKind kind, bool inPlace)
    {
        // One activation, as training changes its parameter.
        var prelu = KernelCases.Parse("prelu");
        Assert.Equal(SavedStateKind.OneBit, prelu.SavedState().Kind);
        Assert.Equal(kind, prelu.SavedState([slope]).Kind);
        Assert.Equal(inPlace, prelu.SavedState([slope]).IsInPlaceSafe);
        float[] x = [-2, 3], expected = new float[2], actual = new float[2];
        var kernel = prelu.Kernel<float>();
        kernel.Backward(x, [1, 1], expected, [slope]);
        var bits = new byte[1];
        kernel.ValueAndBits(x, x, bits, [slope]);
        kernel.BackwardFromBits(bits, [1, 1], actual, [slope]);
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void F_63_degenerate_parameters_are_refused_or_give_the_limit()
    {
        foreach (var (function, value) in new[] { ("celu", 0.0), ("softplus", 0), ("snake", 0), ("gaussian", 0), ("isru", -1) })
        {
            var e = Assert.Throws<ArgumentOutOfRangeException>(() =>
                KernelCases.Parse(function).Kernel<float>().Value([1], new float[1], [value]));
            Assert.Contains($"= {value}", e.Message, StringComparison.Ordinal);
        }

        Assert.Equal(1.5f, At("swish", 0, 3));
        Assert.Equal(3f, At("swish", 1e30, 3));
        Assert.Equal(0f, At("swish", 1e30, -3));
        Assert.Equal(0f, At("swish", -1e30, 3));
        Assert.Equal(0f, At("elu", 0, -3));
        Assert.Equal(0.95021296f, At("elu", -1, -3), 1e-6f);

        static float At(string function, double parameter, float x)
        {
            float[] y = [x];
            KernelCases.Parse(function).Kernel<float>().Value(y, y, [parameter]);
            return y[0];
        }
    }

    [Theory]
    [InlineData("gelu", "gelu_tanh", 2.70, 4.7323e-4)]
    [InlineData("gelu", "gelu_quick", -2.27, 2.0335e-2)]
    [InlineData("gelu", "silu", -1.965, 0.1930)]
    public void F_64_the_gelus_are_different_functions(string first, string second, double x, double gap)
    {
        var difference = KernelCases.Parse(first).Value(x) - KernelCases.Parse(second).Value(x);
        Assert.Equal(gap, Math.Abs(difference), gap * 1e-3);
    }

    [Fact]
    public void F_65_hard_sigmoid_has_the_slope_of_one_sixth() =>
        Assert.Equal(0.95f, Everywhere("hard_sigmoid", 2.7f), 1e-6f);

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(0.1)]
    public void F_68_softplus_has_no_threshold_where_value_and_slope_part(double beta)
    {
        var softplus = $"softplus(beta={beta.ToString(System.Globalization.CultureInfo.InvariantCulture)})";
        foreach (var argument in new[] { 19.9, 19.999999, 20, 20.000001, 20.1, 40 })
        {
            IsAccurate(softplus, argument / beta);
            IsAccurate(softplus, argument / beta, order: 1);
        }
    }
}
