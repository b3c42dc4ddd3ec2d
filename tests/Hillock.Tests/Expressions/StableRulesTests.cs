using Hillock.Expressions;

namespace Hillock.Tests.Expressions;

/// <summary>Each rule is an identity, and it fires on its own left-hand side.</summary>
public class StableRulesTests
{
    public static TheoryData<string> Names => new(StableRules.All.Select(rule => rule.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Both_sides_are_the_same_function(string name)
    {
        var (from, to) = StableRules.All.Single(rule => rule.Name == name).Identity;
        var none = new Dictionary<string, double>();
        for (var x = -4.0; x <= 4; x += 0.173)
        {
            var left = PlainEvaluation.Evaluate(FormulaParser.Parse(from).Expression, x, none);
            var right = PlainEvaluation.Evaluate(FormulaParser.Parse(to).Expression, x, none);
            // The left sides lose digits by cancellation: that is why the rules exist.
            Close.Relative(left, right, 1e-7, $"{name} at {x}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_left_side_is_rewritten(string name)
    {
        var rule = StableRules.All.Single(r => r.Name == name);
        var operation = Assert.IsType<Operation>(FormulaParser.Parse(rule.Identity.From).Expression);
        Assert.NotNull(rule.Apply(operation));
    }

    [Theory]
    [InlineData("1/(1+exp(-x))", "sigmoid(x)")]
    [InlineData("log(1+exp(x))", "softplus(x)")]
    [InlineData("x*tanh(log(1+exp(x)))", "x*tanh(softplus(x))")]
    [InlineData("0.5*x*(1+erf(x/sqrt(2)))", "0.5*x*erfc(-(x/sqrt(2)))")]
    [InlineData("2/(1+exp(-2*x)) - 1", "tanh(2*x/2)")]
    [InlineData("exp(x)-1", "expm1(x)")]
    [InlineData("log(x + sqrt(x^2+1))", "asinh(x)")]
    [InlineData("(exp(x)-exp(-x))/(exp(x)+exp(-x))", "tanh(x)")]
    public void What_users_type_becomes_stable(string formula, string expected) =>
        Assert.Equal(expected, StableRules.Stabilise(FormulaParser.Parse(formula).Expression).ToString());
}
