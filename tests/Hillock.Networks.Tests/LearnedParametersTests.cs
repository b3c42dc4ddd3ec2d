using Hillock.Expressions;

namespace Hillock.Networks.Tests;

public class LearnedParametersTests
{
    public static TheoryData<ParameterDomain, float, float> Moves => new()
    {
        { ParameterDomain.Real, -3, -3 },
        { ParameterDomain.Positive, -3, 1f / 1024 },
        { ParameterDomain.Positive, 2, 2 },
        { ParameterDomain.NonNegative, -3, 0 },
        { ParameterDomain.NonNegative, 1e-9f, 1e-9f },
        { ParameterDomain.NonZero, -1e-9f, -1f / 1024 },
        { ParameterDomain.NonZero, -3, -3 },
        { ParameterDomain.AtMost(-1.5), 2, -1.5f },
        { ParameterDomain.Within(0, 1), 1.5f, 1 },
        { ParameterDomain.FromUpTo(0, 2), 7, 2 - (1f / 1024) },
        { ParameterDomain.Between(0, 2), -7, 1f / 1024 },
    };

    [Theory]
    [MemberData(nameof(Moves))]
    public void A_value_moves_to_the_nearest_one_allowed(ParameterDomain domain, float value, float expected)
    {
        Assert.Equal(expected, LearnedDomain.Nearest(value, new("p", 1, true, domain)));
        Assert.True(domain.Contains(expected));
    }

    [Fact]
    public void A_default_nearer_to_an_end_leaves_room_around_it() => Assert.Equal(
        5e-6f, LearnedDomain.Nearest(-1, new("p", 1e-5, true, ParameterDomain.Positive)));

    [Theory]
    [InlineData("in [0, 0.1]", 7)]
    [InlineData("in [0.1, 1]", -7)]
    [InlineData("in (0.1, 0.1001)", 7)]
    [InlineData("in (-inf, 0.3)", float.PositiveInfinity)]
    [InlineData("except 0.1", 0.1f)]
    public void Rounding_to_a_float_does_not_lead_out_of_the_domain(string domain, float value)
    {
        var start = domain.StartsWith("in [0.1,", StringComparison.Ordinal) ? "0.5" : "0.10005";
        var parameter = Activation.Parse($"p*x where learned p={(domain == "in [0, 0.1]" ? "0.1" : start)} {domain}").Parameters[0];
        Assert.True(parameter.Admits(LearnedDomain.Nearest(value, parameter)));
        Assert.True(parameter.Admits(LearnedDomain.Nearest((float)parameter.Default, parameter)));
    }

    // The loss falls as the slope grows, so that training pushes it against the end of its domain at once.
    [Theory]
    [InlineData("in [0, 0.03]", 0.03, ParameterScope.Layer)]
    [InlineData("in [0, 0.03]", 0.03, ParameterScope.Unit)]
    [InlineData("in [0, 0.03]", 0.03, ParameterScope.Network)]
    [InlineData("in (0, 0.03)", 0.03 - (1.0 / 1024), ParameterScope.Layer)]
    [InlineData("in (0, 0.03)", 0.03 - (1.0 / 1024), ParameterScope.Unit)]
    [InlineData("in (0, 0.03)", 0.03 - (1.0 / 1024), ParameterScope.Network)]
    public void Training_keeps_a_parameter_in_its_domain(string domain, double end, ParameterScope scope)
    {
        var activation = Activation.Parse($"where(x > 0, a*x, a*x/2) where learned a=0.02 {domain}");
        var settings = new TrainingSettings
        {
            Hidden = [6, 6], Epochs = 3, BatchSize = 20, LearningRate = 0.02, Optimizer = "adam", LearnedScope = scope,
        };
        var run = new TrainingRun(settings, activation, ToyData.Surface(200, 1), ToyData.Surface(50, 2));
        var ends = 0;
        foreach (var report in run.Run(TestContext.Current.CancellationToken))
        {
            Assert.True(double.IsFinite(report.TrainingLoss) || report.Epoch == 0);
            var values = run.LearnedParameters.Select(layer => layer["a"]).ToList();
            Assert.All(values, a => Assert.True(activation.Parameters[0].Admits(a), $"{a} in epoch {report.Epoch}"));
            ends += values.Count(a => Math.Abs(a - end) < 1e-8);
        }

        Assert.Null(run.DivergedAtEpoch);
        // With one a unit, LearnedParameters has the means: all units at the end at once is not to be expected.
        Assert.True(ends > 0 || scope == ParameterScope.Unit);
        var units = Enumerable.Range(0, 6).Select(unit => run.Network.Layers[0].ActivationParametersOf(unit)[0]).ToList();
        Assert.All(units, a => Assert.True(activation.Parameters[0].Admits(a)));
        Assert.Contains(units, a => Math.Abs(a - end) < 1e-8 || Math.Abs(a) < 1.1 / 1024);
    }

    [Fact]
    public void A_divergence_is_not_hidden() => Assert.All(
        [ParameterDomain.Positive, ParameterDomain.NonNegative, ParameterDomain.NonZero, ParameterDomain.Within(0, 1)],
        domain => Assert.Equal(float.NaN, LearnedDomain.Nearest(float.NaN, new("p", 1, true, domain))));
}
