using Hillock.Analysis.Properties;

namespace Hillock.Tests.Analysis.Limits;

/// <summary>Domain, symmetry, homogeneity, idempotence, straight pieces, approximation and Taylor series.</summary>
public class FormPropertyTests
{
    [Theory]
    [InlineData("log(x)", "-Infinity..0", "0")]
    [InlineData("1/x", "", "0")]
    [InlineData("sqrt(x - 2)", "-Infinity..2", "")]
    [InlineData("1/(x^2 - 3)", "", "-1.7320508075688772 1.7320508075688772")]
    [InlineData("log(1 - x^2)", "-Infinity..-1 1..Infinity", "-1 1")]
    [InlineData("where(x > 0, log(x), 0)", "", "")]
    [InlineData("x/(1 + exp(-x))", "", "")]
    [InlineData("sin(x)/x", "", "0")]
    public void Domain_is_the_known_one(string function, string intervals, string points)
    {
        var domain = DomainProperty.Of(ShapeOf.Text(function));
        Assert.Equal(Certainty.Proved, domain.Status);
        Assert.Equal(intervals, string.Join(" ", domain.Value!.UndefinedIntervals
            .Select(i => FormattableString.Invariant($"{i.Lower}..{i.Upper}"))));
        Assert.Equal(points, string.Join(" ", domain.Value.UndefinedPoints
            .Select(p => FormattableString.Invariant($"{p:R}"))));
    }

    [Theory]
    [InlineData("tanh", SymmetryKind.Odd)]
    [InlineData("softsign", SymmetryKind.Odd)]
    [InlineData("hard_tanh", SymmetryKind.Odd)]
    [InlineData("1/x", SymmetryKind.Odd)]
    [InlineData("gaussian", SymmetryKind.Even)]
    [InlineData("x*sin(x)", SymmetryKind.Even)]
    [InlineData("abs", SymmetryKind.Even)]
    [InlineData("sigmoid", SymmetryKind.OddAboutAPoint)]
    [InlineData("hard_sigmoid", SymmetryKind.OddAboutAPoint)]
    [InlineData("relu", SymmetryKind.None)]
    [InlineData("gelu", SymmetryKind.None)]
    [InlineData("log(x)", SymmetryKind.None)]
    // Odd except for its value at 0.
    [InlineData("step_bipolar", SymmetryKind.None)]
    public void Symmetry_is_the_known_one(string function, SymmetryKind expected)
    {
        var symmetry = SymmetryProperty.Of(ShapeOf.Text(function));
        Assert.Equal((Certainty.Proved, expected), (symmetry.Status, symmetry.Value?.Kind));
    }

    [Theory]
    [InlineData("relu", 1.0)]
    [InlineData("leaky_relu", 1.0)]
    [InlineData("x*abs(x)", 2.0)]
    [InlineData("relu_squared", 2.0)]
    [InlineData("sign", 0.0)]
    [InlineData("abs(x)^0.5", 0.5)]
    [InlineData("relu6", null)]
    [InlineData("tanh", null)]
    [InlineData("max(x, 0) + 1", null)]
    [InlineData("max(x, 1)", null)]
    [InlineData("where(x > 0, x, x^2)", null)]
    public void Homogeneity_is_the_known_one(string function, double? degree)
    {
        var homogeneity = HomogeneityProperty.Of(ShapeOf.Text(function));
        Assert.Equal(Certainty.Proved, homogeneity.Status);
        Assert.Equal(new Homogeneity(degree is not null, degree), homogeneity.Value);
    }

    [Theory]
    [InlineData("relu", true, true)]
    [InlineData("hard_tanh", true, true)]
    [InlineData("identity", true, true)]
    [InlineData("sign", true, true)]
    [InlineData("leaky_relu", false, true)]
    [InlineData("hard_sigmoid", false, true)]
    [InlineData("tanh", false, false)]
    [InlineData("elu", false, false)]
    [InlineData("square", false, false)]
    public void Idempotence_and_straight_pieces_are_the_known_ones(string function, bool isIdempotent,
        bool isPiecewiseLinear)
    {
        var f = ShapeOf.Text(function);
        Assert.Equal(isIdempotent, IdempotentProperty.Of(f).Value);
        Assert.Equal(isPiecewiseLinear, PiecewiseLinearProperty.Of(f).Value);
    }

    public static TheoryData<string> Approximating =>
    [
        "sigmoid", "tanh", "softsign", "relu", "leaky_relu", "prelu", "elu", "selu", "gelu", "silu", "mish", "softplus",
        "sin", "gaussian", "step", "hard_tanh", "hard_sigmoid", "relu_squared", "exp", "floor(x)", "x*sin(x)",
    ];

    [Theory]
    [MemberData(nameof(Approximating))]
    public void One_hidden_layer_suffices(string function) => Assert.True(Leshno(function));

    [Theory]
    [InlineData("identity")]
    [InlineData("square")]
    [InlineData("cube")]
    [InlineData("chebyshev_3")]
    [InlineData("3")]
    [InlineData("where(x > 0, x, x) + x^2")]
    // Not locally bounded.
    [InlineData("1/x")]
    [InlineData("log(x)")]
    public void One_hidden_layer_does_not_suffice(string function) => Assert.False(Leshno(function));

    [Theory]
    [InlineData("sigmoid", true, true, true)]
    [InlineData("tanh", true, true, true)]
    [InlineData("gaussian", false, true, true)]
    [InlineData("sin", false, true, true)]
    [InlineData("relu", false, false, true)]
    [InlineData("step", false, false, false)]
    [InlineData("identity", false, false, false)]
    [InlineData("square", false, false, true)]
    public void Theorems_apply_where_their_conditions_hold(string function, bool cybenko, bool hornik, bool kidgerLyons)
    {
        var verdicts = UniversalApproximationProperty.Of(ShapeOf.Text(function));
        Assert.Equal(Certainty.Proved, verdicts.Status);
        Assert.Equal<bool?>([cybenko, hornik, kidgerLyons], [.. verdicts.Value!
            .Where(v => !v.Theorem.StartsWith("Leshno", StringComparison.Ordinal)).Select(v => v.Applies)]);
    }

    private static bool? Leshno(string function) => UniversalApproximationProperty.Of(ShapeOf.Text(function)).Value!
        .Single(v => v.Theorem.StartsWith("Leshno", StringComparison.Ordinal)).Applies;

    [Theory]
    [InlineData("tanh", "0 1 0 -1/3 0 2/15", Math.PI / 2)]
    [InlineData("sigmoid", "1/2 1/4 0 -1/48 0 1/480", Math.PI)]
    [InlineData("silu", "0 1/2 1/4 0 -1/48 0", Math.PI)]
    [InlineData("softplus", "log(2) 1/2 1/8 0 -1/192 0", Math.PI)]
    [InlineData("arctan", "0 1 0 -1/3 0 1/5", 1)]
    [InlineData("1/(1 + x^2)", "1 0 -1 0 1 0", 1)]
    [InlineData("gaussian", "1 0 -1 0 1/2 0", double.PositiveInfinity)]
    [InlineData("exp", "1 1 1/2 1/6 1/24 1/120", double.PositiveInfinity)]
    [InlineData("x^2 + x", "0 1 1 0 0 0", double.PositiveInfinity)]
    public void Taylor_series_is_the_known_one(string function, string coefficients, double radius)
    {
        var taylor = TaylorProperty.Of(ShapeOf.Text(function), 5).Value!;
        Assert.Equal(coefficients, string.Join(" ", taylor.ExactCoefficients));
        Close.Relative(radius, taylor.Radius!.Value, 1e-15, function);
    }

    [Fact]
    public void Products_of_inputs_follow_from_the_taylor_series()
    {
        Assert.Equal([(1, 1)], TaylorProperty.Of(ShapeOf.Text("square"), 4).Value!.Products);
        Assert.Equal([(2, 1)], TaylorProperty.Of(ShapeOf.Text("tanh"), 4).Value!.Products);
        Assert.Equal([(1, 1), (3, 1), (2, 2)], TaylorProperty.Of(ShapeOf.Text("silu"), 4).Value!.Products);
    }

    [Theory]
    [InlineData("relu")]
    [InlineData("1/x")]
    [InlineData("log(x)")]
    public void There_is_no_taylor_series_where_a_derivative_is_missing(string function)
    {
        var taylor = TaylorProperty.Of(ShapeOf.Text(function));
        Assert.Equal((Certainty.Proved, null), (taylor.Status, taylor.Value));
    }

    [Fact]
    public void Proved_of_the_catalogue_are_at_least_so_many()
    {
        var functions = ShapeOf.Catalogue().Select(f => f.Function).ToList();
        AtLeast(414, functions.Count(f => DomainProperty.Of(f).Status == Certainty.Proved), "domain");
        AtLeast(411, functions.Count(f => SymmetryProperty.Of(f).Status == Certainty.Proved), "symmetry");
        AtLeast(420, functions.Count(f => HomogeneityProperty.Of(f).Status == Certainty.Proved), "homogeneity");
        AtLeast(410, functions.Count(f => IdempotentProperty.Of(f).Status == Certainty.Proved), "idempotence");
        AtLeast(417, functions.Count(f => PiecewiseLinearProperty.Of(f).Status == Certainty.Proved), "straight pieces");
        AtLeast(394, functions.Count(f => UniversalApproximationProperty.Of(f).Status == Certainty.Proved),
            "approximation");
        // Of six more the coefficients are enclosed, but not to the digits that are shown.
        AtLeast(408, functions.Count(f => TaylorProperty.Of(f).Status == Certainty.Proved), "Taylor series");

        static void AtLeast(int expected, int actual, string what) =>
            Assert.True(actual >= expected, $"{what}: {actual} proved, {expected} before");
    }
}
