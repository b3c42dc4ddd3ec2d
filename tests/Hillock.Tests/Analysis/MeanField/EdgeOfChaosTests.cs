using Hillock.Analysis.MeanField;
using Hillock.Analysis.Properties;

namespace Hillock.Tests.Analysis.MeanField;

public class EdgeOfChaosTests
{
    // σ_w for each σ_b, computed apart by 96 × 20 Gauss–Legendre points on [−12, 12].
    [Theory]
    [InlineData("tanh", 0.05, 1.1225)]
    [InlineData("tanh", 0.1, 1.1934)]
    [InlineData("tanh", 0.2, 1.3041)]
    [InlineData("tanh", 0.3, 1.3956)]
    [InlineData("tanh", 0.5, 1.5497)]
    [InlineData("erf(x)", 0.05, 0.9937)]
    [InlineData("erf(x)", 0.1, 1.0556)]
    [InlineData("erf(x)", 0.2, 1.1528)]
    [InlineData("erf(x)", 0.3, 1.2337)]
    [InlineData("erf(x)", 0.5, 1.3713)]
    [InlineData("atan(x)", 0.05, 1.1244)]
    [InlineData("atan(x)", 0.1, 1.1964)]
    [InlineData("atan(x)", 0.2, 1.3083)]
    [InlineData("atan(x)", 0.3, 1.3998)]
    [InlineData("atan(x)", 0.5, 1.5522)]
    [InlineData("softsign", 0.05, 1.3611)]
    [InlineData("softsign", 0.1, 1.5129)]
    [InlineData("softsign", 0.2, 1.7296)]
    [InlineData("softsign", 0.3, 1.8975)]
    [InlineData("softsign", 0.5, 2.1662)]
    [InlineData("elu", 0.05, 1.1319)]
    [InlineData("elu", 0.1, 1.1761)]
    [InlineData("elu", 0.2, 1.2293)]
    [InlineData("elu", 0.3, 1.2631)]
    [InlineData("elu", 0.5, 1.3061)]
    [InlineData("selu", 0.05, 0.8220)]
    [InlineData("selu", 0.1, 0.8719)]
    [InlineData("selu", 0.2, 0.9375)]
    [InlineData("selu", 0.3, 0.9837)]
    [InlineData("selu", 0.5, 1.0496)]
    [InlineData("gelu", 0.05, 1.8519)]
    [InlineData("gelu", 0.1, 1.7271)]
    [InlineData("gelu", 0.2, 1.5470)]
    [InlineData("gelu", 0.3, 1.4505)]
    [InlineData("gelu", 0.5, 1.3999)]
    [InlineData("silu", 0.05, 1.9050)]
    [InlineData("silu", 0.1, 1.8201)]
    [InlineData("silu", 0.2, 1.6795)]
    [InlineData("silu", 0.3, 1.5756)]
    [InlineData("silu", 0.5, 1.4569)]
    [InlineData("mish", 0.05, 1.5972)]
    [InlineData("mish", 0.1, 1.5410)]
    [InlineData("mish", 0.2, 1.4634)]
    [InlineData("mish", 0.3, 1.4211)]
    [InlineData("mish", 0.5, 1.3934)]
    [InlineData("sigmoid", 0.05, 10.1496)]
    [InlineData("sigmoid", 0.1, 10.1505)]
    [InlineData("sigmoid", 0.2, 10.1540)]
    [InlineData("sigmoid", 0.3, 10.1600)]
    [InlineData("sigmoid", 0.5, 10.1789)]
    public void Weights_are_those_computed_elsewhere(string f, double biasDeviation, double weightDeviation) =>
        Assert.Contains(
            Points(f, biasDeviation), point => Math.Abs(point.WeightDeviation - weightDeviation) <= 0.6e-4);

    // q*, V′(q*): to the digits printed.
    [Theory]
    [InlineData("tanh", 0.2, 0.5121, 0.543, 1e-4, Attraction.Attracting)]
    [InlineData("atan(x)", 0.2, 0.617, 0.591, 1e-3, Attraction.Attracting)]
    [InlineData("softsign", 0.2, 0.358, 0.516, 1e-3, Attraction.Attracting)]
    [InlineData("elu", 0.2, 1.107, 0.860, 1e-3, Attraction.Attracting)]
    [InlineData("selu", 0.2, 0.717, 0.743, 1e-3, Attraction.Attracting)]
    [InlineData("gelu", 0.2, 0.576, 1.095, 1e-3, Attraction.Repelling)]
    [InlineData("gelu", 0.5, 6.434, 0.986, 1e-3, Attraction.Attracting)]
    [InlineData("silu", 0.2, 0.689, 1.099, 1e-3, Attraction.Repelling)]
    [InlineData("silu", 0.5, 4.43, 1.046, 1e-2, Attraction.Repelling)]
    [InlineData("mish", 0.2, 0.746, 1.025, 1e-3, Attraction.Repelling)]
    [InlineData("mish", 0.5, 5.3, 0.975, 6e-2, Attraction.Attracting)]
    [InlineData("sigmoid", 0.2, 45.71, 0.06, 1e-2, Attraction.Attracting)]
    public void Fixed_points_attract_or_repel_as_computed_elsewhere(
        string f, double biasDeviation, double variance, double slope, double tolerance, Attraction attraction)
    {
        var point = Assert.Single(
            Points(f, biasDeviation), p => Math.Abs((double)p.FixedPoint.Variance! - variance) <= tolerance).FixedPoint;
        Assert.Equal(slope, point.Slope, f == "sigmoid" ? 6e-3 : 6e-4);
        Assert.Equal(attraction, point.Attraction);
        Assert.Equal(1, point.Chi, 1e-9);
        Assert.Equal(double.PositiveInfinity, point.CorrelationDepth);
        Assert.Equal(1 / Math.Abs(Math.Log(point.Slope)), point.VarianceDepth, 1e-9);
    }

    // Hayou et al. 2019; what they print lies 0.002 below.
    [Theory]
    [InlineData("tanh", 1.302)]
    [InlineData("elu", 1.227)]
    public void Published_weights_are_near(string f, double weightDeviation) =>
        Assert.Equal(weightDeviation, Assert.Single(Points(f, 0.2)).WeightDeviation, 0.003);

    [Fact]
    public void Schoenholz_and_others_found_the_critical_weights_of_tanh()
    {
        var point = Assert.Single(Points("tanh", Math.Sqrt(0.05)));
        Assert.Equal(1.7610, point.WeightDeviation * point.WeightDeviation, 0.6e-4);
        Assert.Equal(0.5700, (double)point.FixedPoint.Variance!, 0.6e-4);
    }

    // Poole et al. 2016 with σ_b = 0.3.
    [Theory]
    [InlineData(1.3, 0.607, 0.940)]
    [InlineData(2.5, 4.079, 1.585)]
    [InlineData(4.0, 12.604, 2.367)]
    public void Fixed_points_of_tanh_are_ordered_and_chaotic(double weightDeviation, double variance, double chi)
    {
        var map = new VarianceMap(
            new NormalQuadrature(Analysed.Function("tanh")), weightDeviation * weightDeviation, 0.09);
        var point = Assert.Single(map.FixedPoints());
        Assert.Equal(variance, (double)point.Variance!, 0.6e-3);
        Assert.Equal(chi, point.Chi, 0.6e-3);
        Assert.Equal(Attraction.Attracting, point.Attraction);
    }

    [Theory]
    [InlineData("softplus", 0)]
    [InlineData("softplus", 0.2)]
    [InlineData("softplus", 0.5)]
    [InlineData("relu", 0.2)]
    [InlineData("leaky_relu", 0.05)]
    [InlineData("abs(x)", 1)]
    [InlineData("floor(x)", 0.2)]
    [InlineData("sign(x)", 0.2)]
    public void None_is_found_where_there_is_none(string f, double biasDeviation) =>
        Assert.Empty(Points(f, biasDeviation));

    [Theory]
    [InlineData("relu", 2)]
    [InlineData("leaky_relu(negative_slope=0.1)", 2 / 1.01)]
    [InlineData("-3*x", 1 / 9.0)]
    public void Positively_homogeneous_functions_keep_every_variance_without_biases(string f, double weightVariance)
    {
        var found = EdgeOfChaos.Of(Analysed.Function(f), 0);
        Assert.Equal(Certainty.Proved, found.Status);
        var point = Assert.Single(found.Value!.Points);
        Assert.Equal(Math.Sqrt(weightVariance), point.WeightDeviation, 1e-12);
        Assert.Null(point.FixedPoint.Variance);
        Assert.Equal(Attraction.Neutral, point.FixedPoint.Attraction);
    }

    [Theory]
    [InlineData("tanh", 1, Attraction.Attracting)]
    [InlineData("sinh(x)", 1, Attraction.Repelling)]
    public void Without_biases_variance_0_is_a_solution(string f, double weightDeviation, Attraction attraction)
    {
        var point = EdgeOfChaos.Of(Analysed.Function(f), 0).Value!.Points[0];
        Assert.Equal(weightDeviation, point.WeightDeviation, 1e-9);
        Assert.Equal(0, point.FixedPoint.Variance);
        Assert.Equal(attraction, point.FixedPoint.Attraction);
    }

    // 1-Lipschitz and straight around 0: V(q) < q for all q > 0 with the weights of q* = 0. Both sides of the equation
    // agree to rounding for small q, which is no solution.
    [Theory]
    [InlineData("relu6")]
    [InlineData("hard_tanh")]
    [InlineData("clamp(x, -3, 1)")]
    [InlineData("lisa")]
    [InlineData("n_activation")]
    [InlineData("plu_piecewise")]
    [InlineData("nan_hard_tanh")]
    public void Rounding_beside_a_straight_piece_is_no_solution(string f)
    {
        var point = Assert.Single(Points(f, 0)).FixedPoint;
        Assert.Equal((0, Attraction.Attracting), (point.Variance, point.Attraction));
    }

    // V(q) − q is positive next to 0, but negative, or too small to be seen, at q = 1e-4.
    [Theory]
    [InlineData("finer")]
    [InlineData("comb_h_sine")]
    [InlineData("soft_plus_plus")]
    public void Attraction_of_variance_0_is_judged_beside_it(string f)
    {
        var point = Points(f, 0)[0].FixedPoint;
        Assert.Equal((0, Attraction.Repelling), (point.Variance, point.Attraction));
    }

    [Theory]
    [InlineData("alternating_repu")]
    [InlineData("sign(x)*sqrt(abs(x))")]
    [InlineData("where(x > 0, x, x - 0.03)")]
    [InlineData("x^2")]
    public void Variance_0_is_no_solution_without_continuity_and_slopes_at_0(string f) =>
        Assert.DoesNotContain(
            EdgeOfChaos.Of(Analysed.Function(f), 0).Value?.Points ?? [], point => point.FixedPoint.Variance == 0);

    // Far enough inside the dead zone all that the quadrature sees of f is 0.
    [Theory]
    [InlineData("soft_shrink")]
    [InlineData("pan")]
    public void The_end_of_what_is_seen_is_no_solution(string f) =>
        Assert.DoesNotContain(Points(f, 0), point => point.WeightDeviation > 1e9);

    [Theory]
    [InlineData("where(x > 0, x, x - 0.03)", true)]
    [InlineData("diffelu", true)]
    [InlineData("tanh", false)]
    [InlineData("relu6", false)]
    public void A_jump_makes_the_edge_one_of_gradients_alone(string f, bool isOfGradientsAlone)
    {
        var found = EdgeOfChaos.Of(Analysed.Function(f), 0);
        Assert.Equal(isOfGradientsAlone, found.Value!.IsOfGradientsAlone);
        Assert.Equal(isOfGradientsAlone, found.Because.Contains("f jumps"));
    }

    [Theory]
    [InlineData("attention_relu")]
    [InlineData("optimized_leaky_relu")]
    [InlineData("qrelu")]
    public void Homogeneity_is_proved_where_the_slopes_are_no_doubles(string f)
    {
        var found = EdgeOfChaos.Of(Analysed.Function(f), 0);
        Assert.Equal(Certainty.Proved, found.Status);
        Assert.Null(Assert.Single(found.Value!.Points).FixedPoint.Variance);
    }

    [Fact]
    public void Homogeneity_that_is_only_seen_is_not_decided() =>
        Assert.Equal(Certainty.NotDecided, EdgeOfChaos.Of(Analysed.Function("smu"), 0).Status);

    [Theory]
    [InlineData("hard_shrink")]
    [InlineData("soft_shrink")]
    [InlineData("threshold")]
    public void Functions_that_are_0_around_0_are_searched_on_all_of_the_range(string f)
    {
        var edge = EdgeOfChaos.Of(Analysed.Function(f), 0.2).Value!;
        Assert.Equal((1e-4, 1e4), (edge.SearchedFrom, edge.SearchedTo), RelativeComparer);
    }

    [Fact]
    public void Functions_that_grow_fast_are_searched_as_far_as_they_have_moments()
    {
        var edge = EdgeOfChaos.Of(Analysed.Function("exp(x)"), 0.2).Value!;
        Assert.InRange(edge.SearchedTo, 1, 40);
    }

    private static bool RelativeComparer((double From, double To) a, (double From, double To) b) =>
        Math.Abs(a.From / b.From - 1) < 1e-9 && Math.Abs(a.To / b.To - 1) < 1e-9;

    [Fact]
    public void Sigmoid_is_tanh_in_other_units()
    {
        // sigmoid(x) = ½(1 + tanh(x/2)): σ_b′ = σ_w′ = 2.5373.
        var sigmoid = Assert.Single(Points("sigmoid", 0));
        Assert.Equal(2.53731, Assert.Single(Points("tanh", 2.5373)).WeightDeviation, 0.6e-5);
        Assert.Equal(4 * 2.5373, sigmoid.WeightDeviation, 1e-3);
    }

    [Fact]
    public void What_has_no_moments_is_not_decided()
    {
        var found = EdgeOfChaos.Of(Analysed.Function("log(x)"), 0.2);
        Assert.Equal(Certainty.NotDecided, found.Status);
        Assert.Null(found.Value);
    }

    private static IReadOnlyList<EdgePoint> Points(string f, double biasDeviation) =>
        EdgeOfChaos.Of(Analysed.Function(f), biasDeviation).Value!.Points;
}
