using Hillock.Kernels;
using Hillock.Tests.Catalogue;

namespace Hillock.Tests.Kernels;

public class SixteenBitKernelTests
{
    public static TheoryData<string, SixteenBitFormat> Cases
    {
        get
        {
            var cases = new TheoryData<string, SixteenBitFormat>();
            foreach (var id in CatalogueSample.Core)
            {
                cases.Add(id, SixteenBitFormat.Half);
                cases.Add(id, SixteenBitFormat.BFloat16);
            }

            return cases;
        }
    }

    private static ushort[] AllPatterns { get; } = [.. Enumerable.Range(0, 1 << 16).Select(i => (ushort)i)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_input_gives_the_nearest_number(string id, SixteenBitFormat format)
    {
        var activation = Activation.Parse(id);
        for (var order = 0; order <= 1; order++)
        {
            var y = new ushort[AllPatterns.Length];
            activation.Kernel(format).Derivative(order, AllPatterns, y);
            var wide = AllPatterns.Select(bits => SixteenBitConversion.Widen(format, bits)).ToArray();
            activation.Kernel<double>().Derivative(order, wide, wide);
            for (var i = 0; i < y.Length; i++)
                Assert.True(IsNearest(format, wide[i], y[i]), $"{id} order {order} at {i:X4}: {wide[i]:R} became {y[i]:X4}");
        }
    }

    // No neighbour is nearer; independent of how the rounding is done.
    private static bool IsNearest(SixteenBitFormat format, double exact, ushort bits)
    {
        var value = SixteenBitConversion.Widen(format, bits);
        if (double.IsNaN(exact) || double.IsNaN(value)) return double.IsNaN(exact) && double.IsNaN(value);
        if (exact == value) return double.IsNegative(exact) == double.IsNegative(value);
        var largest = SixteenBitConversion.Widen(format, format == SixteenBitFormat.Half ? (ushort)0x7BFF : (ushort)0x7F7F);
        if (double.IsInfinity(value)) return Math.Abs(exact) > largest;
        var size = bits & 0x7FFF;
        return new[] { size - 1, size + 1 }
            .Where(neighbour => neighbour >= 0)
            .Select(neighbour => SixteenBitConversion.Widen(format, (ushort)(neighbour | (bits & 0x8000))))
            .All(neighbour => double.IsInfinity(neighbour) || Math.Abs(neighbour - exact) >= Math.Abs(value - exact));
    }

    [Theory]
    [InlineData(1.00390625, 0x3F80)] // a tie between 1 and 1 + 1/128: to even
    [InlineData(1.01171875, 0x3F82)] // a tie above an odd number
    [InlineData(1.00390625000001, 0x3F81)] // just above the tie, lost by a float in between
    [InlineData(-1.00390624999999, 0xBF80)]
    [InlineData(4.5e-41, 0x0000)]
    [InlineData(4.7e-41, 0x0001)]
    [InlineData(3.4e38, 0x7F80)]
    [InlineData(double.NegativeInfinity, 0xFF80)]
    public void Bfloat16_rounds_once_to_nearest_even(double value, int expected) =>
        Assert.Equal((ushort)expected, SixteenBitConversion.Narrow(SixteenBitFormat.BFloat16, value));

    [Fact]
    public void Given_parameters_are_computed_with_the_same_rounding()
    {
        var swish = Activation.Parse("swish").Kernel(SixteenBitFormat.BFloat16);
        var (looked, computed) = (new ushort[AllPatterns.Length], new ushort[AllPatterns.Length]);
        swish.Value(AllPatterns, looked);
        swish.Value(AllPatterns, computed, [1.0]);
        Assert.Equal(looked, computed);
        swish.Value(AllPatterns, computed, [2.0]);
        Assert.NotEqual(looked, computed);
    }

    [Fact]
    public void Half_spans_and_in_place_work()
    {
        Half[] x = [(Half)(-8), (Half)0.5, (Half)11];
        var softplus = Activation.Parse("softplus").Kernel(SixteenBitFormat.Half);
        softplus.Value(x, x);
        Assert.Equal([(Half)3.3540637e-4, (Half)0.974077, (Half)11.0000167], x);
        Assert.Throws<InvalidOperationException>(() =>
            Activation.Parse("relu").Kernel(SixteenBitFormat.BFloat16).Value(new Half[1], new Half[1]));
    }

    [Fact]
    public void Backward_is_upstream_times_slope_rounded_once()
    {
        var random = new Random(3);
        var x = Enumerable.Range(0, 1000).Select(_ => (Half)((random.NextDouble() * 8) - 4)).ToArray();
        var upstream = x.Select(_ => (Half)(random.NextDouble() - 0.5)).ToArray();
        var gradient = new Half[x.Length];
        var gelu = Activation.Parse("gelu");
        gelu.Kernel(SixteenBitFormat.Half).Backward(x, upstream, gradient);
        for (var i = 0; i < x.Length; i++)
            Assert.Equal((Half)((double)upstream[i] * gelu.DerivativeAt((double)x[i])), gradient[i]);
    }
}
