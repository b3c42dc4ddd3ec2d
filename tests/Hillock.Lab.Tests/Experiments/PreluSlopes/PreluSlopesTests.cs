using Hillock.Lab.Experiments.PreluSlopes;
using Hillock.Lab.Laboratory;
using Hillock.Lab.Laboratory.Results;
using Hillock.Networks;

namespace Hillock.Lab.Tests.Experiments.PreluSlopes;

public class PreluSlopesTests
{
    [Theory]
    [InlineData(ParameterScope.Layer)]
    [InlineData(ParameterScope.Unit)]
    public void Slopes_of_every_layer_are_followed(ParameterScope scope)
    {
        var curve = new SlopeRun("prelu", scope, 1).Train(TwoHalves.Of(300), TwoHalves.Of(300), 3, TwoHalves.Silent);
        Assert.Equal((4, SlopeRun.Layers), (curve.Slopes.Count, curve.Slopes[^1].Count));
        Assert.All(curve.Slopes[0], slope => Assert.Equal(0.25, slope, 6));
        Assert.Contains(curve.Slopes[^1], slope => Math.Abs(slope - 0.25) > 1e-5);
        Assert.Empty(new SlopeRun("relu", scope, 1).Train(TwoHalves.Of(300), TwoHalves.Of(300), 1, TwoHalves.Silent).Slopes[^1]);
    }

    [Theory]
    [InlineData(Outcome.Held, 0.1, -0.1, 0.05)]
    [InlineData(Outcome.DidNotHold, 3.0, 3.1, 2.9)]
    [InlineData(Outcome.NotDecided, 3.0, -3.1, 0.2)]
    [InlineData(Outcome.NotDecided, 0.1)]
    public void A_leak_that_changes_much_is_caught(Outcome expected, params double[] differences) => Assert.Equal(
        expected,
        PreluSlopesExperiment.LittleChange(
            new Workbench(new PreluSlopesExperiment(), new()), differences, new double[differences.Length]).Outcome);
}
