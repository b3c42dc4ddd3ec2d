using System.Numerics;
using System.Runtime.InteropServices;
using Hillock.Kernels;
using Hillock.Kernels.Execution;

namespace Hillock.Tests.Kernels;

/// <summary>Arrays in which each channel has parameters of its own, against a call for each channel.</summary>
public class ChannelTests
{
    private static readonly string[] Functions =
    [
        "prelu", "swish", "elu", "softplus", "snake", "gelu",
        "where(x > 0, a*x, b*expm1(x)) where learned a=1.5, learned b=0.5",
    ];

    // Ranks 0 to 5; channels of 1, 2, 3, 7, 64, 1000 and 4096; as many channels as another dimension has.
    private static readonly (int[] Shape, int Axis)[] Cases =
    [
        ([], 0), ([1], 0), ([7], 0), ([5, 1], 1), ([9, 2], 1), ([300, 3], 1), ([3, 300], 0), ([301, 7], 1), ([40, 64], 1),
        ([5, 1000], 1), ([3, 4096], 1), ([3, 3], 0), ([3, 3], 1), ([2, 3, 50], 1), ([2, 64, 7], 1), ([2, 64, 64], 1),
        ([2, 64, 64], 2), ([4, 3, 200], 1), ([2, 1000, 2], 1), ([2, 3, 5, 7], -3), ([2, 3, 5, 7], 3), ([2, 7, 7, 7], 0),
        ([2, 7, 7, 7], 2), ([1, 64, 12, 13], 1), ([2, 3, 2, 3, 5], 1), ([2, 3, 2, 3, 5], 3), ([0, 3], 1), ([3, 0], 0),
    ];

    public static TheoryData<string> AllFunctions => new(Functions);

    [Theory]
    [MemberData(nameof(AllFunctions))]
    public void Gives_the_bits_of_a_call_for_each_channel(string function)
    {
        foreach (var (shape, axis) in Cases)
        {
            var layout = AxisLayout.Of(shape, axis);
            // What a call for each of thousands of channels costs is paid for two functions only.
            if (layout.Length >= 1000 && function is not ("prelu" or "snake")) continue;
            Check<float>(function, layout, VectorWidths.Best);
            Check<double>(function, layout, VectorWidths.Best);
        }
    }

    [Theory]
    [MemberData(nameof(AllFunctions))]
    public void Gives_the_same_bits_at_every_width(string function)
    {
        foreach (var width in KernelCases.Widths)
        {
            Check<float>(function, AxisLayout.Of([11, 7, 3], 1), width);
            Check<double>(function, AxisLayout.Of([11, 7, 3], 1), width);
        }
    }

    [Fact]
    public void One_parameter_for_all_and_one_an_element_are_layouts_too()
    {
        Assert.Equal(new AxisLayout(1, 1, 30), AxisLayout.OfAll([2, 3, 5]));
        Assert.Equal(new AxisLayout(2, 15, 1), AxisLayout.OfExamples([2, 3, 5]));
        Assert.Equal(new AxisLayout(1, 1, 1), AxisLayout.OfExamples([]));
        Check<float>("prelu", AxisLayout.OfAll([4, 5, 6]), VectorWidths.Best);
        Check<float>("prelu", AxisLayout.OfExamples([4, 50, 60]), VectorWidths.Best);
    }

    private static void Check<T>(string function, AxisLayout layout, VectorWidth width)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var activation = KernelCases.Parse(function);
        var kernel = activation.Kernel<T>(width);
        var (x, upstream) = (Inputs<T>(layout, 1), Inputs<T>(layout, 2));
        var parameters = Parameters(activation, (int)layout.Length);
        var sums = parameters.Select((_, i) => (double)i).ToArray();
        T[] value = new T[x.Length], slope = new T[x.Length], gradient = x.ToArray(), alone = upstream.ToArray();
        kernel.Value(x, value, layout, parameters);
        kernel.Derivative(1, x, slope, layout, parameters);
        kernel.Backward(gradient, upstream, gradient, layout, parameters, sums);
        kernel.Backward(x, alone, alone, layout, parameters);
        for (var c = 0; c < layout.Length; c++)
        {
            var places = Places(layout, c);
            var own = activation.Parameters.Select((_, p) => parameters[(p * (int)layout.Length) + c]).ToArray();
            var ownSums = own.Select((_, p) => (double)((p * (int)layout.Length) + c)).ToArray();
            T[] ownX = [.. places.Select(i => x[i])], ownUpstream = [.. places.Select(i => upstream[i])];
            var expected = new T[ownX.Length];
            kernel.Value(ownX, expected, own);
            AssertSame(expected, value, places, $"value of {function}, {layout}, channel {c}");
            kernel.Derivative(1, ownX, expected, own);
            AssertSame(expected, slope, places, $"slope of {function}, {layout}, channel {c}");
            kernel.Backward(ownX, ownUpstream, expected, own);
            AssertSame(expected, alone, places, $"backward of {function}, {layout}, channel {c}");
            kernel.Backward(ownX, ownUpstream, expected, own, ownSums);
            AssertSame(expected, gradient, places, $"gradient of {function}, {layout}, channel {c}");
            for (var p = 0; p < own.Length; p++)
            {
                var size = places.Sum(i => Math.Abs(double.CreateTruncating(upstream[i]) * double.CreateTruncating(x[i])));
                var difference = ownSums[p] - sums[(p * (int)layout.Length) + c];
                if (double.IsFinite(ownSums[p]) && double.IsFinite(size))
                    Assert.InRange(Math.Abs(difference), 0, 1e-13 * (Math.Abs(ownSums[p]) + size));
            }
        }
    }

    // Ordinary numbers, and here and there what needs limits.
    private static T[] Inputs<T>(AxisLayout layout, int seed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var random = new Random(seed);
        var special = KernelCases.Inputs<T>();
        return
        [
            .. Enumerable.Range(0, (int)layout.Count).Select(i => seed == 1 && i % 37 == 5
                ? special[random.Next(special.Length)]
                : T.CreateTruncating((random.NextDouble() * 8) - 4)),
        ];
    }

    private static double[] Parameters(Activation activation, int channels) =>
    [
        .. activation.Parameters.SelectMany(p =>
            Enumerable.Range(0, channels).Select(c => p.Default * (1 + (0.5 * Math.Sin(c + 0.3))))),
    ];

    private static int[] Places(AxisLayout layout, int channel) =>
    [
        .. Enumerable.Range(0, (int)layout.Lines).Select(line => (int)(layout.StartOf(line) + (channel * layout.Inner))),
    ];

    private static void AssertSame<T>(T[] expected, T[] actual, int[] places, string what)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (var i = 0; i < places.Length; i++)
            if (KernelCases.Bits(expected[i]) != KernelCases.Bits(actual[places[i]]))
                Assert.Fail($"{what}: {expected[i]} and {actual[places[i]]} at {places[i]}");
    }

    [Theory]
    [InlineData(20000, 64, 1)]
    [InlineData(300, 1000, 2)]
    [InlineData(3, 7, 40000)]
    [InlineData(150000, 3, 1)]
    public void Same_bits_for_any_number_of_threads(int outer, int channels, int inner)
    {
        var layout = new AxisLayout(outer, channels, inner);
        var activation = KernelCases.Parse(Functions[^1]);
        var (x, upstream) = (Inputs<float>(layout, 3), Inputs<float>(layout, 4));
        var parameters = Parameters(activation, channels);
        var expected = Results(1);
        foreach (var threads in new[] { 2, 5 }) Assert.Equal(expected, Results(threads));

        byte[] Results(int threads)
        {
            var kernel = activation.Kernel<float>().WithExactThreads(threads);
            var results = new float[2 * x.Length];
            var sums = new double[parameters.Length];
            kernel.Value(x, results, layout, parameters);
            kernel.Backward(x, upstream, results.AsSpan(x.Length), layout, parameters, sums);
            return [.. MemoryMarshal.AsBytes(results.AsSpan()), .. MemoryMarshal.AsBytes(sums.AsSpan())];
        }
    }

    [Fact]
    public void Sums_over_many_elements_are_those_of_higher_precision()
    {
        var layout = new AxisLayout(400_000, 3, 1);
        var x = Inputs<float>(layout, 5);
        var sums = new double[3];
        KernelCases.Parse("prelu").Kernel<float>().Backward(x, x, new float[x.Length], layout, [0.1, 0.2, 0.3], sums);
        for (var c = 0; c < 3; c++)
        {
            // x² as the kernel rounds it; the sum itself without any rounding.
            decimal exact = 0;
            for (var i = c; i < x.Length; i += 3)
                if (x[i] < 0) exact += (decimal)(double)(x[i] * x[i]);
            Assert.Equal((double)exact, sums[c], 1e-11 * (double)exact);
        }
    }

    [Fact]
    public void Repeated_calls_allocate_nothing()
    {
        var kernel = KernelCases.Parse("prelu").Kernel<float>();
        var layout = new AxisLayout(50, 64, 1);
        float[] x = Inputs<float>(layout, 1), y = new float[x.Length];
        double[] parameters = Parameters(KernelCases.Parse("prelu"), 64), sums = new double[64];
        var least = long.MaxValue;
        for (var i = 0; i < 10; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            kernel.Value(x, y, layout, parameters);
            kernel.Backward(x, x, y, layout, parameters, sums);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
    }

    [Fact]
    public void What_does_not_fit_is_refused_with_both_numbers()
    {
        var kernel = KernelCases.Parse("prelu").Kernel<float>();
        float[] x = new float[12], y = new float[12];
        Says("has 15 elements, 5 × 3 × 1, but there are 12", () => kernel.Value(x, y, new(5, 3, 1), [1, 2, 3]));
        Says("1 parameters and the layout 3 channels, so that there are 3 values, not 1", () =>
            kernel.Value(x, y, new(4, 3, 1), [1]));
        Says("3 values of parameters but room for 2 gradients", () =>
            kernel.Backward(x, x, y, new(4, 3, 1), [1, 2, 3], new double[2]));
        Says("room for 11", () => kernel.Value(x, y.AsSpan(1), new(4, 3, 1), [1, 2, 3]));
        Says("Channel 2: alpha = 0 is not allowed", () =>
            KernelCases.Parse("celu").Kernel<float>().Value(x, y, new(4, 3, 1), [1, 2, 0]));

        static void Says(string expected, Action action) =>
            Assert.Contains(expected, Assert.ThrowsAny<ArgumentException>(action).Message, StringComparison.Ordinal);
    }
}
