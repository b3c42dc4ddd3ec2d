using Hillock.Lab.Experiments.PreluSlopes;
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
}
