using System.Globalization;
using Hillock.Analysis.Properties;

namespace Hillock.Tests.Analysis.Properties;

/// <summary>Properties whose right answer is known from elsewhere.</summary>
public class KnownShapeTests
{
    // Infimum and supremum; minima of gelu, silu and mish from their defining equations.
    [Theory]
    [InlineData("relu", "0", "Infinity", true, false)]
    [InlineData("relu6", "0", "6", true, true)]
    [InlineData("tanh", "-1", "1", false, false)]
    [InlineData("sigmoid", "0", "1", false, false)]
    [InlineData("elu", "-1", "Infinity", false, false)]
    [InlineData("gelu", "-0.16997120747990369", "Infinity", true, false)]
    [InlineData("silu", "-0.27846454276107380", "Infinity", true, false)]
    [InlineData("mish", "-0.3088434130172506", "Infinity", true, false)]
    [InlineData("hard_swish", "-0.375", "Infinity", true, false)]
    [InlineData("sin", "-1", "1", null, null)]
    [InlineData("gaussian", "0", "1", false, true)]
    [InlineData("exp(-exp(x))", "0", "1", false, false)]
    [InlineData("1/x", "-Infinity", "Infinity", false, false)]
    [InlineData("log(x)", "-Infinity", "Infinity", false, false)]
    [InlineData("abs(x)^0.5", "0", "Infinity", true, false)]
    [InlineData("x^4 - x^2", "-0.25", "Infinity", true, false)]
    [InlineData("3", "3", "3", true, true)]
    [InlineData("step", "0", "1", true, true)]
    [InlineData("clamp(x, -1000001, 1000002)", "-1000001", "1000002", true, true)]
    public void The_range_is_the_known_one(string text, string infimum, string supremum, bool? reachesInfimum, bool? reachesSupremum)
    {
        var range = RangeProperty.Of(ClaimTests.Parse(text));
        Assert.Equal(Certainty.Proved, range.Status);
        Holds(infimum, range.Value!.Infimum, reachesInfimum);
        Holds(supremum, range.Value.Supremum, reachesSupremum);
    }

    [Theory]
    [InlineData("relu", Monotonicity.NonDecreasing)]
    [InlineData("leaky_relu", Monotonicity.Increasing)]
    [InlineData("elu", Monotonicity.Increasing)]
    [InlineData("selu", Monotonicity.Increasing)]
    [InlineData("tanh", Monotonicity.Increasing)]
    [InlineData("hard_tanh", Monotonicity.NonDecreasing)]
    [InlineData("gelu", Monotonicity.NotMonotone)]
    [InlineData("mish", Monotonicity.NotMonotone)]
    [InlineData("sin", Monotonicity.NotMonotone)]
    [InlineData("x^3", Monotonicity.Increasing)]
    [InlineData("x + sin(x)", Monotonicity.Increasing)]
    [InlineData("floor(x)", Monotonicity.NonDecreasing)]
    [InlineData("3", Monotonicity.Constant)]
    [InlineData("1/x", Monotonicity.NotMonotone)]
    [InlineData("log(x)", Monotonicity.Increasing)]
    [InlineData("where(x < 0, x, x + 1)", Monotonicity.Increasing)]
    [InlineData("where(x < 0, x, x - 1)", Monotonicity.NotMonotone)]
    [InlineData("sign(x)", Monotonicity.NonDecreasing)]
    [InlineData("exp(-exp(x))", Monotonicity.Decreasing)]
    [InlineData("tanh(x) - x", Monotonicity.Decreasing)]
    public void The_monotonicity_is_the_known_one(string text, Monotonicity expected)
    {
        var finding = MonotonicityProperty.Of(ClaimTests.Parse(text));
        Assert.Equal((expected, Certainty.Proved), (finding.Value, finding.Status));
    }

    [Theory]
    [InlineData("relu", 1)]
    [InlineData("leaky_relu", 1)]
    [InlineData("sigmoid", 0.25)]
    [InlineData("tanh", 1)]
    [InlineData("gelu", 1.1289041451851548)]
    [InlineData("sin", 1)]
    [InlineData("x^2", double.PositiveInfinity)]
    [InlineData("abs(x)^0.5", double.PositiveInfinity)]
    [InlineData("step", double.PositiveInfinity)]
    [InlineData("1/x", double.PositiveInfinity)]
    [InlineData("floor(x)", double.PositiveInfinity)]
    public void The_Lipschitz_constant_is_the_known_one(string text, double expected)
    {
        var finding = LipschitzProperty.Of(ClaimTests.Parse(text));
        Assert.Equal(Certainty.Proved, finding.Status);
        Assert.InRange(expected, finding.Value.Lower, finding.Value.Upper);
    }

    [Theory]
    [InlineData("relu", Curvature.Convex)]
    [InlineData("softplus", Curvature.Convex)]
    [InlineData("elu", Curvature.Convex)]
    [InlineData("selu", Curvature.Neither)]
    [InlineData("log_sigmoid", Curvature.Concave)]
    [InlineData("identity", Curvature.Affine)]
    [InlineData("tanh", Curvature.Neither)]
    [InlineData("step", Curvature.Neither)]
    [InlineData("log(x)", Curvature.Concave)]
    public void The_curvature_is_the_known_one(string text, Curvature expected)
    {
        var finding = ConvexityProperty.Of(ClaimTests.Parse(text));
        Assert.Equal((expected, Certainty.Proved), (finding.Value, finding.Status));
    }

    [Fact]
    public void Turning_points_and_fixed_points_are_enclosed()
    {
        var extremum = Assert.Single(MonotonePiecesProperty.Extrema(ClaimTests.Parse("silu")).Value!);
        Assert.False(extremum.IsMaximum);
        // 1 + x + eˣ = 0
        Assert.InRange(-1.2784645427610738, extremum.At.Lower, extremum.At.Upper);
        var fixedPoint = Assert.Single(FixedPointsProperty.Of(ClaimTests.Parse("cos")).Value!.Points);
        Assert.InRange(0.7390851332151607, fixedPoint.At.Lower, fixedPoint.At.Upper);
        Assert.Equal(Stability.Attracting, fixedPoint.Stability);
        var relu = FixedPointsProperty.Of(ClaimTests.Parse("relu")).Value!;
        Assert.Empty(relu.Points);
        Assert.Equal(new FixedInterval(0, double.PositiveInfinity, true, false), Assert.Single(relu.Intervals));
    }

    // f jumps away from x at the end: x > 1 and x >= 1 are two functions.
    [Theory]
    [InlineData("where(x > 1, x, 0)", 1, false)]
    [InlineData("where(x >= 1, x, 0)", 1, true)]
    [InlineData("where(x > 0, x, x/4 - 1)", 0, false)]
    public void An_interval_of_fixed_points_ends_where_f_jumps_away(string text, double from, bool includesFrom)
    {
        var fixedPoints = FixedPointsProperty.Of(ClaimTests.Parse(text)).Value!;
        Assert.Equal(
            new FixedInterval(from, double.PositiveInfinity, includesFrom, false), Assert.Single(fixedPoints.Intervals));
    }

    // Iterating step from 0.1 gives 1 for good.
    [Theory]
    [InlineData("step")]
    [InlineData("sign")]
    public void A_fixed_point_at_a_jump_is_not_called_attracting(string text) =>
        Assert.Equal(
            Stability.Undecided,
            FixedPointsProperty.Of(ClaimTests.Parse(text)).Value!.Points.Single(point => point.At.Lower <= 0 && point.At.Upper >= 0)
                .Stability);

    [Theory]
    [InlineData("relu", double.NegativeInfinity, 0)]
    [InlineData("abs(x) - min(abs(x), 1)", -1, 1)]
    [InlineData("sqrt(x^2 + 0.01)", 0, 0)]
    [InlineData("cos(x) + sin(x)", -2.356194490192345, -2.356194490192345)]
    public void The_infimum_is_named_where_it_is_attained(string text, double from, double to)
    {
        var at = RangeProperty.Of(ClaimTests.Parse(text)).Value!.Infimum.AttainedAt!.Value;
        Assert.Equal(from, at.Lower, 1e-6);
        Assert.Equal(to, at.Upper, 1e-6);
        Assert.True(at.Lower <= from || at.Upper >= to);
    }

    [Fact]
    public void A_plateau_between_falling_and_rising_is_a_minimum()
    {
        var plateau = Assert.Single(MonotonePiecesProperty.Extrema(ClaimTests.Parse("abs(x) - min(abs(x), 1)")).Value!);
        Assert.False(plateau.IsMaximum);
        Assert.Equal((-1.0, 1.0), (plateau.At.Lower, plateau.At.Upper));
        Assert.Empty(MonotonePiecesProperty.Extrema(ClaimTests.Parse("relu")).Value!);
    }

    // What cancels is known to a few digits only, and is not called exact.
    [Theory]
    [InlineData("gelu", Certainty.Proved)]
    [InlineData("(softplus(50*x) - softplus(50*(x - 1)))/50", Certainty.Proved)]
    [InlineData("exp_affine", Certainty.Bounded)]
    public void Taylor_coefficients_are_proved_where_they_are_told_to_many_digits(string text, Certainty expected) =>
        Assert.Equal(expected, TaylorProperty.Of(ClaimTests.Parse(text)).Status);

    [Theory]
    [InlineData("gelu", false)]
    [InlineData("tanh", true)]
    [InlineData("relu", false)]
    [InlineData("leaky_relu", true)]
    [InlineData("x^3", true)]
    public void Invertible_is_what_takes_no_value_twice(string text, bool expected)
    {
        var finding = InvertibleProperty.Of(ClaimTests.Parse(text));
        Assert.Equal((expected, Certainty.Proved), (finding.Value, finding.Status));
    }

    [Theory]
    [InlineData("gelu", true)]
    [InlineData("sigmoid", false)]
    [InlineData("log(x)", false)]
    [InlineData("exp(x) - cos(x)", true)]
    public void Zero_at_zero_is_known(string text, bool expected) =>
        Assert.Equal(expected, ZeroAtZeroProperty.Of(ClaimTests.Parse(text)).Value);

    private static void Holds(string expected, Bound bound, bool? isAttained)
    {
        var value = double.Parse(expected, CultureInfo.InvariantCulture);
        Assert.InRange(value, bound.Value.Lower, bound.Value.Upper);
        Assert.Equal(isAttained, bound.IsAttained);
    }
}
