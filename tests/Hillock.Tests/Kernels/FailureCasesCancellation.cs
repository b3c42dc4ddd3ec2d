using Hillock.Kernels;
using static Hillock.Tests.Kernels.FailureCases;

namespace Hillock.Tests.Kernels;

/// <summary>Cancellation and the accuracy of tails.</summary>
public class FailureCasesCancellation
{
    [Fact]
    public void F_10_gelu_at_minus_5_5() => IsPublished("gelu", -5.5, -1.04442593562e-7);

    [Fact]
    public void F_11_gelu_does_not_vanish_in_its_tail()
    {
        IsPublished("gelu", -6, -5.91952587e-9);
        IsPublished("gelu", -8, -4.97676846e-15);
        IsPublished("gelu", -10, -7.61985302e-23);
        IsPublished("gelu", -13, -7.95231371941e-38);
        IsPublished("gelu", -14, -1.09109515469e-43);
        for (var x = -9.0; x > -38; x -= 0.77) IsAccurate("gelu", x);
    }

    [Fact]
    public void F_12_the_slope_of_gelu_is_accurate_in_its_tail()
    {
        IsPublished("gelu", -6, -3.54687094539e-8, order: 1);
        IsPublished("gelu", -5, -7.14694600179e-6, order: 1);
        IsPublished("gelu", -10, -7.61840009646e-22, order: 1);
        for (var x = -4.0; x > -14; x -= 0.37) IsAccurate("gelu", x, order: 1);
    }

    [Fact]
    public void F_13_gelu_tanh_does_not_vanish_in_its_tail()
    {
        IsPublished("gelu_tanh", -6, -8.43964670e-11);
        IsPublished("gelu_tanh", -8, -3.10778293750e-21);
    }

    [Fact]
    public void F_14_elu_and_selu_of_tiny_numbers_keep_all_digits()
    {
        IsPublished("elu", -1e-8, -9.99999995e-9);
        IsPublished("selu", -1e-8, -1.75809933e-8);
        IsPublished("selu", -1e-6, -1.7580984618e-6);
        IsPublished("elu", -1e-4, -9.99950001667e-5);
    }

    [Fact]
    public void F_15_softplus_at_minus_12_3392() => IsPublished("softplus", -12.3392, 4.37675844606e-6);

    [Fact]
    public void F_16_the_slope_of_silu_does_not_vanish_at_minus_709() =>
        IsPublished("silu", -709, -8.61480771441e-306, order: 1);

    [Fact]
    public void F_17_silu_and_mish_do_not_flush_their_tails()
    {
        IsPublished("silu", -87.34, -1.02313546e-36);
        IsPublished("silu", -90, -7.37461136e-38);
        IsPublished("silu", -91.83, -1.20704180e-38);
        foreach (var x in new[] { -87.34, -88, -90, -91.83, -95, -103 }) IsAccurate("mish", x);
    }

    [Fact]
    public void F_18_erf_is_linear_near_0()
    {
        IsPublished("erf(x)", 3e-12, 3.3851375e-12);
        IsPublished("erf(x)", 5e-20, 5.641896e-20);
        IsAccurate("erf(x)", 1e-40);
    }

    [Fact]
    public void F_19_clamps_of_large_numbers_are_their_bounds()
    {
        for (var x = 8f; x < float.MaxValue / 2; x *= 2)
        {
            Assert.Equal(6, Everywhere("relu6", x));
            Assert.Equal(1, Everywhere("hard_tanh", x));
            Assert.Equal(1, Everywhere("hard_sigmoid", x));
            Assert.Equal(x, Everywhere("hard_swish", x));
            Assert.Equal(0, Everywhere("relu6", -x));
        }

        Half[] y = [(Half)8192, (Half)32768];
        KernelCases.Parse("relu6").Kernel(SixteenBitFormat.Half).Value(y, y);
        Assert.Equal([(Half)6, (Half)6], y);
    }

    [Fact]
    public void F_20_approximations_do_not_run_away()
    {
        Assert.Equal(20, Everywhere("gelu", 20f));
        Assert.Equal(20, Everywhere("gelu_tanh", 20f));
        for (var x = 9f; x < float.MaxValue / 4; x *= 3) Assert.Equal(1, Everywhere("tanh", x), 1e-6);
    }

    [Fact]
    public void F_21_tables_of_halves_are_correctly_rounded()
    {
        var gelu = KernelCases.Parse("gelu");
        var x = Enumerable.Range(0, 1 << 16).Select(i => BitConverter.UInt16BitsToHalf((ushort)i)).Where(Half.IsFinite).ToArray();
        var y = new Half[x.Length];
        gelu.Kernel(SixteenBitFormat.Half).Value(x, y);
        for (var i = 0; i < x.Length; i++)
        {
            var exact = gelu.Value((double)x[i]);
            var ulp = Math.ScaleB(1, Math.Max(Math.ILogB(exact == 0 ? 1e-10 : exact) - 10, -24));
            Assert.InRange(Math.Abs((double)y[i] - exact), 0, 0.501 * ulp);
        }
    }

    [Theory]
    [InlineData(-745.3, -708.3)]
    [InlineData(-104.1, -87.2)]
    [InlineData(87.2, 88.7)]
    [InlineData(709.4, 709.7)]
    public void F_22_exp_is_right_where_its_reduction_changes(double from, double to)
    {
        for (var i = 0; i <= 60; i++) IsAccurateInItsRange(from + ((to - from) * i / 60));
        Close.Relative(7.3801483e-309, Everywhere("exp(x)", -709.5), 0.2, "exp(-709.5) is subnormal");

        void IsAccurateInItsRange(double x)
        {
            if (x < 88.7) IsAccurate("exp(x)", x);
            else Close.Relative(Exactly("exp(x)", x).ToDouble(), Everywhere("exp(x)", x), 1e-15, $"exp({x})");
        }
    }

    [Fact]
    public void F_23_doubles_are_more_accurate_than_floats()
    {
        Close.Relative(0.731058578630, Everywhere("sigmoid", 1.0), 1e-12, "sigmoid(1)");
        Close.Relative(Exactly("sigmoid", 1).ToDouble(), Everywhere("sigmoid", 1.0), 3e-16, "sigmoid(1)");
    }
}
