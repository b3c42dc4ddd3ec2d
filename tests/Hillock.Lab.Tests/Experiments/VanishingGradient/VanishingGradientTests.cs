using Hillock.Lab.Experiments.VanishingGradient;

namespace Hillock.Lab.Tests.Experiments.VanishingGradient;

public class VanishingGradientTests
{
    // √(σ_w²/2): relu hands on half of the variance of a gradient.
    [Theory]
    [InlineData("he", 1)]
    [InlineData("lecun", 0.70710678)]
    [InlineData("glorot-standard", 0.40824829)]
    public void The_factor_of_relu_is_the_known_one(string initialisation, double factor)
    {
        var start = GradientAtStart.Of("relu", initialisation, seed: 1);
        Assert.Equal(factor, start.PredictedFactor, 6);
        Assert.InRange(start.MeasuredFactor, 0.98 * factor, 1.02 * factor);
    }

    [Fact]
    public void Training_gives_a_curve_and_gradients_of_each_layer()
    {
        var examples = TwoHalves.Of(200);
        var curve = new TrainedDepth("tanh", "glorot", 3, 0.1).Train(
            examples, examples, epochs: 10, seed: 1, TwoHalves.Silent);
        Assert.Equal((11, 3, 3), (curve.Losses.Count, curve.FirstGradients.Count, curve.LastSaturated.Count));
        Assert.True(curve.Accuracy > 80);
    }
}
