namespace Hillock.Tests.Kernels;

public class KernelArgumentTests
{
    private static readonly Activation Gelu = Activation.Parse("gelu");

    [Fact]
    public void A_short_destination_is_refused_before_anything_is_written()
    {
        var y = new float[3];
        var e = Assert.Throws<ArgumentException>(() => Gelu.Kernel<float>().Value([1, 2, 3, 4], y));
        Assert.Contains("4 elements", e.Message, StringComparison.Ordinal);
        Assert.Contains("room for 3", e.Message, StringComparison.Ordinal);
        Assert.Equal([0, 0, 0], y);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(20)]
    public void A_partial_overlap_is_refused(int offset)
    {
        var memory = new float[200];
        var e = Assert.Throws<ArgumentException>(() =>
            Gelu.Kernel<float>().Value(memory.AsSpan(50, 64), memory.AsSpan(50 + offset, 64)));
        Assert.Contains("overlaps", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Adjacent_memory_is_no_overlap()
    {
        var memory = new float[128];
        Gelu.Kernel<float>().Value(memory.AsSpan(0, 64), memory.AsSpan(64, 64));
        Gelu.Kernel<float>().Value(memory.AsSpan(64, 64), memory.AsSpan(0, 64));
    }

    [Fact]
    public void Gradients_of_another_length_are_refused()
    {
        var e = Assert.Throws<ArgumentException>(() => Gelu.Kernel<float>().Backward(new float[4], new float[5], new float[4]));
        Assert.Equal("upstream", e.ParamName);
    }

    [Fact]
    public void Two_results_in_one_place_are_refused()
    {
        var y = new float[4];
        Assert.Throws<ArgumentException>(() => Gelu.Kernel<float>().ValueAndDerivative(new float[4], y, y));
    }

    [Fact]
    public void A_parameter_outside_its_domain_is_refused_by_name()
    {
        var celu = Activation.Parse("celu").Kernel<float>();
        var e = Assert.ThrowsAny<ArgumentException>(() => celu.Value([1], new float[1], [0]));
        Assert.Contains("alpha = 0", e.Message, StringComparison.Ordinal);
        Assert.ThrowsAny<ArgumentException>(() => celu.Value([1], new float[1], [double.NaN]));
        Assert.ThrowsAny<ArgumentException>(() => celu.Value([1], new float[1], [1, 2]));
    }

    [Fact]
    public void Orders_and_parameters_that_do_not_exist_are_refused()
    {
        Assert.ThrowsAny<ArgumentException>(() => Gelu.Kernel<float>().Derivative(-1, [1], new float[1]));
        Assert.ThrowsAny<ArgumentException>(() => Gelu.Kernel<float>().ParameterDerivative(0, [1], new float[1]));
        Assert.Throws<NotSupportedException>(() => Gelu.Kernel<Half>());
    }

    [Fact]
    public void Empty_spans_are_fine()
    {
        Gelu.Kernel<float>().Value([], []);
        Gelu.Kernel<double>().Backward([], [], []);
        Gelu.Kernel<float>().Value([], new float[3]);
    }

    [Fact]
    public void A_call_allocates_nothing()
    {
        var swish = Activation.Parse("swish").Kernel<float>();
        var x = new float[1000];
        var sums = new double[1];
        for (var i = 0; i < 3; i++) Step(i);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 50; i++) Step(i);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Step(int i)
        {
            Span<double> beta = [1 + (0.1 * i)];
            swish.Value(x, x, beta);
            swish.Backward(x, x, x, beta, sums);
        }
    }
}
