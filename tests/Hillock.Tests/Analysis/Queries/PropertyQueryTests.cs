using Hillock.Analysis.Properties;
using Hillock.Analysis.Queries;
using Hillock.Expressions;

namespace Hillock.Tests.Analysis.Queries;

/// <summary>Conditions against what every textbook says of well known functions.</summary>
public class PropertyQueryTests
{
    [Theory]
    [InlineData("relu", "continuous and not differentiable and piecewise_linear and homogeneous and convex")]
    [InlineData("relu", "hard_saturates_left and not saturates_right and not saturates and zero_at_zero and idempotent")]
    [InlineData("relu", "lipschitz <= 1 and lower_bound >= 0 and not bounded_above and gain > 1.41 and gain < 1.42")]
    [InlineData("tanh", "smooth and odd and increasing and bounded and soft_saturates and invertible and zero_centred")]
    [InlineData("sigmoid", "smooth and not odd and lower_bound >= 0 and upper_bound <= 1 and lipschitz <= 0.25")]
    [InlineData("gelu", "smooth and bounded_below and not monotone and not convex and soft_saturates_left and universal")]
    [InlineData("softplus", "smooth and convex and increasing and not bounded and lower_bound >= 0")]
    [InlineData("hard_tanh", "hard_saturates and bounded and odd and non_decreasing and not increasing")]
    [InlineData("selu", "self_normalising and increasing and not smooth")]
    [InlineData("identity", "affine and invertible and not universal and not saturates_left")]
    [InlineData("gaussian", "even and bounded and not monotone and universal")]
    [InlineData("x^2", "even and convex and universal and not bounded_above and (bounded_below or odd)")]
    [InlineData("sin", "odd and bounded and not monotone and not saturates_left and lipschitz <= 1")]
    [InlineData("1/x", "not defined_everywhere and not continuous and not universal and not bounded")]
    public void What_is_known_of_a_function_holds(string function, string condition) =>
        Assert.Equal(true, PropertyQuery.Parse(condition).Holds(Activation.Parse(function).Properties()));

    // Its edge of chaos, at q* = 1.8e5, lies beyond the range that is searched.
    [Fact]
    public void What_is_not_found_in_a_range_may_be_elsewhere() =>
        Assert.Null(PropertyQuery.Parse("has_edge_of_chaos").Holds(Activation.Parse("sinc_sigmoid").Properties()));

    [Theory]
    [InlineData("smoth", 0, "Did you mean 'smooth'")]
    [InlineData("smooth nad odd", 7, "expected 'and', 'or' or the end, not 'nad'")]
    [InlineData("smooth and", 10, "expected the name of a property, not the end")]
    [InlineData("(smooth or odd", 14, "expected ')'")]
    [InlineData("lipschitz", 9, "'lipschitz' is a number; compare it")]
    [InlineData("lipschitz < x", 12, "expected a number")]
    [InlineData("qqqqqqqqqqqq", 0, "there are smooth, continuous")]
    public void A_mistake_is_shown_at_its_place(string condition, int position, string expected)
    {
        var mistake = Assert.Throws<FormulaException>(() => PropertyQuery.Parse(condition));
        Assert.Equal(position, mistake.Position);
        Assert.Contains(expected, mistake.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("true and unknown", null)]
    [InlineData("false and unknown", false)]
    [InlineData("true or unknown", true)]
    [InlineData("false or unknown", null)]
    [InlineData("not unknown", null)]
    public void What_is_not_decided_stays_so_unless_the_rest_decides(string condition, bool? expected)
    {
        // The words stand for statements that the answers below know.
        var text = condition.Replace("true", "smooth", StringComparison.Ordinal)
            .Replace("false", "odd", StringComparison.Ordinal).Replace("unknown", "even", StringComparison.Ordinal);
        Assert.Equal(expected, PropertyQuery.Parse(text).Holds(new FixedAnswers()));
    }

    [Theory]
    [InlineData("lipschitz <= 2", true)]
    [InlineData("lipschitz < 1", false)]
    [InlineData("lipschitz <= 1.5", null)]
    [InlineData("lipschitz > 2", false)]
    [InlineData("lipschitz >= 1", true)]
    [InlineData("gain > 0", null)]
    public void Bounds_decide_a_comparison_or_leave_it_open(string condition, bool? expected) =>
        Assert.Equal(expected, PropertyQuery.Parse(condition).Holds(new FixedAnswers()));

    private sealed class FixedAnswers : IPropertyAnswers
    {
        public bool? Holds(Statement statement) => statement.Name switch { "smooth" => true, "odd" => false, _ => null };

        public Enclosure? ValueOf(Quantity quantity) => quantity.Name == "lipschitz" ? new Enclosure(1, 2) : null;
    }
}
