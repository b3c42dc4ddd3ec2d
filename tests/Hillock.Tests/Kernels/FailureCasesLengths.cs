using System.Runtime.InteropServices;
using Hillock.Kernels;

namespace Hillock.Tests.Kernels;

/// <summary>Lengths, alignment and shapes. F-51, guard pages, has a file of its own.</summary>
public unsafe class FailureCasesLengths
{
    private static readonly string[] Functions = ["relu", "sigmoid", "gelu", "swish", "sin"];

    [Fact]
    public void F_48_nothing_to_do_is_done()
    {
        foreach (var function in KernelCases.All)
        {
            var activation = KernelCases.Parse(function);
            var kernel = activation.Kernel<float>();
            double[] sums = [.. activation.Parameters.Select(_ => 3.0)], before = [.. sums];
            kernel.Value([], []);
            kernel.Derivative(2, [], []);
            kernel.ValueAndDerivative([], [], []);
            kernel.Backward([], [], []);
            kernel.Backward([], [], [], [], sums);
            kernel.WithThreads(2).Value([], []);
            activation.Kernel(SixteenBitFormat.Half).Value(ReadOnlySpan<Half>.Empty, []);
            Assert.Equal(before, sums);
        }
    }

    [Fact]
    public void F_49_every_length_gives_what_single_elements_give()
    {
        int[] lengths = [.. Enumerable.Range(1, 67), 127, 128, 129, 255, 256, 257, 1023, 1024, 1025];
        foreach (var function in Functions)
            foreach (var width in KernelCases.Widths)
            {
                var kernel = KernelCases.Parse(function).Kernel<float>(width);
                var x = Enumerable.Range(0, 1025).Select(i => (i * 0.0137f) - 7).ToArray();
                var (single, together) = (new float[x.Length], new float[x.Length]);
                for (var i = 0; i < x.Length; i++) kernel.Value(x.AsSpan(i, 1), single.AsSpan(i, 1));
                foreach (var length in lengths)
                {
                    kernel.Value(x.AsSpan(0, length), together);
                    Assert.True(together.AsSpan(0, length).SequenceEqual(single.AsSpan(0, length)), $"{function} {width} {length}");
                }
            }
    }

    [Fact]
    public void F_50_source_and_destination_may_begin_at_any_byte()
    {
        const int bytes = 1024;
        var memory = (byte*)NativeMemory.AlignedAlloc(2 * bytes, 64);
        var x = Enumerable.Range(0, 67).Select(i => (i * 0.1f) - 3).ToArray();
        var expected = new float[x.Length];
        var kernel = KernelCases.Parse("gelu").Kernel<float>();
        kernel.Value(x, expected);
        for (var from = 0; from < 64; from++)
            for (var to = 0; to < 64; to++)
            {
                MemoryMarshal.AsBytes<float>(x).CopyTo(new Span<byte>(memory + from, bytes));
                kernel.Value((float*)(memory + from), (float*)(memory + bytes + to), x.Length);
                var written = new Span<byte>(memory + bytes + to, x.Length * sizeof(float));
                Assert.True(written.SequenceEqual(MemoryMarshal.AsBytes<float>(expected)), $"from {from} to {to}");
            }

        NativeMemory.AlignedFree(memory);
    }

    [Fact]
    public void F_52_a_longer_destination_keeps_its_rest_and_a_shorter_one_all()
    {
        var kernel = KernelCases.Parse("swish").Kernel<float>();
        var x = Enumerable.Range(0, 21).Select(i => (float)i).ToArray();
        var passes = new Action<float[]>[]
        {
            y => kernel.Value(x, y),
            y => kernel.Derivative(1, x, y),
            y => kernel.ParameterDerivative(0, x, y),
            y => kernel.ValueAndDerivative(x, y, new float[21]),
            y => kernel.ValueAndDerivative(x, new float[21], y),
            y => kernel.Backward(x, x, y),
            y => kernel.Backward(x, x, y, [], new double[1]),
            y => kernel.ValueWithBias(x, [1, 2, 3], y),
        };
        foreach (var pass in passes)
        {
            var (longer, shorter) = (Filled(30), Filled(20));
            pass(longer);
            Assert.Equal(-1, longer.AsSpan(21).IndexOfAnyExcept(42f));
            Assert.NotEqual(42, longer[20]);
            var e = Assert.Throws<ArgumentException>(() => pass(shorter));
            Assert.Contains("21 elements", e.Message, StringComparison.Ordinal);
            Assert.Contains("room for 20", e.Message, StringComparison.Ordinal);
            Assert.Equal(-1, shorter.AsSpan().IndexOfAnyExcept(42f));
        }

        static float[] Filled(int length) => [.. Enumerable.Repeat(42f, length)];
    }

    [Fact]
    public void F_53_a_single_element_passes_through_prelu()
    {
        var prelu = KernelCases.Parse("prelu").Kernel<float>();
        float[] y = [-2], gradient = new float[1];
        double[] slopeGradient = [0];
        prelu.Backward(y, [3], gradient, [], slopeGradient);
        prelu.Value(y, y);
        Assert.Equal([-0.5f], y);
        Assert.Equal([0.75f], gradient);
        Assert.Equal([-6], slopeGradient);
    }
}
