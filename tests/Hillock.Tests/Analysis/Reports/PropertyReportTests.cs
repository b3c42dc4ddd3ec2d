using Hillock.Analysis.Properties;
using Hillock.Analysis.Reports;
using Hillock.Catalogue;

namespace Hillock.Tests.Analysis.Reports;

/// <summary>Every property of every function, trouble makers included, comes out as a line with a status and a reason.
/// </summary>
public class PropertyReportTests
{
    private static readonly string[] Trouble =
    [
        "sin(1/x)", "x*sin(x)", "where(x > 0, 1, 0)", "abs(x - 0.4487989505128276)", "clamp(x/1e6, -1, 1)", "exp(-exp(x))", "2",
        "x^3 - 2*x + 1", "floor(x)", "1/x", "abs(x)^0.5", "log(x)", "x*tanh(exp(x))", "sin(x)/x", "x - floor(x)",
    ];

    public static TheoryData<string> Functions =>
        [.. Trouble, .. ActivationCatalogue.Ids.Where((_, index) => index % 30 == 7)];

    [Theory]
    [MemberData(nameof(Functions))]
    public void Every_key_has_a_line_with_a_reason(string function)
    {
        var lines = PropertyTable.Of(Activation.Parse(function).Properties()).ToList();
        Assert.Equal(PropertyTable.Keys, lines.Select(line => line.Key).Distinct());
        Assert.All(lines, line =>
        {
            Assert.NotEqual("", line.Finding.Because.Trim());
            if (line.Finding.Status != Certainty.NotDecided) Assert.NotEqual("", line.Text);
        });
    }

    [Fact]
    public void Each_key_of_the_table_is_there() => Assert.Superset(
        new HashSet<string>
        {
            "range", "monotonicity", "monotone_pieces", "extrema", "kinks", "discontinuities", "smoothness", "saturation",
            "lipschitz", "symmetry", "zero_centred", "convexity", "invertible", "fixed_points", "zero_at_zero", "moments", "gain",
            "edge_of_chaos", "self_normalising", "universal_approximation", "taylor", "sparsity", "positively_homogeneous",
            "idempotent", "piecewise_linear", "cost",
        },
        PropertyTable.Keys.ToHashSet());

    [Fact]
    public void Parameters_can_be_given()
    {
        var report = Activation.Parse("leaky_relu").Properties([2]);
        Assert.Equal(2, report.Lipschitz.Value.Upper, 1e-12);
        Assert.Throws<ArgumentException>(() => Activation.Parse("leaky_relu").Properties([1, 2]));
    }

    [Fact]
    public void A_bias_moves_the_edge_of_chaos()
    {
        Assert.Equal(0.1, Activation.Parse("tanh").Properties(biasDeviation: 0.1).EdgeOfChaos.Value!.BiasDeviation);
        Assert.Throws<ArgumentOutOfRangeException>(() => Activation.Parse("tanh").Properties(biasDeviation: -1));
    }

    [Theory]
    [InlineData("gelu", "range", "bounded below: infimum −0.169971 at x = −0.751792; unbounded above; f(−∞) = 0; f(∞) = ∞")]
    [InlineData("relu", "saturation", "hard: f′ = 0 beyond x = 0")]
    [InlineData("floor(x)", "discontinuities", "infinitely many")]
    [InlineData("floor(x)", "kinks", "infinitely many")]
    [InlineData("floor(x)", "symmetry", "neither odd nor even")]
    [InlineData("floor(x)", "convexity", "neither convex nor concave")]
    [InlineData("1/x", "invertible", "yes")]
    [InlineData("1/x^2", "invertible", "no")]
    [InlineData("1/x + x", "invertible", "no")]
    [InlineData("1/x", "universal_approximation", "no theorem applies: not by Cybenko, Hornik, Leshno and Kidger")]
    [InlineData("1/x", "zero_centred", "no")]
    [InlineData("sinc_sigmoid", "edge_of_chaos", "σ_b = 0: none found for q* in [0.0001, 10000]")]
    [InlineData("floor(x)", "edge_of_chaos", "σ_b = 0: there is none")]
    [InlineData("relu6", "self_normalising", "no: no fixed point of variance above 0")]
    [InlineData("where(x < -80, 3, x)", "sparsity", "P(f = 0) = 0, P(f′ = 0) is below 1e−300")]
    [InlineData("relu", "fixed_points", "all x ≥ 0")]
    [InlineData("tanh", "lipschitz", "sup |f′| = 1")]
    [InlineData("x*tanh(exp(x))", "fixed_points", "0 (attracting)")]
    [InlineData("where(x > 1, log(1 + exp(x)), softplus(x))", "smoothness", "C^∞, infinitely often differentiable")]
    [InlineData("where(x > 40, 1, sigmoid(x))", "smoothness", "not continuous, piecewise C^∞; differentiable except at x = 40")]
    [InlineData("clamp(x*Phi(x), -10, 10)", "kinks", "x = 10: slope 1 left, 0 right, 0 used")]
    [InlineData("1/((2 + x)^4 + (2 - x)^4)", "domain", "all real x")]
    [InlineData("x - x^2", "taylor", "x − x², radius ∞")]
    [InlineData("hard_tanh", "taylor", "x, radius ∞")]
    [InlineData("tanh", "taylor", "x − 0.333333 x³ + 0.133333 x⁵ + …, radius 1.5708")]
    [InlineData("parametric_softplus", "taylor", "±1e−11 + 0.75 x + 0.1875 x² − 0.0078125 x⁴ + …, radius 3.14159")]
    [InlineData("log(x)", "domain", "undefined for x < 0 and at x = 0")]
    public void A_line_says_it_in_a_phrase(string function, string key, string phrase) => Assert.Equal(
        phrase, PropertyTable.Of(Activation.Parse(function).Properties()).First(line => line.Key == key).Text);

    [Theory]
    [InlineData("selu", "saturation", "The derivative tends to 0 like 1.7581*exp(-t) in t = |x|.")]
    [InlineData("softsign", "saturation", "The derivative tends to 0 like t^-2 in t = |x|.")]
    [InlineData("abs(x)^0.5", "moments", "It does not exist: beside 0, f′ grows like |x|^-0.5.")]
    [InlineData("hard_tanh", "sparsity", "f: It is 0 at isolated points at most. f′: It is 0 on whole pieces")]
    [InlineData("sigmoid", "zero_centred", "f is odd about (0, c), so that E f = c = 0.5.")]
    [InlineData("relu", "zero_centred", "E f is 0.398942 to the digits written.")]
    [InlineData("log(x)", "piecewise_linear", "Its second derivative at 0.4 is not 0.")]
    [InlineData("1/x", "universal_approximation", "Leshno, Lin, Pinkus and Schocken 1993: does not apply, for f is not locally bounded")]
    public void A_reason_can_be_checked(string function, string key, string reason)
    {
        var report = Activation.Parse(function).Properties();
        string[] reasons =
        [
            .. PropertyTable.Of(report).Where(line => line.Key == key).Select(line => line.Finding.Because),
            report.Moments.Value!.SlopeSquare.Because,
        ];
        Assert.Contains(reasons, text => text.Contains(reason, StringComparison.Ordinal));
    }
}
