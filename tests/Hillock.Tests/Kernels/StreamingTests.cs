using System.Numerics;
using System.Runtime.InteropServices;
using Hillock.Kernels;

namespace Hillock.Tests.Kernels;

/// <summary>Calls so large that their results are stored around the caches give the bits of small calls.</summary>
public class StreamingTests
{
    private const int Large = (32 << 20) / 8;
    private const int Small = 10_007;

    [Theory]
    [InlineData("relu", 0, 0)]
    [InlineData("silu", 5, 0)]
    [InlineData("gelu", 3, 3)]
    [InlineData("sin", 1, 2)]
    [InlineData("x*tanh(log(1 + exp(x)))", 16, 7)]
    public void Same_bits_as_small_calls(string function, int firstMisplaced, int secondMisplaced)
    {
        Check<float>(function, firstMisplaced, secondMisplaced);
        if (function == "silu") Check<double>(function, firstMisplaced, secondMisplaced);
    }

    private static void Check<T>(string function, int firstMisplaced, int secondMisplaced)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var kernel = KernelCases.Parse(function).Kernel<T>();
        var count = (Large / Marshal.SizeOf<T>() * sizeof(float)) + 13;
        var inputs = KernelCases.Inputs<T>();
        var x = new T[count];
        // Long stretches without a special value, and some with them.
        for (var i = 0; i < count; i++) x[i] = i % 5000 < 64 ? inputs[i % inputs.Length] : T.CreateTruncating((i % 97) - 40) / T.CreateTruncating(7);
        var first = new T[count + 64].AsSpan(firstMisplaced, count);
        var second = new T[count + 64].AsSpan(secondMisplaced, count);
        var expected = new T[Small];
        var other = new T[Small];

        kernel.Value(x, first);
        Compare(first, "value", (from, to) => kernel.Value(from, to));
        kernel.ValueAndDerivative(x, first, second);
        Compare(first, "value of both", (from, to) => kernel.ValueAndDerivative(from, to, other));
        Compare(second, "derivative of both", (from, to) => kernel.ValueAndDerivative(from, other, to));
        kernel.Backward(x, second, first);
        for (var start = 0; start < count; start += Small)
        {
            var length = Math.Min(Small, count - start);
            kernel.Backward(x.AsSpan(start, length), second.Slice(start, length), expected);
            AssertSame(first.Slice(start, length), expected.AsSpan(0, length), "backward", start);
        }

        void Compare(ReadOnlySpan<T> actual, string pass, Pass<T> run)
        {
            for (var start = 0; start < count; start += Small)
            {
                var length = Math.Min(Small, count - start);
                run(x.AsSpan(start, length), expected);
                AssertSame(actual.Slice(start, length), expected.AsSpan(0, length), pass, start);
            }
        }

        void AssertSame(ReadOnlySpan<T> actual, ReadOnlySpan<T> wanted, string pass, int start) => Assert.True(
            MemoryMarshal.AsBytes(actual).SequenceEqual(MemoryMarshal.AsBytes(wanted)),
            $"{function}, {typeof(T).Name}, {pass}, in the {Small} from {start}");
    }

    private delegate void Pass<T>(ReadOnlySpan<T> x, Span<T> y);
}
