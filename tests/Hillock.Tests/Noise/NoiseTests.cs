using Hillock.Catalogue.Noise;
using Hillock.Expressions;
using Hillock.Kernels.Noise;
using Hillock.Tests.Kernels;

namespace Hillock.Tests.Noise;

public class NoiseTests
{
    public static TheoryData<string> Entries => [.. NoisyCatalogue.All.Select(entry => entry.Id)];

    // The known answers of the authors' library, Random123 (kat_vectors).
    [Theory]
    [InlineData(0, 0, 0, 0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8)]
    [InlineData(ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, 0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd)]
    [InlineData(
        0x299f31d0a4093822, 0x85a308d3243f6a88, 0x0370734413198a2e, 0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1)]
    public void Philox_gives_the_known_answers(ulong key, ulong low, ulong high, uint a, uint b, uint c, uint d) =>
        Assert.Equal((a | ((ulong)b << 32), c | ((ulong)d << 32)), Philox.At(key, low, high));

    [Theory]
    [InlineData("uniform", 0.5, 1.0 / 3)]
    [InlineData("normal", 0, 1)]
    [InlineData("half_normal", 0.79788456080286536, 1)]
    [InlineData("gumbel", 0.57721566490153286, 1.9781119906559451)]
    public void Noise_has_the_moments_of_its_distribution(string distribution, double mean, double square)
    {
        var noise = new double[200_000];
        var activation = NoisyActivation.Parse($"x + n where n ~ {distribution}");
        activation.Kernel<double>().Draw(noise, new NoiseSeed(3));
        Assert.Equal(mean, activation.Noise.Mean, 1e-15);
        // Five standard errors, the variance of the squares being at most 20 here.
        Assert.Equal(mean, noise.Average(), 5 * Math.Sqrt(2.0 / noise.Length));
        Assert.Equal(square, noise.Average(n => n * n), 5 * Math.Sqrt(20.0 / noise.Length));
    }

    [Fact]
    public void Noise_is_normal_to_the_tails()
    {
        var noise = new double[400_000];
        NoisyActivation.Parse("x + n where n ~ normal").Kernel<double>().Draw(noise, new NoiseSeed(5));
        foreach (var bound in new[] { 0.5, 1, 2, 3, 4 })
        {
            var expected = Activation.Parse("erfc(x/2^0.5)").Value(bound);
            var share = noise.Count(n => Math.Abs(n) > bound) / (double)noise.Length;
            Assert.Equal(expected, share, 5 * Math.Sqrt(expected / noise.Length));
        }

        // Neighbours do not hang together.
        Assert.Equal(0, noise.Zip(noise.Skip(1), (a, b) => a * b).Average(), 5 / Math.Sqrt(noise.Length));
    }

    [Theory]
    [MemberData(nameof(Entries))]
    public void Evaluation_is_the_activation_that_the_entry_names(string id)
    {
        var evaluation = NoisyActivation.Parse(id).Evaluation;
        var named = Activation.Parse(NoisyCatalogue.Find(id)!.Evaluation);
        for (var x = -6.05; x < 6; x += 0.3) Close.Relative(named.Value(x), evaluation.Value(x), 1e-14, $"{id} at {x}");
    }

    [Theory]
    [MemberData(nameof(Entries))]
    public void Backward_sees_the_noise_of_forward(string id)
    {
        var noisy = NoisyActivation.Parse(id);
        var kernel = noisy.Kernel<double>();
        var seed = new NoiseSeed(11, Stream: 2);
        double[] x = [.. Enumerable.Range(0, 700).Select(i => (i * 0.0171) - 6.003)];
        double[] upstream = [.. x.Select(v => Math.Cos(5 * v))], gradient = new double[x.Length], noise = new double[x.Length];
        var sums = new double[noisy.Parameters.Count];
        kernel.Draw(noise, seed);
        kernel.Backward(x, upstream, gradient, seed, default, sums);
        var values = noisy.Parameters.ToDictionary(p => p.Name, p => p.Default);
        var expectedSums = new double[sums.Length];
        for (var i = 0; i < x.Length; i++)
        {
            // The expression itself, with the noise as a number.
            values[noisy.Noise.Name] = noise[i];
            if (!NearKink(noisy.Formula, x[i], values))
                Close.Relative(
                    upstream[i] * Close.CentralDifference(at => PlainEvaluation.Evaluate(noisy.Formula, at, values), x[i], 1e-4),
                    gradient[i], 1e-6, $"{id} at {x[i]}", floor: 0.01);
            for (var p = 0; p < sums.Length; p++)
                expectedSums[p] += upstream[i] * PlainEvaluation.Evaluate(
                    Derivative.WithRespectTo(noisy.Formula, noisy.Parameters[p].Name), x[i], values);
        }

        for (var p = 0; p < sums.Length; p++)
            Close.Relative(expectedSums[p], sums[p], 1e-9, $"{id}, {noisy.Parameters[p].Name}", floor: 1e-3);
    }

    [Theory]
    [InlineData("rrelu")]
    [InlineData("nan_hard_tanh")]
    [InlineData("max(x + s*n, 0) where n ~ normal, s=0.75")]
    public void Noise_depends_on_seed_stream_and_index_alone(string function)
    {
        var kernel = NoisyActivation.Parse(function).Kernel<float>();
        float[] x = [.. Enumerable.Range(0, 5000).Select(i => (float)((i % 97) - 48) / 10)];
        var whole = Values(new NoiseSeed(9, 4));
        Assert.Equal(whole, Values(new NoiseSeed(9, 4)));
        Assert.NotEqual(whole, Values(new NoiseSeed(9, 5)));
        Assert.NotEqual(whole, Values(new NoiseSeed(10, 4)));
        var parts = new float[x.Length];
        // In parts of odd lengths, on many threads, in any order.
        Parallel.For(0, 39, part =>
        {
            var (start, end) = (part * 129, Math.Min(x.Length, (part + 1) * 129));
            kernel.Value(x.AsSpan(start..end), parts.AsSpan(start..end), new NoiseSeed(9, 4, First: (ulong)start));
        });
        Assert.Equal(whole, parts);
        foreach (var width in KernelCases.Widths)
        {
            var y = x.ToArray();
            NoisyActivation.Parse(function).Kernel<float>(width).Value(y, y, new NoiseSeed(9, 4));
            Assert.Equal(whole, y);
        }

        float[] Values(NoiseSeed seed)
        {
            var y = new float[x.Length];
            kernel.Value(x, y, seed);
            return y;
        }
    }

    [Fact]
    public void Saturated_noisy_units_are_on_average_what_they_are_in_evaluation()
    {
        // φ is linear in the noise, whose mean evaluation takes (Gulcehre et al. 2016).
        foreach (var id in new[] { "nan_hard_tanh", "nah_hard_tanh", "nan_hard_sigmoid", "nah_hard_sigmoid", "rrelu", "elastic_relu" })
            foreach (var at in new[] { -3.0, -0.7, 0.4, 2.5 })
            {
                double[] x = new double[100_000], y = new double[x.Length];
                x.AsSpan().Fill(at);
                NoisyActivation.Parse(id).Kernel<double>().Value(x, y, new NoiseSeed(1));
                var expected = NoisyActivation.Parse(id).Evaluation.Value(at);
                var spread = Math.Sqrt(y.Average(v => (v - expected) * (v - expected)));
                Assert.Equal(expected, y.Average(), (5 * spread / Math.Sqrt(x.Length)) + 1e-10);
            }
    }

    [Fact]
    public void Unsaturated_units_of_Gulcehre_have_no_noise()
    {
        foreach (var id in new[] { "nan_hard_tanh", "nah_hard_tanh", "nanis_hard_tanh", "nani_learned_p_hard_tanh" })
        {
            double[] x = [-0.9, -0.2, 0.3, 0.99], y = new double[4];
            NoisyActivation.Parse(id).Kernel<double>().Value(x, y, new NoiseSeed(6));
            if (id == "nani_learned_p_hard_tanh") Assert.NotEqual(x, y);
            else for (var i = 0; i < x.Length; i++) Assert.Equal(x[i], y[i], 1e-15);
        }
    }

    [Fact]
    public void F_67_rrelu_evaluates_with_the_mean_slope_and_trains_with_slopes_between_the_bounds()
    {
        var rrelu = NoisyActivation.Parse("rrelu");
        Assert.Equal(-11 / 48.0, rrelu.Evaluation.Value(-1), 1e-15);
        double[] x = new double[10_000], y = new double[x.Length], gradient = new double[x.Length];
        x.AsSpan().Fill(-1);
        rrelu.Kernel<double>().Value(x, y, new NoiseSeed(2));
        Assert.All(y, v => Assert.InRange(-v, 1 / 8.0, 1 / 3.0));
        Assert.InRange(y.Max() - y.Min(), 0.207, 1 / 3.0 - (1 / 8.0));
        rrelu.Kernel<double>().Backward(x, Enumerable.Repeat(1.0, x.Length).ToArray(), gradient, new NoiseSeed(2));
        for (var i = 0; i < x.Length; i++) Assert.Equal(-y[i], gradient[i]);
    }

    [Fact]
    public void Rrelu_with_equal_bounds_is_leaky_and_crossed_bounds_are_refused()
    {
        double[] x = [-2, 3], y = new double[2];
        NoisyActivation.Parse("rrelu(lower=0.25, upper=0.25)").Kernel<double>().Value(x, y, new NoiseSeed(1));
        Assert.Equal([-0.5, 3], y);
        var mistake = Assert.Throws<FormulaException>(() => NoisyActivation.Parse("rrelu(lower=0.4)"));
        Assert.Equal("lower must not be above upper", mistake.Problem);
    }

    [Fact]
    public void Noise_in_gives_NaN_out_for_NaN()
    {
        foreach (var entry in NoisyCatalogue.All)
        {
            double[] x = [double.NaN], y = new double[1], gradient = new double[1];
            NoisyActivation.Parse(entry.Id).Kernel<double>().Value(x, y, new NoiseSeed(1));
            NoisyActivation.Parse(entry.Id).Kernel<double>().Backward(x, [1], gradient, new NoiseSeed(1));
            Assert.Equal(double.NaN, y[0]);
            Assert.Equal(double.NaN, gradient[0]);
        }
    }

    [Theory]
    [InlineData("x + n where n ~ cauchy", "expected a distribution (uniform, normal, half_normal, gumbel), found 'cauchy'")]
    [InlineData("x + n + u where n ~ normal, u ~ uniform", "a formula has one noise only")]
    [InlineData("x + 1", "this has no noise; it is bound as in max(x + s*n, 0) where n ~ normal, s=0.75")]
    [InlineData("rrelo", "no activation with noise is called 'rrelo'. Did you mean 'rrelu' or 'rt_relu'?")]
    public void A_mistake_is_told_in_a_sentence(string text, string problem) =>
        Assert.Equal(problem, Assert.Throws<FormulaException>(() => NoisyActivation.Parse(text)).Problem);

    // A difference quotient across a kink says nothing.
    private static bool NearKink(Expression formula, double x, Dictionary<string, double> values)
    {
        var derivative = Derivative.WithRespectToX(formula);
        var (left, right) = (Slope(x - 1e-3), Slope(x + 1e-3));
        return Math.Abs(left - right) > 0.02 + (0.05 * Math.Abs(left));

        double Slope(double at) => PlainEvaluation.Evaluate(derivative, at, values);
    }
}
