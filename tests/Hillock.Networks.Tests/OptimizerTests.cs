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

    // The formulas of the papers, one number at a time in double precision.
    [Theory]
    [InlineData("sgd")]
    [InlineData("nesterov")]
    [InlineData("adam")]
    [InlineData("adamw")]
    [InlineData("rmsprop")]
    public void Many_steps_are_those_of_the_plain_formula(string name)
    {
        const double rate = 0.05;
        var random = new SeededRandom(3);
        float[] w = [.. Enumerable.Range(0, 21).Select(i => i / 10f)], g = new float[w.Length];
        double[] expected = [.. w.Select(value => (double)value)], m = new double[w.Length], v = new double[w.Length];
        var optimizer = Optimizer.Create(name, w.Length, rate);
        for (var step = 1; step <= 50; step++)
        {
            for (var i = 0; i < w.Length; i++)
            {
                g[i] = (float)(random.NextNormal() * Math.Pow(10, i % 5 - 2));
                expected[i] -= rate * PlainStep(name, g[i], step, ref m[i], ref v[i]);
            }

            // A schedule that does nothing must not disturb.
            optimizer.LearningRate = rate;
            optimizer.Step(w, g);
        }

        Assert.All(w.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-5 * (1 + Math.Abs(pair.Second))));
    }

    private static double PlainStep(string name, double g, int step, ref double m, ref double v)
    {
        switch (name)
        {
            case "sgd":
                return m = 0.9 * m + g;
            case "nesterov":
                m = 0.9 * m + g;
                return g + 0.9 * m;
            case "rmsprop":
                v = 0.99 * v + 0.01 * g * g;
                return g / (Math.Sqrt(v) + 1e-8);
            default:
                m = 0.9 * m + 0.1 * g;
                v = 0.999 * v + 0.001 * g * g;
                return m / (1 - Math.Pow(0.9, step)) / (Math.Sqrt(v / (1 - Math.Pow(0.999, step))) + 1e-8);
        }
    }

    [Theory]
    [InlineData("sgd")]
    [InlineData("nesterov")]
    [InlineData("adam")]
    [InlineData("adamw")]
    [InlineData("rmsprop")]
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
        Assert.Contains("sgd, nesterov, adam, adamw, rmsprop", error.Message, StringComparison.Ordinal);
    }
}
