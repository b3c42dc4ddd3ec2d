using System.Numerics;
using System.Runtime.InteropServices;

namespace Hillock.Tests.Kernels;

public class BiasTests
{
    public static TheoryData<int, int> Shapes => new()
    {
        { 1, 1 }, { 5, 1 }, { 3000, 1 }, { 700, 3 }, { 64, 10 }, { 300, 16 }, { 33, 100 }, { 2, 2047 }, { 3, 2048 },
        { 7, 2049 }, { 2, 5000 }, { 1, 9001 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Gives_the_bits_of_an_addition_and_a_kernel(int rows, int columns)
    {
        foreach (var function in new[] { "relu", "gelu", "swish" })
        {
            Check<float>(function, rows, columns);
            Check<double>(function, rows, columns);
        }
    }

    private static void Check<T>(string function, int rows, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var kernel = KernelCases.Parse(function).Kernel<T>();
        var random = new Random(rows + columns);
        var (x, bias, upstream) = (Draw(rows * columns), Draw(columns), Draw(rows * columns));
        var sum = x.Select((v, i) => v + bias[i % columns]).ToArray();
        var (expected, actual) = (new T[x.Length], new T[x.Length]);
        kernel.Value(sum, expected);
        kernel.ValueWithBias(x, bias, actual);
        AssertSame(expected, actual);
        x.CopyTo(actual, 0);
        kernel.ValueWithBias(actual, bias, actual);
        AssertSame(expected, actual);

        var biasGradient = Draw(columns);
        var before = biasGradient.ToArray();
        kernel.Backward(sum, upstream, expected);
        kernel.BackwardWithBias(x, bias, upstream, actual, biasGradient);
        AssertSame(expected, actual);
        for (var c = 0; c < columns; c++)
        {
            var column = Enumerable.Range(0, rows).Select(r => double.CreateTruncating(expected[(r * columns) + c])).ToList();
            var scale = Math.Abs(double.CreateTruncating(before[c])) + column.Sum(Math.Abs);
            var difference = double.CreateTruncating(biasGradient[c]) - double.CreateTruncating(before[c]) - column.Sum();
            Assert.InRange(Math.Abs(difference), 0, scale * (typeof(T) == typeof(float) ? 2e-6 : 1e-14));
        }

        T[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => T.CreateTruncating((random.NextDouble() * 8) - 4))];

        void AssertSame(T[] wanted, T[] got) => Assert.True(
            MemoryMarshal.AsBytes<T>(wanted).SequenceEqual(MemoryMarshal.AsBytes<T>(got)),
            $"{function}, {rows} × {columns}, {typeof(T).Name}");
    }

    [Fact]
    public void Sums_are_the_same_bits_for_every_vector_width()
    {
        var gelu = KernelCases.Parse("gelu");
        var x = Enumerable.Range(0, 999 * 7).Select(i => MathF.Sin(i)).ToArray();
        float[]? expected = null;
        foreach (var width in KernelCases.Widths)
        {
            var sums = new float[7];
            gelu.Kernel<float>(width).BackwardWithBias(x, new float[7], x, new float[x.Length], sums);
            Assert.Equal(expected ??= sums, sums);
        }
    }

    [Fact]
    public void What_does_not_fit_is_refused_by_name()
    {
        var kernel = KernelCases.Parse("relu").Kernel<float>();
        float[] x = [1, 2, 3, 4, 5, 6], memory = new float[12];
        var e = Assert.Throws<ArgumentException>(() => kernel.ValueWithBias(x, new float[4], new float[6]));
        Assert.Equal("bias", e.ParamName);
        Assert.Contains("6 elements", e.Message, StringComparison.Ordinal);
        Assert.Contains("4 biases", e.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => kernel.ValueWithBias(x, [], new float[6]));
        Assert.Throws<ArgumentException>(() => kernel.ValueWithBias(x, new float[3], new float[5]));
        Assert.Throws<ArgumentException>(() => kernel.ValueWithBias(x, memory.AsSpan(0, 3), memory.AsSpan(2, 6)));
        Assert.Throws<ArgumentException>(() => kernel.BackwardWithBias(x, new float[3], x, new float[6], new float[2]));
        Assert.Throws<ArgumentException>(() =>
            kernel.BackwardWithBias(x, new float[3], x, memory.AsSpan(0, 6), memory.AsSpan(5, 3)));
        kernel.ValueWithBias([], [], []);
        kernel.BackwardWithBias([], new float[3], [], [], new float[3]);
    }
}
