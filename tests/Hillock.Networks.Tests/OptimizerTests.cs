namespace Hillock.Networks.Tests;

public class OptimizerTests
{
    [Fact]
    public void Gradient_descent_with_momentum_makes_the_steps_computed_by_hand()
    {
        var optimizer = new StochasticGradientDescent(1, learningRate: 0.1, momentum: 0.9);
        float[] w = [1];
        optimizer.Step(w, [2]); // v = 2
        Assert.Equal(0.8, w[0], 1e-6);
        optimizer.Step(w, [1]); // v = 0.9 · 2 + 1 = 2.8
        Assert.Equal(0.52, w[0], 1e-6);
        optimizer.Step(w, [0]); // v = 2.52
        Assert.Equal(0.268, w[0], 1e-6);
    }

    [Fact]
    public void Without_momentum_a_step_is_the_rate_times_the_gradient()
    {
        var optimizer = new StochasticGradientDescent(2, learningRate: 0.5, momentum: 0);
        float[] w = [1, -1];
        optimizer.Step(w, [2, 4]);
        optimizer.Step(w, [2, 0]);
        Assert.Equal([-1, -3], w);
    }

    [Fact]
    public void Adam_makes_the_steps_computed_by_hand()
    {
        var optimizer = new Adam(1, learningRate: 0.1);
        float[] w = [1];
        // m̂ = g and v̂ = g² after the first step, so that step is the rate itself.
        optimizer.Step(w, [4]);
        Assert.Equal(0.9, w[0], 1e-6);
        // m = 0.9 · 0.4 − 0.1 · 2 = 0.16, v = 0.999 · 0.016 + 0.001 · 4 = 0.019984.
        var mean = 0.16 / (1 - 0.81);
        var square = 0.019984 / (1 - 0.998001);
        optimizer.Step(w, [-2]);
        Assert.Equal(0.9 - 0.1 * mean / (Math.Sqrt(square) + 1e-8), w[0], 1e-6);
    }

    [Fact]
    public void Adam_stays_where_the_gradient_has_always_been_0()
    {
        var optimizer = new Adam(1, learningRate: 0.1);
        float[] w = [1];
        optimizer.Step(w, [0]);
        Assert.Equal(1, w[0]);
    }

    [Theory]
    [InlineData("sgd")]
    [InlineData("adam")]
    public void The_place_in_the_row_does_not_matter(string name)
    {
        const int count = 67;
        var optimizer = Optimizer.Create(name, count, 0.01);
        float[] w = [.. Enumerable.Repeat(0.3f, count)], g = new float[count];
        foreach (var gradient in new[] { 0.7f, -1.3f, 1e-6f })
        {
            g.AsSpan().Fill(gradient);
            optimizer.Step(w, g);
        }
        Assert.All(w, value => Assert.Equal(w[0], value));
    }

    [Fact]
    public void An_unknown_name_is_answered_with_the_known_ones()
    {
        var error = Assert.Throws<ArgumentException>(() => Optimizer.Create("adagrad", 1, 0.1));
        Assert.Contains("sgd, adam", error.Message, StringComparison.Ordinal);
    }
}
