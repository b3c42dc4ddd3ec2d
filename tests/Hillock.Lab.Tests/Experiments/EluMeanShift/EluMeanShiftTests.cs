using Hillock.Lab.Experiments.EluMeanShift;
using Hillock.Networks;

namespace Hillock.Lab.Tests.Experiments.EluMeanShift;

public class EluMeanShiftTests
{
    [Fact]
    public void The_median_is_over_the_means_of_all_units()
    {
        var network = new DenseNetwork([1, 3, 2, 2], Activation.Parse("identity"), 300);
        // Means over the inputs 1, 2, 3 are 2, 4, −2 in the first layer; the second has weights 0 and biases 7 and 1.
        float[] weights = [1, 2, -1];
        weights.CopyTo(network.Layers[0].Weights);
        network.Layers[1].Biases[0] = 7;
        network.Layers[1].Biases[1] = 1;
        var examples = Examples.OfClasses([1, 2, 3], 1, [0, 1, 0], 2);
        Assert.Equal(2, MeanShiftRun.MedianOfMeans(network, examples), 6);
    }

    [Fact]
    public void Epochs_in_order_are_counted()
    {
        MeanShiftCurve[] first = [new([9, 0.1, -0.2, 0.9], [])], second = [new([9, 0.3, 0.3, 0.3], [])], third = [new([9, 0.5, 0.5, 0.5], [])];
        Assert.Equal(2.0 / 3, EluMeanShiftExperiment.ShareOrdered(first, second, third), 12);
        Assert.Equal(0, EluMeanShiftExperiment.ShareOrdered(third, second, first), 12);
    }

    [Fact]
    public void The_change_of_the_median_has_the_known_variance() =>
        // Changes 1, 3 behind the first epoch: mean 2, variance 1.
        Assert.Equal(1, new MeanShiftCurve([0, 10, 11, 14], []).ChangeVariance, 12);
}
