using Hillock.Lab.Experiments.PerceptronLines;
using Hillock.Lab.Laboratory;
using Hillock.Lab.Laboratory.Results;

namespace Hillock.Lab.Tests.Experiments.PerceptronLines;

public class PlaneLineTests
{
    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(1, 0, -0.5)]
    [InlineData(0, 2, 0.5)]
    [InlineData(-3, 1, 0.7)]
    public void The_ends_lie_on_the_line_and_on_the_square(double a, double b, double c)
    {
        var ends = new PlaneLine(a, b, c).Within(1.4)!;
        Assert.All(ends, end =>
        {
            Assert.Equal(0, (a * end.X) + (b * end.Y) + c, 12);
            Assert.Equal(1.4, Math.Max(Math.Abs(end.X), Math.Abs(end.Y)), 12);
        });
        Assert.NotEqual(ends[0], ends[1]);
    }

    [Fact]
    public void A_line_outside_of_the_square_has_no_piece_in_it() => Assert.Null(new PlaneLine(1, 0, -3).Within(1.4));

    [Fact]
    public void Without_an_activation_no_network_beats_the_best_line()
    {
        var experiment = new PerceptronLinesExperiment();
        var settings = new ExperimentSettings
        {
            Chosen = new Dictionary<string, int> { [Length.Epochs] = 20, [Length.Seeds] = 1 },
        };
        var findings = experiment.Run(new(experiment, settings));
        Assert.All(findings.Checks.Take(2), check => Assert.Equal(Outcome.Held, check.Outcome));
    }
}
