using Hillock.Catalogue;
using Hillock.Expressions;

namespace Hillock.Tests.Expressions;

public class FormulaParserTests
{
    [Theory]
    [InlineData("x")]
    [InlineData("-x^2")]
    [InlineData("(-x)^2")]
    [InlineData("(-2)^x")]
    [InlineData("-(2)")]
    [InlineData("x - (1 - x)")]
    [InlineData("x/(2*x)")]
    [InlineData("x^2^x")]
    [InlineData("(x^2)^x")]
    [InlineData("x^-x")]
    [InlineData("1E-05*x")]
    [InlineData("where(x <= 0, exp(x), min(x, pi))")]
    [InlineData("clamp(x, -1, e)")]
    [InlineData("-x*x")]
    [InlineData("-(x*x)")]
    public void Printing_and_reading_are_inverse(string formula)
    {
        var expression = FormulaParser.Parse(formula).Expression;
        Assert.Equal(expression, FormulaParser.Parse(expression.ToString()).Expression);
        Assert.Equal(formula, expression.ToString());
    }

    [Theory]
    [InlineData("-x^2", 3, -9)]
    [InlineData("2 - 3 - x", 4, -5)]
    [InlineData("12/2/x", 3, 2)]
    [InlineData("2^3^x", 1, 8)]
    [InlineData("where(x > 1, 10, 20)", 1, 20)]
    [InlineData("2e-1*x", 5, 1)]
    [InlineData(" .5*x ", 4, 2)]
    public void Operators_bind_as_in_mathematics(string formula, double x, double expected) =>
        Assert.Equal(
            expected,
            PlainEvaluation.Evaluate(FormulaParser.Parse(formula).Expression, x, new Dictionary<string, double>()),
            1e-12);

    [Fact]
    public void Bindings_give_parameters_in_order()
    {
        var parsed = FormulaParser.Parse("a*x + b where learned b=-1.5, a=2");
        Assert.Equal([new("b", -1.5, true, ParameterDomain.Real), new("a", 2, false, ParameterDomain.Real)], parsed.Parameters);
    }

    [Fact]
    public void Catalogue_entries_are_functions()
    {
        var activation = Activation.Parse("relu(x - 1) + leaky_relu(x, negative_slope=0.5)");
        Assert.Equal(-1, activation.Value(-2), 12);
        Assert.Equal(3, activation.Value(2), 12);
    }

    [Theory]
    [InlineData("x*sigmiod(x)", 2, "Did you mean 'sigmoid'")]
    [InlineData("x*sigmoid(beta*x)", 10, "where beta=1")]
    [InlineData("where(x>0, x", 12, "',' and another argument")]
    [InlineData("x*(1 + ", 7, "found the end")]
    [InlineData("x + 1 where a=1", 12, "does not use 'a'")]
    [InlineData("a*x where a=1, a=2", 15, "given twice")]
    [InlineData("a*x where a=0,5", 13, "written with a point")]
    [InlineData("max(0,5)", 0, "written with a point")]
    [InlineData("max(x, 0,5)", 0, "takes 2 arguments, not 3")]
    [InlineData("2x", 1, "an operator or the end")]
    [InlineData("x \u2212 1", 2, "typographic minus")]
    [InlineData("\u0663*x", 0, "digits 0 to 9")]
    [InlineData("x > 1", 2, "an operator or the end")]
    [InlineData("where(x, 1, 2)", 7, "'<', '<=', '>' or '>='")]
    [InlineData("sin", 0, "unknown activation 'sinx'", "sinx")]
    [InlineData("exp + x", 0, "is a function")]
    [InlineData("leaky_relu(slope=1)", 11, "it has negative_slope")]
    [InlineData("leaky_relu(negative_slope=nan)", 26, "not allowed")]
    [InlineData("celu(alpha=0)", 11, "other than 0")]
    [InlineData("1e999*x", 0, "too large")]
    [InlineData("", 0, "empty")]
    [InlineData("gleu", 0, "Did you mean 'gelu'")]
    public void A_mistake_is_shown_with_a_caret(string formula, int position, string problem, string? other = null)
    {
        var mistake = Assert.Throws<FormulaException>(() => Activation.Parse(other ?? formula));
        Assert.Contains(problem, mistake.Message, StringComparison.Ordinal);
        Assert.Equal(position, mistake.Position);
        var lines = mistake.Message.Split('\n');
        Assert.Equal(position + 2, lines[^1].IndexOf('^', StringComparison.Ordinal));
    }

    [Fact]
    public void Deep_nesting_is_refused_rather_than_overflowing_the_stack() =>
        Assert.Throws<FormulaException>(() => FormulaParser.Parse(new string('(', 10_000) + "x"));

    [Fact]
    public void Every_id_is_found_and_every_near_miss_suggested()
    {
        foreach (var id in ActivationCatalogue.Ids)
        {
            Assert.Equal(id, Activation.Parse(id).Id);
            Assert.Contains(id, NearestName.Find(id + "z", ActivationCatalogue.Ids, 5));
        }
    }
}
