using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using Hillock.Networks.Products;

namespace Hillock.Networks.Tests;

public class MatrixProductTests
{
    private static readonly Random Random = new(7);

    public static TheoryData<int, int, int> Shapes()
    {
        var shapes = new TheoryData<int, int, int>();
        int[] sizes = [1, 2, 3, 5, 6, 7, 8, 12, 13, 15, 16, 17, 31, 32, 33, 47, 64, 65, 70];
        foreach (var rows in sizes)
        {
            // Every pair of sizes appears, without the cube of them.
            for (var i = 0; i < sizes.Length; i++)
                shapes.Add(rows, sizes[i], sizes[(i * 7 + rows) % sizes.Length]);
        }
        shapes.Add(64, 784, 256);
        shapes.Add(10, 1000, 1000);
        shapes.Add(300, 257, 100);
        shapes.Add(784, 64, 256);
        // More than one block of everything, and blocks that end in the middle of a tile.
        shapes.Add(271, 523, 131);
        shapes.Add(12, 300, 1003);
        return shapes;
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Products_agree_with_a_double_loop(int rows, int depth, int columns)
    {
        float[] a = RandomMatrix(rows * depth), b = RandomMatrix(depth * columns), bias = RandomMatrix(columns);
        var expected = NaiveProduct(a, b, rows, depth, columns);
        AssertClose(expected, Product(a, b, rows, depth, columns), depth);
        AssertClose(
            expected, Product(a, Transpose(b, depth, columns), rows, depth, columns, isRightTransposed: true), depth);
        AssertClose(
            expected, Product(Transpose(a, rows, depth), b, rows, depth, columns, isLeftTransposed: true), depth);
        AssertClose(
            [.. expected.Select((value, i) => value + bias[i % columns])],
            Product(a, b, rows, depth, columns, bias: bias), depth);
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(7, 300, 33)]
    [InlineData(64, 784, 256)]
    public void Every_vector_width_gives_the_bits_of_one_chain_of_fused_multiply_adds(int rows, int depth, int columns)
    {
        float[] a = RandomMatrix(rows * depth), b = RandomMatrix(depth * columns);
        var expected = Chains(a, b, rows, depth, columns);
        var fused = Fma.IsSupported || AdvSimd.IsSupported;
        foreach (var lanes in fused ? [4, 8, 16] : new[] { 8, 16 })
        {
            Assert.Equal(expected, ProductWithWidth(lanes, a, b, rows, depth, columns));
        }
    }

    public static TheoryData<int> SmallSizes() => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(SmallSizes))]
    public void Every_small_product_is_one_chain_of_fused_multiply_adds(int rows)
    {
        Assert.SkipUnless(Fma.IsSupported || AdvSimd.IsSupported, "This machine has no fused multiply-add.");
        for (var depth = 1; depth <= 40; depth++)
        {
            float[] a = RandomMatrix(rows * depth), b = RandomMatrix(depth * 40);
            for (var columns = 1; columns <= 40; columns++)
            {
                var right = b[..(depth * columns)];
                var expected = Chains(a, right, rows, depth, columns);
                Assert.Equal(expected, Product(a, right, rows, depth, columns));
                Assert.Equal(expected, PackedProduct(a, right, rows, depth, columns));
                Assert.Equal(expected, SmallProductOf(a, right, rows, depth, columns));
                // Vectors of 512 bits are imitated where there are none, a hundred times as slow.
                if ((depth + columns) % 13 == rows % 13)
                {
                    Assert.All(
                        [4, 8, 16],
                        lanes => Assert.Equal(expected, ProductWithWidth(lanes, a, right, rows, depth, columns)));
                }
            }
        }
    }

    [Fact]
    public void A_row_does_not_depend_on_the_rows_beside_it()
    {
        const int rows = 29, depth = 300, columns = 45;
        float[] a = RandomMatrix(rows * depth), b = RandomMatrix(depth * columns);
        var all = Product(a, b, rows, depth, columns);
        for (var row = 0; row < rows; row++)
        {
            var one = Product(a[(row * depth)..((row + 1) * depth)], b, 1, depth, columns);
            Assert.Equal(all.AsSpan(row * columns, columns), one.AsSpan());
        }
    }

    private static float[] Chains(float[] a, float[] b, int rows, int depth, int columns)
    {
        var c = new float[rows * columns];
        for (var row = 0; row < rows; row++)
        {
            for (var k = 0; k < depth; k++)
            {
                for (var column = 0; column < columns; column++)
                {
                    ref var sum = ref c[row * columns + column];
                    sum = MathF.FusedMultiplyAdd(a[row * depth + k], b[k * columns + column], sum);
                }
            }
        }

        return c;
    }

    private static unsafe float[] Product(
        float[] a, float[] b, int rows, int depth, int columns, float[]? bias = null, bool isLeftTransposed = false,
        bool isRightTransposed = false)
    {
        var c = new float[rows * columns];
        c.AsSpan().Fill(float.NaN);
        fixed (float* pa = a, pb = b, pc = c, pBias = bias)
        {
            MatrixProduct.Multiply(
                isLeftTransposed ? new(pa, 1, rows) : new(pa, depth, 1),
                isRightTransposed ? new(pb, 1, depth) : new(pb, columns, 1), pBias, pc, columns, rows, depth, columns);
        }

        return c;
    }

    private static unsafe float[] PackedProduct(float[] a, float[] b, int rows, int depth, int columns)
    {
        var c = new float[rows * columns];
        var packed = new float[MatrixProduct.PackedLength(depth, columns)];
        fixed (float* pa = a, pb = b, pc = c, pp = packed)
        {
            MatrixProduct.Pack(new(pb, columns, 1), depth, columns, pp);
            MatrixProduct.MultiplyPacked(new(pa, depth, 1), pp, pc, columns, rows, depth, columns);
        }

        return c;
    }

    // By A as it lies, and transposed as gradients take it.
    private static unsafe float[] SmallProductOf(float[] a, float[] b, int rows, int depth, int columns)
    {
        float[] c = new float[rows * columns], ofTransposed = new float[rows * columns], t = Transpose(a, rows, depth);
        fixed (float* pa = a, pt = t, pb = b, pc = c, pd = ofTransposed)
        {
            SmallProduct.Compute(new(pa, depth, 1), pb, columns, null, pc, rows, depth, columns);
            SmallProduct.Compute(new(pt, 1, rows), pb, columns, null, pd, rows, depth, columns);
        }

        Assert.Equal(c, ofTransposed);
        return c;
    }

    private static unsafe float[] ProductWithWidth(int lanes, float[] a, float[] b, int rows, int depth, int columns)
    {
        var c = new float[rows * columns];
        fixed (float* pa = a, pb = b, pc = c)
        {
            MatrixProduct.MultiplyWithWidth(
                lanes, new(pa, depth, 1), new(pb, columns, 1), null, pc, columns, rows, depth, columns);
        }

        return c;
    }

    private static float[] RandomMatrix(int length)
    {
        var elements = new float[length];
        for (var i = 0; i < length; i++)
            elements[i] = (float)(2 * Random.NextDouble() - 1);
        return elements;
    }

    private static double[] NaiveProduct(float[] a, float[] b, int rows, int depth, int columns)
    {
        var c = new double[rows * columns];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                for (var k = 0; k < depth; k++)
                    c[row * columns + column] += (double)a[row * depth + k] * b[k * columns + column];
            }
        }
        return c;
    }

    private static float[] Transpose(float[] matrix, int rows, int columns)
    {
        var transposed = new float[matrix.Length];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
                transposed[column * rows + row] = matrix[row * columns + column];
        }
        return transposed;
    }

    // Elements are in [−1, 1], so a sum of n products is off by at most n half-ulps of a partial sum ≤ n; random signs
    // keep it far below that bound.
    private static void AssertClose(double[] expected, float[] actual, int depth)
    {
        var tolerance = 1e-6 * Math.Sqrt(depth) + 1e-7 * depth;
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], tolerance);
    }
}
