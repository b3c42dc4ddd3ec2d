using Hillock.Lab.Experiments.Sparsity;
using Hillock.Networks;

namespace Hillock.Lab.Tests.Experiments.Sparsity;

public class SparsityTests
{
    private static readonly Examples FourExamples = Examples.OfClasses([1, 2, -1, 0.5f], 1, [0, 1, 0, 1], 2);

    [Fact]
    public void Dead_units_are_those_that_no_example_reaches()
    {
        var network = new DenseNetwork([1, 3, 2], Activation.Parse("relu"), 3);
        // u = x, −x and x − 5.
        float[] weights = [1, -1, 1];
        weights.CopyTo(network.Layers[0].Weights);
        network.Layers[0].Biases[2] = -5;
        Assert.Equal([2], ActiveUnits.DeadUnits(network, FourExamples));
    }

    // Of the twelve results of x, −x and x − 5 the positive ones are 1, 2, 0.5 and, for −1, 1.
    [Fact]
    public void Active_results_are_counted()
    {
        var network = new DenseNetwork([1, 3, 2], Activation.Parse("relu"), 4);
        float[] weights = [1, -1, 1];
        weights.CopyTo(network.Layers[0].Weights);
        network.Layers[0].Biases[2] = -5;
        Assert.Equal(4.0 / 12, ActiveUnits.Of(network, FourExamples).ShareNotZero, 12);
    }

    [Fact]
    public void A_run_counts_all_its_units()
    {
        var result = new SparseRun("relu", 0.1, 1).Train(TwoHalves.Of(200), 2, TwoHalves.Silent);
        Assert.InRange(result.First.ShareNotZero, 0.4, 0.6);
        Assert.InRange(result.RevivedByLeak, 0, result.Dead);
        Assert.InRange(result.RevivedByRelu, 0, result.Dead);
    }
}
