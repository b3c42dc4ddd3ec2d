using Hillock.Lab.Experiments.Gelu2016;
using Hillock.Networks;

namespace Hillock.Lab.Tests.Experiments.Gelu2016;

public class Gelu2016Tests
{
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
        var curve = new GeluRun("gelu", 1e-3, 1).Train(TwoHalves.Of(300), TwoHalves.Of(300), 4, TwoHalves.Silent);
        Assert.True(curve.Losses[^1] < curve.Losses[0]);
    }
}
