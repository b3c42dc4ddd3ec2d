using Hillock.Analysis;
using Hillock.Analysis.Limits;
using Hillock.Analysis.Properties;
using Hillock.Expressions;
using Hillock.Precision;
using Hillock.Verification;

namespace Hillock.Tests.Analysis.Limits;

/// <summary>Kinks, jumps and smoothness: known ones, the catalogue's own list, and attacks.</summary>
public class KinkTests
{
    [Theory]
    [InlineData("relu", "C^0, piecewise C^∞")]
    [InlineData("elu", "C^1, piecewise C^∞")]
    [InlineData("elu(alpha=2)", "C^0, piecewise C^∞")]
    [InlineData("selu", "C^0, piecewise C^∞")]
    [InlineData("softsign", "C^1, piecewise C^∞")]
    [InlineData("relu_squared", "C^1, piecewise C^∞")]
    [InlineData("gelu", "C^∞")]
    [InlineData("mish", "C^∞")]
    [InlineData("step", "not continuous, piecewise C^∞")]
    [InlineData("abs(x)*x", "C^1, piecewise C^∞")]
    [InlineData("x*abs(x)^3", "C^3, piecewise C^∞")]
    [InlineData("abs(x)^5.5", "C^5, piecewise C^∞")]
    [InlineData("sqrt(x^2)", "C^0, piecewise C^∞")]
    [InlineData("x*abs(x)*sign(x)", "C^∞")]
    [InlineData("where(x > 0, exp(-1/x), 0)", "C^∞")]
    [InlineData("where(x > 0, x + x^9, x)", "C^8, piecewise C^∞")]
    [InlineData("where(x > 0, tanh(x), 2*sigmoid(2*x) - 1)", "C^∞")]
    [InlineData("where(x > 1, 2*x - 1, x^2)", "C^1, piecewise C^∞")]
    [InlineData("stac_tanh", "C^0, piecewise C^∞")]
    [InlineData("relative_tanh", "C^1, piecewise C^∞")]
    [InlineData("soft_clipping", "C^∞")]
    [InlineData("linq", "C^1, piecewise C^∞")]
    [InlineData("max(x - pi/7, 0)", "C^0, piecewise C^∞")]
    [InlineData("abs(x)^0.5", "C^0, piecewise C^∞")]
    [InlineData("1/x", "not continuous, piecewise C^∞")]
    [InlineData("sin(1/x)", "not continuous, piecewise C^∞")]
    [InlineData("log(x)", "C^∞")]
    public void Smoothness_is_the_known_one(string function, string expected)
    {
        var smoothness = SmoothnessProperty.Of(ShapeOf.Text(function));
        Assert.Equal((Certainty.Proved, expected), (smoothness.Status, smoothness.Value?.ToString()));
    }

    [Theory]
    // Not the same function: 0.3 is not the sum of the doubles 0.1 and 0.2, by 5.6e-17.
    [InlineData("where(x > 0, x*(0.1 + 0.2), 0.3*x)", "C^0, piecewise C^∞")]
    // The double nearest to 2·log 2 jumps by 2e-17: too little for bounds of double precision.
    [InlineData("softplus_linear_unit", null)]
    [InlineData("abs(sin(x))", null)]
    [InlineData("floor(x)", null)]
    public void No_more_is_claimed_than_is_known(string function, string? expected) =>
        Assert.Equal(expected, SmoothnessProperty.Of(ShapeOf.Text(function)).Value?.ToString());

    [Theory]
    [InlineData("relu", 0, 0, 1)]
    [InlineData("abs(x)^0.5", 0, double.NegativeInfinity, double.PositiveInfinity)]
    [InlineData("max(x - pi/7, 0)", Math.PI / 7, 0, 1)]
    [InlineData("step", 0, 0, 0)]
    [InlineData("maxsig", 0.6590460684074066, 0.22470434812414647, 1)]
    public void One_sided_slopes_are_the_known_ones(string function, double at, double left, double right)
    {
        var kink = Assert.Single(KinksProperty.Of(ShapeOf.Text(function)).Value!);
        Close.Relative(at, kink.At, 1e-15, function);
        Close.Relative(left, kink.LeftSlope, 1e-14, function);
        Close.Relative(right, kink.RightSlope, 1e-14, function);
    }

    [Theory]
    [InlineData("step", 0, 0, 0, 1)]
    [InlineData("1/x", 0, double.NegativeInfinity, double.NaN, double.PositiveInfinity)]
    [InlineData("where(x > 2, x, 0)", 2, 0, 0, 2)]
    [InlineData("sin(1/x)", 0, double.NaN, double.NaN, double.NaN)]
    [InlineData("where(x >= pi, 1, sin(x))", Math.PI, 0, 1, 1)]
    public void Jumps_are_the_known_ones(string function, double at, double left, double value, double right)
    {
        var jumps = DiscontinuitiesProperty.Of(ShapeOf.Text(function));
        Assert.Equal(Certainty.Proved, jumps.Status);
        Assert.Equal(new Discontinuity(at, left, value, right), Assert.Single(jumps.Value!));
    }

    [Fact]
    public void Jumps_of_floor_are_infinitely_many()
    {
        var jumps = DiscontinuitiesProperty.Of(ShapeOf.Text("floor(x)"));
        Assert.Equal(Certainty.Proved, jumps.Status);
        Assert.StartsWith("Infinitely many", jumps.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void Kinks_of_entries_are_those_that_the_catalogue_names()
    {
        // sqrt ends at its kink; tanh_fast and sigmoid_fast jump, by 1.2e-7 and by e^-40 and e^-80, where their sources
        // change formulas.
        var differing = ShapeOf.Catalogue()
            .Where(f => f.Id is not ("sqrt" or "tanh_fast" or "sigmoid_fast"))
            .Where(f => KinksProperty.Of(f.Function) is { Status: Certainty.Proved } kinks
                && !kinks.Value!.Select(k => k.At).SequenceEqual(f.Function.Definition.Kinks
                    .Select(f.Function.Definition.LocationOf)))
            .Select(f => f.Id);
        Assert.Empty(differing);
    }

    [Fact]
    public void At_least_412_entries_have_proved_kinks_and_smoothness()
    {
        Assert.True(ShapeOf.Catalogue().Count(f => KinksProperty.Of(f.Function).Status == Certainty.Proved) >= 412);
        Assert.True(ShapeOf.Catalogue().Count(f => SmoothnessProperty.Of(f.Function).Status == Certainty.Proved) >= 412);
    }

    // Divided differences of order k from both sides, in 320 bits, meet exactly where f is k times differentiable.
    [Fact]
    public void Classes_withstand_divided_differences()
    {
        var refuted = ShapeOf.Catalogue().SelectMany(f => SmoothnessProperty.Of(f.Function).Value is { } smoothness
            && Anatomy.Of(f.Function).InnerJunctions is { } junctions
                ? junctions
                    .Where(j => IsRefuted(f.Function, j.Point.Nearest, Math.Min(smoothness.Order ?? 3, 3)))
                        .Select(j => $"{f.Id} at {j.Point.Nearest}")
                : []);
        Assert.Empty(refuted);
    }

    [Fact]
    public void Wrong_classes_are_refuted()
    {
        Assert.True(IsRefuted(ShapeOf.Text("relu"), 0, 1));
        Assert.True(IsRefuted(ShapeOf.Text("elu"), 0, 2));
        Assert.True(IsRefuted(ShapeOf.Text("step"), 0, 0));
        Assert.True(IsRefuted(ShapeOf.Text("x*abs(x)"), 0, 2));
        Assert.False(IsRefuted(ShapeOf.Text("x*abs(x)"), 0, 1));
    }

    private static bool IsRefuted(AnalysedFunction function, double at, int order)
    {
        if (order < 0) return false;
        const double step = 1.0 / (1 << 20);
        var (left, right) = (Difference(-step), Difference(step));
        if (left is null || right is null) return false;
        // Of a k times differentiable function they differ by O(step) times the next derivative.
        return Math.Abs(right.Value - left.Value) > 0.02 * Math.Max(1, Math.Abs(left.Value) + Math.Abs(right.Value));

        double? Difference(double h)
        {
            var sum = BigReal.Zero;
            var binomial = 1.0;
            for (var i = 0; i <= order; i++)
            {
                // Away from the point itself, which may lie on either side of its double.
                if (PreciseEvaluation.TryEvaluate(Anatomy.Of(function).Formula, at + ((i + 1) * h),
                    new Dictionary<string, double>()) is not { } value)
                    return null;
                sum += ((order - i) % 2 == 0 ? binomial : -binomial) * value;
                binomial = binomial * (order - i) / (i + 1);
            }

            for (var i = 0; i < order; i++) sum /= h;
            return sum.ToDouble();
        }
    }
}
