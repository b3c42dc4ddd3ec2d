using Hillock.Lab.Data;
using Hillock.Lab.Experiments.PerceptronLines;
using Hillock.Networks;

namespace Hillock.Lab.Tests.Experiments.PerceptronLines;

public class BestLineTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void It_is_what_a_search_over_all_directions_finds(int seed)
    {
        var random = new SeededRandom((ulong)seed);
        double[] xs = [.. Enumerable.Range(0, 14).Select(_ => random.NextNormal())];
        double[] ys = [.. Enumerable.Range(0, 14).Select(_ => random.NextNormal())];
        int[] classes = [.. Enumerable.Range(0, 14).Select(_ => random.NextBelow(2))];
        Assert.Equal(BestOverDirections(xs, ys, classes, 20_000), BestLine.MostCorrect(xs, ys, classes));
    }

    [Fact]
    public void Four_points_of_xor_leave_one_wrong() =>
        Assert.Equal(3, BestLine.MostCorrect([0, 1, 0, 1], [0, 1, 1, 0], [0, 0, 1, 1]));

    [Fact]
    public void Points_that_a_line_parts_are_all_right() =>
        Assert.Equal(5, BestLine.MostCorrect([0, 1, 2, 5, 6], [0, 3, 1, 0, 2], [0, 0, 0, 1, 1]));

    [Fact]
    public void The_points_of_the_experiment_are_far_from_being_parted()
    {
        var points = DataSets.Find("triangles-in-circles(points=80)");
        double[] xs = [.. Enumerable.Range(0, 80).Select(i => (double)points.Inputs[2 * i])];
        double[] ys = [.. Enumerable.Range(0, 80).Select(i => (double)points.Inputs[(2 * i) + 1])];
        var best = BestLine.MostCorrect(xs, ys, points.Classes);
        Assert.InRange(best, BestOverDirections(xs, ys, points.Classes, 3_000), 0.8 * 80);
    }

    // For each direction all places between two neighbours, both ways round.
    private static int BestOverDirections(double[] xs, double[] ys, int[] classes, int directions)
    {
        var best = 0;
        for (var direction = 0; direction < directions; direction++)
        {
            var (sin, cos) = Math.SinCos(Math.PI * direction / directions);
            int[] order = [.. Enumerable.Range(0, xs.Length).OrderBy(i => (xs[i] * cos) + (ys[i] * sin))];
            var right = classes.Sum();
            for (var cut = 0; cut <= order.Length; cut++)
            {
                best = Math.Max(best, Math.Max(right, order.Length - right));
                if (cut < order.Length) right += classes[order[cut]] == 0 ? 1 : -1;
            }
        }

        return best;
    }
}
