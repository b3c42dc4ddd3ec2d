using Hillock.Lab.Experiments.Gelu2016;
using Hillock.Lab.Experiments.PreluSlopes;
using Hillock.Lab.Laboratory;
using Hillock.Networks;

namespace Hillock.Lab.Tests.Experiments.Gelu2016;

public class Gelu2016Tests
{
    private static readonly StepProgress Silent = new(_ => { }, CancellationToken.None);

    [Fact]
    public void The_weights_of_each_unit_get_the_length_one()
    {
        var network = new DenseNetwork([5, 7, 2], Activation.Parse("gelu"), 1);
        network.Initialise(WeightInitialisation.LeCun, new SeededRandom(1));
        GeluRun.NormaliseColumns(network.Layers[0]);
        for (var unit = 0; unit < 7; unit++)
        {
            var square = Enumerable.Range(0, 5).Sum(input => Math.Pow(network.Layers[0].Weights[(input * 7) + unit], 2));
            Assert.Equal(1, square, 5);
        }
    }

    [Fact]
    public void A_run_learns()
    {
        var curve = new GeluRun("gelu", 1e-3, 1).Train(TwoClasses(), TwoClasses(), 4, Silent);
        Assert.True(curve.Losses[^1] < curve.Losses[0]);
    }

    [Theory]
    [InlineData(ParameterScope.Layer)]
    [InlineData(ParameterScope.Unit)]
    public void Slopes_of_every_layer_are_followed(ParameterScope scope)
    {
        var curve = new SlopeRun("prelu", scope, 1).Train(TwoClasses(), TwoClasses(), 3, Silent);
        Assert.Equal((4, SlopeRun.Layers), (curve.Slopes.Count, curve.Slopes[^1].Count));
        Assert.All(curve.Slopes[0], slope => Assert.Equal(0.25, slope, 6));
        Assert.Contains(curve.Slopes[^1], slope => Math.Abs(slope - 0.25) > 1e-5);
        Assert.Empty(new SlopeRun("relu", scope, 1).Train(TwoClasses(), TwoClasses(), 1, Silent).Slopes[^1]);
    }

    private static Examples TwoClasses()
    {
        var random = new SeededRandom(3);
        float[] inputs = [.. Enumerable.Range(0, 600).Select(_ => (float)random.NextNormal())];
        return Examples.OfClasses(inputs, 2, [.. Enumerable.Range(0, 300).Select(i => inputs[2 * i] > 0 ? 1 : 0)], 2);
    }
}
