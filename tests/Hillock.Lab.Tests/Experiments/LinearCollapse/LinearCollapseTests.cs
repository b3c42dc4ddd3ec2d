using Hillock.Lab.Experiments.LinearCollapse;
using Hillock.Networks;

namespace Hillock.Lab.Tests.Experiments.LinearCollapse;

public class LinearCollapseTests
{
    [Theory]
    [InlineData("identity", 2)]
    [InlineData("2*x - 1", 1)]
    public void An_affine_network_is_explained_by_an_affine_map(string function, int depth) =>
        Assert.InRange(RandomStack.Measure(function, depth, seed: 3).Unexplained, 0, 1e-9);

    // A planted claim: that a network with an activation is its matrices alone.
    [Theory]
    [InlineData("relu")]
    [InlineData("tanh")]
    public void The_product_of_the_matrices_is_not_a_network_with_an_activation(string function) =>
        Assert.True(RandomStack.Measure(function, 3, seed: 3).ProductError > 0.1);

    [Fact]
    public void A_fit_finds_the_map_that_made_the_outputs()
    {
        var random = new SeededRandom(5);
        float[] inputs = [.. Enumerable.Range(0, 400).Select(_ => (float)random.NextNormal())];
        // (x, y) ↦ (3x − y + 2, 0.5y)
        float[] outputs = [.. Enumerable.Range(0, 200).SelectMany(i =>
            new[] { (3 * inputs[2 * i]) - inputs[(2 * i) + 1] + 2, 0.5f * inputs[(2 * i) + 1] })];
        var fit = AffineFit.Of(inputs, outputs, 2);
        double[] expected = [3, 0, -1, 0.5];
        Assert.All(expected.Zip(fit.Matrix), pair => Assert.Equal(pair.First, pair.Second, 5));
        Assert.Equal(2, fit.Shift[0], 5);
        Assert.Equal(0, fit.Shift[1], 5);
    }
}
