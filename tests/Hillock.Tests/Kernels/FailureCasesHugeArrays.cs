using Hillock.Kernels;
using Hillock.Kernels.Threading;
using Hillock.Tests.Kernels.Memory;

namespace Hillock.Tests.Kernels;

/// <summary>Arrays beyond 2³¹ elements. The same 64 MiB are mapped again and again, so that no machine needs the
/// memory; the last window is its own, so that what is found there was written for the last elements.</summary>
public sealed unsafe class FailureCasesHugeArrays(FailureCasesHugeArrays.Arrays arrays) : IClassFixture<FailureCasesHugeArrays.Arrays>
{
    // Beyond what 32 bits count, by a number that no vector divides.
    private static readonly nint Count = unchecked((nint)((1L << 31) + 1037));

    [Fact]
    public void F_55_more_than_2_to_31_floats_are_all_written()
    {
        var (x, y) = arrays.Open();
        y.Window.Clear();
        y.LastWindow.Fill(42);
        KernelCases.Parse("leaky_relu(negative_slope=0.5)").Kernel<float>().Value(x.Start, y.Start, Count);
        Assert.Equal(Values(x.Window), y.Window);
        Assert.Equal(Values(x.LastWindow[..(int)(Count - x.Last)]), y.LastWindow[..(int)(Count - x.Last)]);
        Assert.Equal(42, y.LastWindow[(int)(Count - x.Last)]);

        static float[] Values(ReadOnlySpan<float> x)
        {
            var y = new float[x.Length];
            for (var i = 0; i < y.Length; i++) y[i] = x[i] > 0 ? x[i] : 0.5f * x[i];
            return y;
        }
    }

    [Fact]
    public void F_56_the_gradient_of_a_slope_keeps_its_digits_over_more_than_2_to_31_floats()
    {
        var (x, y) = arrays.Open();
        double[] sum = [0];
        KernelCases.Parse("prelu").Kernel<float>().Backward(x.Start, x.Start, y.Start, Count, [0.25], sum);
        var window = SumOfNegativeSquares(x.Window);
        var repeats = x.Last / x.Window.Length;
        var expected = (window * repeats) + SumOfNegativeSquares(x.LastWindow[..(int)(Count - x.Last)]);
        Close.Relative((double)expected, sum[0], 1e-12, "Σ upstream · ∂f/∂a");

        static decimal SumOfNegativeSquares(ReadOnlySpan<float> x)
        {
            // Products as the kernel rounds them, sums without rounding.
            var sum = 0m;
            foreach (var v in x) sum += v < 0 ? (decimal)(double)(v * v) : 0;
            return sum;
        }
    }

    [Fact]
    public void F_55_more_than_2_to_31_halves_are_all_written()
    {
        NativePages.SkipElsewhere();
        using var x = new RepeatedArray<ushort>(Count);
        using var y = new RepeatedArray<ushort>(Count);
        var minusTwo = BitConverter.HalfToUInt16Bits((Half)(-2));
        x.Window.Fill(minusTwo);
        x.LastWindow.Fill(minusTwo);
        KernelCases.Parse("abs").Kernel(SixteenBitFormat.Half).Value(x.Start, y.Start, Count);
        Assert.Equal(-1, y.Window.IndexOfAnyExcept(BitConverter.HalfToUInt16Bits((Half)2)));
        Assert.Equal((int)(Count - y.Last), y.LastWindow.IndexOfAnyExcept(BitConverter.HalfToUInt16Bits((Half)2)));
    }

    [Fact]
    public void F_57_chunks_of_more_than_2_to_31_elements_follow_each_other()
    {
        var partition = Partition.OfLines((float*)4096, 5 * Count, threads: 3);
        var next = (nint)0;
        for (var chunk = 0; chunk < partition.Chunks; chunk++)
        {
            Assert.Equal(next, partition.Start(chunk));
            next = partition.End(chunk);
        }

        Assert.Equal(5 * Count, next);
        // Fixed segments, as the sums of parameter gradients are cut.
        Assert.Equal((int)((5 * Count / 8192) + 1), new Partition(5 * Count, 8192).Chunks);
        Assert.Equal(Count * 4, new Partition(5 * Count, Count).Start(4));
    }

    /// <summary>Two arrays for all tests: to map 8 GiB takes longer than to run over them.</summary>
    public sealed class Arrays : IDisposable
    {
        private RepeatedArray<float>? _x;
        private RepeatedArray<float>? _y;

        internal (RepeatedArray<float> X, RepeatedArray<float> Y) Open()
        {
            NativePages.SkipElsewhere();
            _y ??= new RepeatedArray<float>(Count);
            if (_x is not null) return (_x, _y);
            _x = new RepeatedArray<float>(Count);
            var random = new Random(5);
            foreach (ref var value in _x.Window) value = (random.NextSingle() * 8) - 4;
            foreach (ref var value in _x.LastWindow) value = (random.NextSingle() * 8) - 4;
            return (_x, _y);
        }

        public void Dispose()
        {
            _x?.Dispose();
            _y?.Dispose();
        }
    }
}
