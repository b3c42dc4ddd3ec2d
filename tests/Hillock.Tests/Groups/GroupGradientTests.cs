namespace Hillock.Tests.Groups;

public class GroupGradientTests
{
    [Theory]
    [MemberData(nameof(GroupCases.Functions), MemberType = typeof(GroupCases))]
    public void Gradients_are_central_differences(string function)
    {
        foreach (var n in new[] { 2, 6, 20 })
        {
            var kernel = GroupCases.Parse(function).Kernel<double>();
            var x = GroupCases.Line(n, seed: 5);
            var upstream = GroupCases.Line(kernel.OutputShape([n], 0)[0], seed: 9);
            var gradient = new double[n];
            kernel.Backward(x, upstream, gradient, [n], 0);
            for (var j = 0; j < n; j++)
            {
                var expected = Close.CentralDifference(at => Loss(function, x, j, at, upstream), x[j], 1e-4);
                Close.Relative(expected, gradient[j], 1e-7, $"{function}, d/dx{j} of {n}", floor: 0.1);
            }
        }
    }

    [Theory]
    [MemberData(nameof(GroupCases.Functions), MemberType = typeof(GroupCases))]
    public void Gradients_of_floats_are_those_of_doubles(string function)
    {
        const int n = 600;
        var (single, wide) = (GroupCases.Parse(function).Kernel<float>(), GroupCases.Parse(function).Kernel<double>());
        var m = wide.OutputShape([n], 0)[0];
        var x = Array.ConvertAll(GroupCases.Line(n), v => (float)v);
        var upstream = Array.ConvertAll(GroupCases.Line(m, seed: 3), v => (float)v);
        var (gradient, expected) = (new float[n], new double[n]);
        single.Backward(x, upstream, gradient, [n], 0);
        wide.Backward(
            Array.ConvertAll(x, v => (double)v), Array.ConvertAll(upstream, v => (double)v), expected, [n], 0);
        var largest = expected.Max(Math.Abs);
        for (var i = 0; i < n; i++) Assert.InRange(gradient[i] - expected[i], -2e-6 * largest, 2e-6 * largest);
    }

    [Fact]
    public void The_zero_line_has_the_gradient_0_under_squash()
    {
        var gradient = new double[3];
        GroupCases.Parse("squash").Kernel<double>().Backward([0, 0, 0], [1, 2, 3], gradient, [3], 0);
        Assert.Equal([0, 0, 0], gradient);
    }

    [Fact]
    public void Maxout_sends_the_gradient_to_the_first_maximum()
    {
        var gradient = new double[6];
        GroupCases.Parse("maxout(k=3)").Kernel<double>().Backward([1, 4, 4, -1, -2, -3], [5, 7], gradient, [6], 0);
        Assert.Equal([0, 5, 0, 7, 0, 0], gradient);
    }

    private static double Loss(string function, double[] x, int j, double at, double[] upstream)
    {
        var moved = x.ToArray();
        moved[j] = at;
        return GroupCases.Plain[function](moved).Zip(upstream, (y, u) => y * u).Sum();
    }
}
