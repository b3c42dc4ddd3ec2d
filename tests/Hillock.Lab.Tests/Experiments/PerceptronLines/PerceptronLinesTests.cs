using Hillock.Lab.Experiments.PerceptronLines;
using Hillock.Lab.Laboratory;
using Hillock.Lab.Laboratory.Results;
using Hillock.Networks;

namespace Hillock.Lab.Tests.Experiments.PerceptronLines;

public class PerceptronLinesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_best_line_is_that_of_a_search_over_all_pairs(int seed)
    {
        var random = new SeededRandom((ulong)seed);
        var points = new float[2 * 24];
        foreach (ref var value in points.AsSpan())
            value = (float)random.NextNormal();
        int[] classes = [.. Enumerable.Range(0, 24).Select(_ => random.NextBelow(2))];
        Assert.Equal(ByAllPairs(points, classes), BestLine.Of(points, classes).Accuracy, 1e-12);
    }

    [Fact]
    public void Its_line_parts_as_many_as_it_says()
    {
        var set = PerceptronNetwork.Data(1);
        var line = BestLine.Of(set.Inputs, set.Classes);
        var correct = Enumerable.Range(0, set.Count).Count(row =>
        {
            var along = (set.Inputs[2 * row] * Math.Cos(line.Angle)) + (set.Inputs[(2 * row) + 1] * Math.Sin(line.Angle));
            return (along > line.Offset) == (set.Classes[row] == 1);
        });
        Assert.Equal(correct, line.Accuracy * set.Count, 1e-9);
    }

    [Fact]
    public void No_line_parts_a_cross() =>
        Assert.Equal(0.75, BestLine.Of([0, 0, 1, 1, 0, 1, 1, 0], [0, 0, 1, 1]).Accuracy);

    [Fact]
    public void Wrong_results_are_caught()
    {
        var run = new PerceptronRun("identity", 3, 1, 0.9, [], []);
        Assert.Equal(Outcome.DidNotHold, PerceptronChecks.NoBetterThanALine([run], new(0, 0, 0.7)).Outcome);
        var bench = new Workbench(new PerceptronLinesExperiment(), new());
        Assert.Equal(Outcome.DidNotHold, PerceptronChecks.Encloses(bench, run, 0.99).Outcome);
    }

    [Fact]
    public void It_runs()
    {
        var experiment = new PerceptronLinesExperiment();
        var bench = new Workbench(experiment, new()
        {
            Quick = true,
            Chosen = new Dictionary<string, int> { [Length.Updates] = 10, [Length.Seeds] = 1 },
        });
        var findings = experiment.Run(bench);
        Assert.Equal(Outcome.Held, findings.Checks[0].Outcome);
        Assert.Equal(5, findings.Sections[0].Figures.Count);
    }

    // Every line through two points, each of the two on either side of it.
    private static double ByAllPairs(float[] points, int[] classes)
    {
        var most = 0;
        for (var i = 0; i < classes.Length; i++)
        {
            for (var j = 0; j < classes.Length; j++)
            {
                if (i == j)
                    continue;
                var (dx, dy) = ((double)points[2 * j] - points[2 * i], (double)points[(2 * j) + 1] - points[(2 * i) + 1]);
                var others = Enumerable.Range(0, classes.Length).Where(k => k != i && k != j).Count(k =>
                    (((points[2 * k] - points[2 * i]) * dy) - ((points[(2 * k) + 1] - points[(2 * i) + 1]) * dx) > 0) == (classes[k] == 1));
                most = Math.Max(most, others + 2);
            }
        }

        return (double)most / classes.Length;
    }
}
