using Hillock.Kernels;

namespace Hillock.Tests.Kernels;

public class KernelCostTests
{
    [Theory]
    [InlineData("relu", 0)]
    [InlineData("sigmoid", 1)]
    [InlineData("tanh", 1)]
    [InlineData("silu", 1)]
    [InlineData("gelu", 1)]
    [InlineData("mish", 1)]
    [InlineData("elu", 0)]
    [InlineData("x*tanh(log(1 + exp(x)))", 1)]
    public void Value_and_slope_take_one_division_each_at_most(string function, int divisions)
    {
        var kernel = Activation.Parse(function).Kernel<float>();
        Assert.Equal(divisions, kernel.Cost(KernelPass.Value).Divisions);
        Assert.Equal(divisions, kernel.Cost(KernelPass.Derivative).Divisions);
    }

    [Theory]
    [InlineData("silu")]
    [InlineData("gelu")]
    [InlineData("mish")]
    [InlineData("elu")]
    public void Value_and_slope_together_cost_less_than_apart(string function)
    {
        var kernel = Activation.Parse(function).Kernel<float>();
        var apart = kernel.Cost(KernelPass.Value).Multiplications + kernel.Cost(KernelPass.Derivative).Multiplications;
        Assert.InRange(kernel.Cost(KernelPass.ValueAndDerivative).Multiplications, 0, apart * 0.8);
    }

    [Fact]
    public void Counts_what_is_in_the_loop()
    {
        // Load, maximum, +0, store.
        Assert.Equal(new KernelCost(4, 0, 0, 0, 8), Activation.Parse("relu").Kernel<float>().Cost(KernelPass.Value));
        Assert.Equal(24, Activation.Parse("relu").Kernel<double>().Cost(KernelPass.Backward).BytesPerElement);
    }
}
