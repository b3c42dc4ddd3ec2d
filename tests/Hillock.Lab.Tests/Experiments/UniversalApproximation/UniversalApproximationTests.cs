using Hillock.Lab.Experiments.UniversalApproximation;
using Hillock.Lab.Laboratory;
using Hillock.Lab.Laboratory.Results;
using Hillock.Networks;

namespace Hillock.Lab.Tests.Experiments.UniversalApproximation;

public class UniversalApproximationTests
{
    private static readonly StepProgress Nobody = new(_ => { }, CancellationToken.None);

    [Fact]
    public void The_best_quadratic_of_an_absolute_value_is_known() =>
        // ½∫(|x| − p)² = 1/3 − 1/4 − (5/8)²/5
        Assert.Equal(Math.Sqrt(1.0 / 192), LegendreFit.Error(Math.Abs, 2), 1e-8);

    [Fact]
    public void The_best_line_of_a_cube_is_known() =>
        // x³ = ⅗·P₁ + ⅖·P₃
        Assert.Equal(0.4 / Math.Sqrt(7), LegendreFit.Error(x => x * x * x, 1), 1e-8);

    [Theory]
    [InlineData("identity", 1)]
    [InlineData("x^2", 2)]
    [InlineData("x^3", 3)]
    public void Polynomials_stay_at_the_best_of_their_degree(string function, int degree)
    {
        var fit = Fits.OnInterval(function, "abs(x)", 16, 1, Nobody);
        Assert.All(fit.Errors.Skip(1), error => Assert.Equal(LegendreFit.Error(Math.Abs, degree), error, 1e-5));
    }

    [Fact]
    public void A_network_of_rectifiers_gets_far_below()
    {
        var fit = Fits.OnInterval("relu", "sin(3*x)", 32, 1, Nobody);
        Assert.InRange(fit.Errors[^1], 0, 3e-3);
        Assert.InRange(fit.Slope, -3, -1);
    }

    [Fact]
    public void The_greedy_network_reaches_a_target_that_is_one_of_its_units()
    {
        var random = new SeededRandom(3);
        double Target(ReadOnlySpan<double> x) => Math.Tanh((2 * x[0]) - x[1] + 0.3);
        var training = SamplePoints.InBall(Target, 2, 500, 15, random);
        var test = SamplePoints.InBall(Target, 2, 500, 15, random);
        var network = new GreedyNetwork(Activation.Parse("tanh"), training, test, random);
        var constant = network.Error;
        network.AddUnit();
        Assert.InRange(network.Error, 0, 0.05 * constant);
    }

    [Fact]
    public void Points_of_an_interval_integrate_polynomials_exactly()
    {
        var points = SamplePoints.OnInterval(x => Math.Pow(x, 6), -1, 1, 3, 1);
        Assert.Equal(1, points.Weights.Sum(), 1e-12);
        Assert.Equal(1.0 / 7, points.Weights.Zip(points.Targets, (weight, value) => weight * value).Sum(), 1e-12);
    }

    [Fact]
    public void Waves_have_the_constant_of_their_gradient_bound()
    {
        var target = new BarronTarget(3, new(5));
        // |∇f| ≤ C_f everywhere, seen along a coordinate.
        double[] x = [0.1, -0.2, 0.3], shifted = [0.1001, -0.2, 0.3];
        Assert.InRange(Math.Abs(target.At(shifted) - target.At(x)) / 1e-4, 0, target.Constant);
        Assert.InRange(target.Constant, 2, 60);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(64)]
    public void Written_networks_keep_their_bounds(int units)
    {
        var target = Activation.Parse("sin(3*x)");
        var line = Constructions.OfRectifiers(target, units);
        // h²·9/8
        Assert.Equal(9.0 / 8 * 4 / (units * units), line.Bound, 1e-4);
        Assert.InRange(line.Error, 0.5 * line.Bound, line.Bound);
        var stairs = Constructions.OfSigmoids(target, units);
        Assert.InRange(stairs.Error, 0.1 * stairs.Bound, stairs.Bound);
    }

    [Fact]
    public void Wrong_results_are_caught()
    {
        var flat = new FitsOfSeeds("2 inputs", "tanh", [new("tanh", [2, 4, 8], [1, 0.9, 0.8]) { Constant = 0.1 }]);
        Assert.Equal(Outcome.DidNotHold, ApproximationChecks.FallsLikeRoot("2 inputs", [flat]).Outcome);
        Assert.Equal(Outcome.DidNotHold, ApproximationChecks.BelowBarron([flat]).Outcome);
        Assert.Equal(Outcome.DidNotHold, ApproximationChecks.KeepBounds([new("relu", 4, 0.2, 0.1)]).Single().Outcome);
        Assert.Equal(
            Outcome.DidNotHold,
            ApproximationChecks.PolynomialsStay([flat with { Function = "x^2" }], [new("2 inputs", "x^2", 0.9)]).Outcome);
        Assert.Equal(Outcome.DidNotHold, LeshnoTable.Check([new("x^2", false, true, "")]).Outcome);
    }

    [Fact]
    public void It_runs_with_a_target_of_its_own()
    {
        var experiment = new UniversalApproximationExperiment();
        var bench = new Workbench(experiment, new()
        {
            Quick = true,
            Chosen = new Dictionary<string, int> { [Length.Seeds] = 1, [Length.Width] = 4 },
            Target = "x*sin(x)",
        });
        var findings = experiment.Run(bench);
        Assert.Contains(findings.Sections[1].Tables[0].Rows, row => row[0].Text == "x*sin(x)");
        Assert.Equal(Outcome.Held, findings.Checks.Single(check => check.Statement.StartsWith("From 4", StringComparison.Ordinal)).Outcome);
    }
}
