using Hillock.Analysis;
using Hillock.Analysis.MeanField;
using Hillock.Analysis.Properties;

namespace Hillock.Tests.Analysis.MeanField;

public class SelfNormalisationTests
{
    // Klambauer et al. 2017 print J(0, 1) = [[0, 0.088834], [0, 0.782648]] and the norm 0.7877.
    [Fact]
    public void Selu_has_the_fixed_point_and_the_jacobian_of_its_paper()
    {
        var selu = Of("selu");
        var point = Assert.Single(selu.FixedPoints);
        Assert.True(selu.IsSelfNormalising);
        Assert.Equal(0, point.Mean, 1e-12);
        Assert.Equal(1, point.Variance, 1e-11);
        Assert.Equal(0.0888348, point.MeanByVariance, 1e-6);
        Assert.Equal(0.7826479, point.VarianceByVariance, 1e-6);
        Assert.Equal(0.787673, point.SpectralNorm, 1e-6);
        Assert.Equal(Attraction.Attracting, point.Attraction);
    }

    // With these constants the paper has the fixed point (−0.1, 2), for weights of sum 1: z ~ N(−0.1, 2).
    [Fact]
    public void Other_constants_have_the_other_fixed_point_of_the_paper()
    {
        var shifted = Analysed.Function("1.07385*where(x > 0.1, x - 0.1, 1.97690*expm1(x - 0.1))");
        var moments = new NormalQuadrature(shifted).Moments(Math.Sqrt(2));
        Assert.Equal(-0.1, moments.Mean, 1e-5);
        Assert.Equal(2, moments.Variance, 1e-5);
        Assert.False(Of("selu(alpha=1.97690, scale=1.07385)").IsSelfNormalising);
    }

    [Theory]
    [InlineData(16, 12, 1.15)]
    [InlineData(3, 10, 1.095)]
    [InlineData(0.2, 12, 0.907)]
    public void Selu_brings_variances_back(double variance, int layers, double expected)
    {
        var quadrature = new NormalQuadrature(Analysed.Function("selu"));
        for (var layer = 0; layer < layers; layer++) variance = quadrature.Moments(Math.Sqrt(variance)).Variance;
        Assert.Equal(expected, variance, 6e-3);
    }

    [Theory]
    [InlineData("relu")]
    [InlineData("tanh")]
    [InlineData("gelu")]
    [InlineData("1")]
    [InlineData("hard_tanh")]
    [InlineData("n_activation")]
    public void Others_have_no_fixed_point(string f)
    {
        var found = Of(f);
        Assert.Empty(found.FixedPoints);
        Assert.False(found.IsSelfNormalising);
    }

    // 1.001 relu is no longer 1-Lipschitz, −x keeps every variance.
    [Theory]
    [InlineData("hard_tanh", Certainty.Proved)]
    [InlineData("relu", Certainty.Proved)]
    [InlineData("1.001*relu(x)", Certainty.Measured)]
    [InlineData("-x", Certainty.Measured)]
    [InlineData("sqrt(1 + x)", Certainty.Measured)]
    public void What_brings_points_nearer_has_no_fixed_point(string f, Certainty status) =>
        Assert.Equal(status, SelfNormalisation.Of(Analysed.Function(f)).Status);

    [Fact]
    public void The_identity_keeps_all_and_attracts_none()
    {
        var identity = Of("x");
        Assert.Equal(Attraction.Neutral, Assert.Single(identity.FixedPoints).Attraction);
        Assert.False(identity.IsSelfNormalising);
    }

    [Fact]
    public void A_tanh_scaled_to_variance_1_is_self_normalising() => Assert.True(Of("1.5925374*tanh(x)").IsSelfNormalising);

    [Fact]
    public void The_jacobian_is_that_of_central_differences()
    {
        const double step = 1e-3;
        var quadrature = new NormalQuadrature(Analysed.Function("selu"));
        var point = Of("selu").FixedPoints[0];
        var (below, above) = (At(-step), At(step));
        Assert.Equal((above.Mean - below.Mean) / (2 * step), point.MeanByVariance, 1e-6);
        Assert.Equal((above.Variance - below.Variance) / (2 * step), point.VarianceByVariance, 1e-6);

        GaussianMoments At(double offset) => quadrature.Moments(Math.Sqrt(point.Variance + offset));
    }

    private static SelfNormalisation Of(string f) => SelfNormalisation.Of(Analysed.Function(f)).Value!;
}
