using System.Numerics;
using Hillock.Kernels;
using Hillock.Tests.Kernels.Memory;

namespace Hillock.Tests.Kernels;

/// <summary>No kernel reads or writes a byte outside of its spans. Where one does, it meets a page without access and
/// the whole test process ends with an access violation.</summary>
public class GuardPageTests
{
    private const int LongestLength = 67;

    public static TheoryData<string> Functions => new(KernelCases.All);

    [Theory]
    [MemberData(nameof(Functions))]
    public void F_51_nothing_outside_of_the_spans_is_touched(string function)
    {
        NativePages.SkipElsewhere();
        CheckAll<float>(function);
        CheckAll<double>(function);
    }

    private static void CheckAll<T>(string function)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var arrays = new Arrays<T>();
        var activation = KernelCases.Parse(function);
        foreach (var width in KernelCases.Widths)
        {
            var kernel = activation.Kernel<T>(width);
            for (var length = 0; length <= LongestLength; length++)
            {
                Check(kernel, arrays, length, touchesEnd: true, $"{function} {typeof(T).Name} {width} {length}");
                Check(kernel, arrays, length, touchesEnd: false, $"{function} {typeof(T).Name} {width} {length}");
            }
        }
    }

    private static void Check<T>(ActivationKernel<T> kernel, Arrays<T> arrays, int length, bool touchesEnd, string what)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var x = arrays.X.Cut(length, touchesEnd);
        var upstream = arrays.Upstream.Cut(length, touchesEnd);
        for (var i = 0; i < length; i++) x[i] = upstream[i] = T.CreateTruncating(i - 30);
        var first = arrays.First.Cut(length, touchesEnd);
        var second = arrays.Second.Cut(length, touchesEnd);
        kernel.Value(x, first);
        kernel.ValueAndDerivative(x, first, second);
        kernel.Backward(x, upstream, first);
        Assert.True(arrays.First.IsRestUntouched(length, touchesEnd), what);
        Assert.True(arrays.Second.IsRestUntouched(length, touchesEnd), what);
        kernel.Backward(x, upstream, upstream);
        kernel.Value(x, x);
        Assert.True(arrays.X.IsRestUntouched(length, touchesEnd), what);
        Assert.True(arrays.Upstream.IsRestUntouched(length, touchesEnd), what);
    }

    private sealed class Arrays<T> : IDisposable
        where T : unmanaged
    {
        public GuardedArray<T> X { get; } = new();

        public GuardedArray<T> Upstream { get; } = new();

        public GuardedArray<T> First { get; } = new();

        public GuardedArray<T> Second { get; } = new();

        public void Dispose()
        {
            foreach (var array in new[] { X, Upstream, First, Second }) array.Dispose();
        }
    }
}
