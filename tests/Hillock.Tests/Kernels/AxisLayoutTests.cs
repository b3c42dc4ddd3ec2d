using Hillock.Kernels;

namespace Hillock.Tests.Kernels;

public class AxisLayoutTests
{
    [Theory]
    [InlineData(new[] { 2, 3, 5, 7 }, 0, 1, 2, 105)]
    [InlineData(new[] { 2, 3, 5, 7 }, 2, 6, 5, 7)]
    [InlineData(new[] { 2, 3, 5, 7 }, -1, 30, 7, 1)]
    [InlineData(new[] { 2, 3, 5, 7 }, -4, 1, 2, 105)]
    [InlineData(new int[0], -1, 1, 1, 1)]
    [InlineData(new[] { 4, 0, 3 }, 0, 1, 4, 0)]
    [InlineData(new[] { 4, 0, 3 }, 1, 4, 0, 3)]
    public void An_axis_divides_a_shape(int[] shape, int axis, int outer, int length, int inner) =>
        Assert.Equal(new AxisLayout(outer, length, inner), AxisLayout.Of(shape, axis));

    [Theory]
    [InlineData(new[] { 2, 3 }, 2, "The shape [2, 3] has no axis 2; its axes are -2 to 1.")]
    [InlineData(new[] { 2, 3 }, -3, "The shape [2, 3] has no axis -3; its axes are -2 to 1.")]
    [InlineData(new[] { 2, -3 }, 0, "The shape [2, -3] has a negative dimension.")]
    [InlineData(
        new[] { int.MaxValue, int.MaxValue, int.MaxValue }, 1,
        "The shape [2147483647, 2147483647, 2147483647] has more elements than the address space.")]
    public void A_mistake_is_told_in_a_sentence(int[] shape, int axis, string message) =>
        Assert.Equal(message, Assert.Throws<ShapeException>(() => AxisLayout.Of(shape, axis)).Message);

    [Fact]
    public void Every_element_lies_on_one_line()
    {
        var layout = AxisLayout.Of([3, 4, 5], 1);
        var places = new List<nint>();
        for (nint line = 0; line < layout.Lines; line++)
            for (nint i = 0; i < layout.Length; i++)
                places.Add(layout.StartOf(line) + (i * layout.Inner));
        Assert.Equal(Enumerable.Range(0, 60), places.Order().Select(place => (int)place));
    }
}
