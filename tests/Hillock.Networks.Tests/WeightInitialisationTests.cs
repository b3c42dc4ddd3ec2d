namespace Hillock.Networks.Tests;

public class WeightInitialisationTests
{
    private const int FanIn = 400;
    private const int FanOut = 300;

    [Theory]
    [InlineData("lecun", 1.0 / FanIn)]
    [InlineData("glorot-standard", 1.0 / 3 / FanIn)]
    [InlineData("glorot", 2.0 / (FanIn + FanOut))]
    [InlineData("he", 2.0 / FanIn)]
    [InlineData("gain", 2.0 / FanIn)]
    public void Weights_have_mean_0_and_the_variance_of_the_paper(string name, double variance)
    {
        var weights = Draw(name, Activation.Parse("relu"));
        Assert.Equal(0, weights.Average(), 5 * Math.Sqrt(variance / weights.Length));
        Assert.Equal(variance, weights.Average(weight => (double)weight * weight), 0.02 * variance);
        Assert.Equal(
            variance, WeightInitialisation.Parse(name).Variance(FanIn, FanOut, Activation.Parse("relu")), 1e-9 * variance);
    }

    [Fact]
    public void Any_deviation_can_be_asked_for()
    {
        var weights = new float[FanIn * FanOut];
        WeightInitialisation.Normal(1.3).Draw(weights, FanIn, FanOut, null, new(9));
        Assert.Equal(1.69, FanIn * weights.Average(weight => (double)weight * weight), 0.02 * 1.69);
    }

    [Theory]
    [InlineData("glorot-standard", 0.05)]
    [InlineData("glorot", 0.092582)]
    public void Uniform_weights_fill_their_bounds(string name, double bound)
    {
        var weights = Draw(name, Activation.Parse("relu"));
        Assert.Equal(bound, weights.Max(), 1e-4);
        Assert.Equal(-bound, weights.Min(), 1e-4);
    }

    [Fact]
    public void The_gain_is_that_of_the_activation_the_layer_takes_its_input_from()
    {
        var plain = Draw("lecun", null);
        Assert.Equal(plain, Draw("gain", null));
        var tanh = Draw("gain", Activation.Parse("tanh"));
        Assert.Equal(1.592537, tanh[0] / plain[0], 1e-6);
    }

    [Fact]
    public void A_gain_that_does_not_exist_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Draw("gain", Activation.Parse("0*x")));
        Assert.Contains("0*x", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_name_is_answered_with_the_known_ones()
    {
        var error = Assert.Throws<ArgumentException>(() => WeightInitialisation.Parse("kaiming"));
        Assert.Contains("lecun, glorot-standard, glorot, he, gain", error.Message, StringComparison.Ordinal);
    }

    private static float[] Draw(string name, Activation? source)
    {
        var weights = new float[FanIn * FanOut];
        WeightInitialisation.Parse(name).Draw(weights, FanIn, FanOut, source, new(9));
        return weights;
    }
}
