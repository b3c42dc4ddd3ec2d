using Hillock.Kernels;
using Hillock.Kernels.Groups;
using Hillock.Tests.Kernels;

namespace Hillock.Tests.Groups;

public class GroupShapeTests
{
    private static readonly int[][] Shapes =
    [
        [], [1], [2], [64], [1000], [3, 2], [2, 64], [7, 1, 4], [4, 6, 8], [2, 2, 2, 2], [2, 4, 6, 2, 4], [2, 2, 1000],
        [1000, 3, 1], [0, 4], [4, 0], [2, 0, 6], [18, 37],
    ];

    [Theory]
    [InlineData("softmax")]
    [InlineData("log_softmax")]
    [InlineData("squash")]
    [InlineData("sparsemax")]
    [InlineData("swiglu")]
    [InlineData("maxout")]
    [InlineData("crelu")]
    [InlineData("hardmax")]
    public void Every_line_is_computed_as_if_it_were_alone(string function)
    {
        var isHalving = function is "swiglu" or "maxout";
        foreach (var shape in Shapes)
            for (var axis = -Math.Max(1, shape.Length); axis < shape.Length; axis++)
                if (!isHalving || AxisLayout.Of(shape, axis).Length % 2 == 0)
                    IsComputedByLines(function, shape, axis);
    }

    private static void IsComputedByLines(string function, int[] shape, int axis)
    {
        var kernel = GroupCases.Parse(function).Kernel<float>();
        var from = AxisLayout.Of(shape, axis);
        var to = AxisLayout.Of(kernel.OutputShape(shape, axis), axis);
        var x = Floats((int)from.Count, 1);
        var upstream = Floats((int)to.Count, 2);
        var (y, gradient) = (new float[to.Count], new float[from.Count]);
        kernel.Value(x, y, shape, axis);
        kernel.Backward(x, upstream, gradient, shape, axis);
        for (nint line = 0; line < from.Lines && from.Length > 0; line++)
        {
            var alone = Line(x, from, line);
            var (expected, expectedGradient) = (new float[to.Length], new float[from.Length]);
            kernel.Value(alone, expected, [alone.Length], 0);
            kernel.Backward(alone, Line(upstream, to, line), expectedGradient, [alone.Length], 0);
            Assert.True(expected.SequenceEqual(Line(y, to, line)), Place());
            Assert.True(expectedGradient.SequenceEqual(Line(gradient, from, line)), Place());

            string Place() => $"line {line} of [{string.Join(", ", shape)}] along axis {axis}";
        }
    }

    [Theory]
    [InlineData("softmax")]
    [InlineData("log_softmax")]
    [InlineData("squash")]
    [InlineData("sparsemax")]
    [InlineData("hardmax")]
    public void Source_and_destination_may_be_the_same_memory(string function)
    {
        var kernel = GroupCases.Parse(function).Kernel<float>();
        foreach (var (shape, axis) in new[] { (new[] { 5, 700 }, 1), (new[] { 5, 700 }, 0) })
        {
            float[] x = Floats(3500, 1), upstream = Floats(3500, 2), y = new float[3500], gradient = new float[3500];
            kernel.Value(x, y, shape, axis);
            kernel.Backward(x, upstream, gradient, shape, axis);
            var inPlace = x.ToArray();
            kernel.Value(inPlace, inPlace, shape, axis);
            Assert.Equal(y, inPlace);
            var overX = x.ToArray();
            kernel.Backward(overX, upstream, overX, shape, axis);
            Assert.Equal(gradient, overX);
            kernel.Backward(x, upstream, upstream, shape, axis);
            Assert.Equal(gradient, upstream);
        }
    }

    [Fact]
    public void A_partial_overlap_is_refused_before_anything_is_written()
    {
        var memory = Floats(100, 1);
        var before = memory.ToArray();
        var softmax = GroupCases.Parse("softmax").Kernel<float>();
        var swiglu = GroupCases.Parse("swiglu").Kernel<float>();
        for (var offset = -8; offset <= 8; offset++)
        {
            if (offset == 0) continue;
            Assert.Throws<ArgumentException>(() =>
                softmax.Value(memory.AsSpan(10, 20), memory.AsSpan(10 + offset, 20), [4, 5], 1));
            Assert.Throws<ArgumentException>(() => softmax.Backward(
                memory.AsSpan(10, 20), memory.AsSpan(50, 20), memory.AsSpan(50 + offset, 20), [4, 5], 1));
        }

        Assert.Throws<ArgumentException>(() => swiglu.Value(memory.AsSpan(0, 20), memory.AsSpan(0, 10), [20], 0));
        Assert.Equal(before, memory);
        softmax.Value(memory.AsSpan(10, 20), memory.AsSpan(30, 20), [4, 5], 1);
    }

    [Fact]
    public void What_does_not_fit_is_told_in_a_sentence()
    {
        var swiglu = GroupCases.Parse("swiglu").Kernel<float>();
        Says("swiglu gate first halves the axis, which has an odd length, 5.", () => swiglu.Value(new float[5], new float[2], [5], 0));
        Says("The shape [5] has no axis 1; its axes are -1 to 0.", () => swiglu.Value(new float[5], new float[2], [5], 1));
        Says("The shape has 6 elements but x has 5.", () => swiglu.Value(new float[5], new float[3], [6], 0));
        Says(
            "maxout takes groups of 3, which do not fill an axis of 4.",
            () => GroupCases.Parse("maxout(k=3)").Kernel<float>().Value(new float[4], new float[4], [4], 0));

        static void Says(string message, Action action) =>
            Assert.Equal(message, Assert.Throws<ShapeException>(action).Message);
    }

    [Fact]
    public void Threads_and_vector_widths_change_no_bit()
    {
        int[] shape = [40, 50, 33];
        var x = Floats(66000, 1);
        foreach (var function in new[] { "softmax", "log_softmax", "squash", "polynorm" })
            foreach (var axis in new[] { 0, 1, 2 })
            {
                var expected = Compute(GroupCases.Parse(function).Kernel<float>(), axis);
                foreach (var width in KernelCases.Widths)
                    Assert.Equal(expected, Compute(GroupCases.Parse(function).Kernel<float>(SpecialLines.NaN, width), axis));
                foreach (var threads in new[] { 2, 3, 8 })
                    Assert.Equal(expected, Compute(GroupCases.Parse(function).Kernel<float>().WithThreads(threads), axis));
            }

        float[] Compute(GroupKernel<float> kernel, int axis)
        {
            float[] y = new float[x.Length], gradient = new float[x.Length];
            kernel.Value(x, y, shape, axis);
            kernel.Backward(x, y, gradient, shape, axis);
            return [.. y, .. gradient];
        }
    }

    private static float[] Floats(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (float)((random.NextDouble() * 8) - 4))];
    }

    private static float[] Line(float[] array, AxisLayout layout, nint line) =>
        [.. Enumerable.Range(0, (int)layout.Length).Select(i => array[layout.StartOf(line) + (i * layout.Inner)])];
}
