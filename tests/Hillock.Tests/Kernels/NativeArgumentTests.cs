using System.Runtime.InteropServices;
using Hillock.Kernels;

namespace Hillock.Tests.Kernels;

/// <summary>The overloads over native memory: what they refuse, and that they give what spans give.</summary>
public sealed unsafe class NativeArgumentTests : IDisposable
{
    private const int Size = 300;

    private static readonly ActivationKernel<float> Swish = KernelCases.Parse("swish").Kernel<float>();

    private readonly byte* _memory = (byte*)NativeMemory.AllocZeroed(Size * sizeof(float));

    private float* At(int element) => (float*)_memory + element;

    public void Dispose() => NativeMemory.Free(_memory);

    [Fact]
    public void Null_is_refused_by_name_unless_there_is_nothing_to_do()
    {
        Assert.Equal("x", Assert.Throws<ArgumentNullException>(() => Swish.Value(null, At(0), 3)).ParamName);
        Assert.Equal("y", Assert.Throws<ArgumentNullException>(() => Swish.Value(At(0), null, 3)).ParamName);
        Assert.Equal("upstream", Assert.Throws<ArgumentNullException>(() => Swish.Backward(At(0), null, At(0), 3)).ParamName);
        Assert.Equal("derivative",
            Assert.Throws<ArgumentNullException>(() => Swish.ValueAndDerivative(At(0), At(0), null, 3)).ParamName);
        Swish.Value(null, null, 0);
        Swish.Backward(null, null, null, 0);
    }

    [Fact]
    public void A_negative_count_and_the_end_of_the_address_space_are_refused()
    {
        var e = Assert.Throws<ArgumentOutOfRangeException>(() => Swish.Value(At(0), At(0), -3));
        Assert.Equal("count", e.ParamName);
        Assert.Contains("-3", e.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Swish.Value(At(0), At(0), nint.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => Swish.Value(At(0), (float*)(nuint.MaxValue - 7), 3));
    }

    [Theory]
    [InlineData(4, "1 elements")]
    [InlineData(-64, "-16 elements")]
    [InlineData(3, "3 bytes")]
    [InlineData(-1, "-1 bytes")]
    public void A_partial_overlap_is_refused_before_anything_is_written(int bytes, string distance)
    {
        var y = (float*)(_memory + 400 + bytes);
        var e = Assert.Throws<ArgumentException>(() => Swish.Value(At(100), y, 64));
        Assert.Equal("y", e.ParamName);
        Assert.Contains(distance, e.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Swish.Backward(y, At(100), At(100), 64));
        Assert.Throws<ArgumentException>(() => Swish.ValueAndDerivative(At(0), At(100), y, 64));
        Assert.Equal(-1, new Span<float>(_memory, Size).IndexOfAnyExcept(0f));
    }

    [Fact]
    public void Two_results_in_one_place_and_too_few_sums_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Swish.ValueAndDerivative(At(0), At(9), At(9), 3));
        Assert.Throws<ArgumentException>(() => Swish.Backward(At(0), At(9), At(18), 3, [], []));
        Assert.ThrowsAny<ArgumentException>(() => Swish.ParameterDerivative(1, At(0), At(9), 3));
        Assert.ThrowsAny<ArgumentException>(() => Swish.Derivative(-1, At(0), At(9), 3));
    }

    [Fact]
    public void Results_are_those_of_spans()
    {
        var x = Enumerable.Range(0, 50).Select(i => (i * 0.1f) - 3).ToArray();
        var (value, derivative, gradient) = (new float[50], new float[50], new float[50]);
        double[] sum = [1];
        Swish.ValueAndDerivative(x, value, derivative, [1.5]);
        Swish.Backward(x, value, gradient, [1.5], sum);
        x.CopyTo(new Span<float>(At(0), 50));
        double[] nativeSum = [1];
        Swish.ValueAndDerivative(At(0), At(50), At(100), 50, [1.5]);
        Swish.Backward(At(0), At(50), At(150), 50, [1.5], nativeSum);
        Assert.Equal(value, new Span<float>(At(50), 50));
        Assert.Equal(derivative, new Span<float>(At(100), 50));
        Assert.Equal(gradient, new Span<float>(At(150), 50));
        Assert.Equal(sum, nativeSum);
        Swish.ParameterDerivative(0, x, value);
        Swish.ParameterDerivative(0, At(0), At(0), 50);
        Assert.Equal(value, new Span<float>(At(0), 50));
    }
}
