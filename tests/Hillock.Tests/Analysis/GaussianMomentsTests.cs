using Hillock.Analysis;

namespace Hillock.Tests.Analysis;

public class GaussianMomentsTests
{
    private const double Step = 1e-3;

    // Mean, E[f²], E[f′²] under N(0, 1), computed apart by a finer quadrature.
    [Theory]
    [InlineData("tanh", 0, 0.394294, 0.464403)]
    [InlineData("sigmoid", 0.5, 0.293379, 0.044836)]
    [InlineData("softsign", 0, 0.183014, 0.227671)]
    [InlineData("relu", 0.398942, 0.5, 0.5)]
    [InlineData("leaky_relu(negative_slope=0.1)", 0.359048, 0.505, 0.505)]
    [InlineData("elu", 0.160521, 0.644945, 0.668102)]
    [InlineData("selu", 0, 1, 1.071575)]
    [InlineData("gelu", 0.282095, 0.425221, 0.455851)]
    [InlineData("silu", 0.206621, 0.355776, 0.379482)]
    [InlineData("softplus", 0.806059, 0.921246, 0.293379)]
    [InlineData("mish", 0.240404, 0.452342, 0.479084)]
    [InlineData("hard_tanh", 0, 0.516059, 0.682689)]
    [InlineData("relu_squared", 0.5, 1.5, 2)]
    public void Moments_under_the_standard_normal_distribution(string f, double mean, double square, double slopeSquare)
    {
        var moments = Moments(f);
        Assert.Equal(mean, moments.Mean, 1e-6);
        Assert.Equal(square, moments.SecondMoment, 1e-6);
        Assert.Equal(slopeSquare, moments.SlopeSecondMoment, 1e-6);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(2.7)]
    [InlineData(1000)]
    public void A_kink_anywhere_costs_no_accuracy(double deviation)
    {
        // The kinks of hard tanh are at ±1; E[f′²] = P(|x| < 1) and jumps there.
        var moments = Moments("hard_tanh", deviation);
        var gaussian = Moments("relu", deviation);
        Assert.Equal(ProbabilityWithin(1 / deviation), moments.SlopeSecondMoment, 1e-7);
        Assert.Equal(deviation / Math.Sqrt(2 * Math.PI), gaussian.Mean, 1e-9 * deviation);
    }

    [Fact]
    public void Parameters_are_honoured()
    {
        var moments = Moments("prelu", 2, 0.5);
        Assert.Equal(4 * (1 + 0.25) / 2, moments.SecondMoment, 1e-8);
        Assert.Equal((1 + 0.25) / 2, moments.SlopeSecondMoment, 1e-8);
    }

    [Theory]
    [InlineData("tanh")]
    [InlineData("selu")]
    [InlineData("gelu")]
    [InlineData("hard_tanh")]
    [InlineData("sign(x - 0.3)")]
    public void Derivatives_by_the_variance_are_central_differences(string f)
    {
        const double q = 1.7;
        var (below, at, above) = (AtVariance(q - Step), AtVariance(q), AtVariance(q + Step));
        Assert.Equal((above.Mean - below.Mean) / (2 * Step), at.MeanByVariance, 1e-6);
        Assert.Equal((above.SecondMoment - below.SecondMoment) / (2 * Step), at.SecondMomentByVariance, 1e-6);
        Assert.Equal((above.Variance - below.Variance) / (2 * Step), at.VarianceByVariance, 1e-6);

        GaussianMoments AtVariance(double variance) => Moments(f, Math.Sqrt(variance));
    }

    [Theory]
    [InlineData(1e-3)]
    [InlineData(0.5)]
    [InlineData(30)]
    public void Closed_forms_are_met_to_twelve_digits(double deviation)
    {
        var q = deviation * deviation;
        Close.Relative(q / 2, Moments("relu", deviation).SecondMoment, 1e-12, "relu");
        // Williams 1997: E erf(x)² = 2/π asin(2q/(1 + 2q)), E erf′(x)² = 4/π /√(1 + 4q).
        var erf = Moments("erf(x)", deviation);
        Close.Relative(2 / Math.PI * Math.Asin(2 * q / (1 + (2 * q))), erf.SecondMoment, 1e-12, "erf");
        Close.Relative(4 / Math.PI / Math.Sqrt(1 + (4 * q)), erf.SlopeSecondMoment, 1e-12, "erf′");
        var exp = Moments("exp(x/30)", deviation);
        Close.Relative(Math.Exp(q / 1800), exp.Mean, 1e-12, "exp");
        Close.Relative(Math.Exp(q / 450), exp.SecondMoment, 1e-12, "exp²");
        // E x Φ(x) = q φ(0)/√(1 + q)
        Close.Relative(q / Math.Sqrt(2 * Math.PI * (1 + q)), Moments("gelu", deviation).Mean, 1e-12, "gelu");
    }

    [Fact]
    public void The_gain_of_the_rectifier_is_the_root_of_2() =>
        Assert.Equal(Math.Sqrt(2), Moments("relu").Gain, 1e-9);

    private static GaussianMoments Moments(string f, double deviation = 1, params double[] parameters) =>
        GaussianMoments.Compute(Activation.Parse(f).Kernel<double>(), deviation, parameters);

    /// <summary>P(|z| &lt; limit) by the rule of Simpson.</summary>
    private static double ProbabilityWithin(double limit)
    {
        const int steps = 10_000;
        var sum = 0.0;
        for (var i = 0; i <= steps; i++)
        {
            var z = limit * i / steps;
            sum += (i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2) * Math.Exp(-z * z / 2);
        }
        return 2 * sum * limit / steps / 3 / Math.Sqrt(2 * Math.PI);
    }

    [Theory]
    [InlineData("1/x")]
    [InlineData("exp(x^2)")]
    [InlineData("tan(x)")]
    public void What_does_not_exist_is_not_a_number(string formula)
    {
        var moments = GaussianMoments.Compute(Activation.Parse(formula).Kernel<double>());
        Assert.True(double.IsNaN(moments.SecondMoment));
        Assert.True(double.IsNaN(moments.Gain));
    }

    [Fact]
    public void A_root_has_moments_but_its_slope_has_none()
    {
        var moments = GaussianMoments.Compute(Activation.Parse("abs(x)^0.5").Kernel<double>());
        // E |z|^(1/2) = 2^(1/4) Γ(3/4) / √π
        Assert.Equal(0.822178958662, moments.Mean, 1e-9);
        Assert.True(double.IsNaN(moments.SlopeSecondMoment));
    }
}
