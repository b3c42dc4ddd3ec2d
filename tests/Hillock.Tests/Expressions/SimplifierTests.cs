using CsCheck;
using Hillock.Catalogue;
using Hillock.Expressions;

namespace Hillock.Tests.Expressions;

public class SimplifierTests
{
    [Theory]
    [InlineData("x + x", "2*x")]
    [InlineData("x*3*x/2", "1.5*x^2")]
    [InlineData("x*sign(x)", "abs(x)")]
    [InlineData("1 + x - 1 - x", "0")]
    [InlineData("sqrt(1 + x^2) - x*x/sqrt(1 + x^2)", "1/sqrt(x^2 + 1)")]
    [InlineData("where(x > 0, 2, 2)", "2")]
    [InlineData("x/x", "1")]
    [InlineData("-(-x)", "x")]
    public void Writes_shorter(string formula, string expected) =>
        Assert.Equal(expected, Simplifier.Simplify(FormulaParser.Parse(formula).Expression).ToString());

    [Theory]
    [InlineData("tanh", "1 - tanh(x)^2")]
    [InlineData("sigmoid", "sigmoid(x)*(1 - sigmoid(x))")]
    [InlineData("gelu", "Phi(x) + x*phi(x)")]
    [InlineData("silu", "sigmoid(x) + x*sigmoid(x)*(1 - sigmoid(x))")]
    [InlineData("softsign", "1/(abs(x) + 1)^2")]
    [InlineData("isru", "1/sqrt(alpha*x^2 + 1)^3")]
    [InlineData("softplus", "sigmoid(beta*x)")]
    [InlineData("logcosh", "tanh(x)")]
    [InlineData("relu", "where(x > 0, 1, 0)")]
    [InlineData("tanh_shrink", "tanh(x)^2")]
    [InlineData("snake", "sin(2*a*x) + 1")]
    public void Derivatives_read_as_in_a_textbook(string id, string expected) =>
        Assert.Equal(expected, Activation.Parse(id).Derivative().ToString());

    [Fact]
    public void Keeps_the_value_of_random_expressions()
    {
        var none = new Dictionary<string, double>();
        Expressions().Select(Gen.Int[-3000, 3000].Select(n => n / 1000.0)).Sample((expression, x) =>
        {
            var simplified = Simplifier.Simplify(expression);
            // Where a part of the original is undefined the simplified one may be defined; and huge or tiny
            // intermediate results lose digits in one form that the other keeps.
            if (expression.Any(IsExtreme) || simplified.Any(IsExtreme)) return;
            var before = PlainEvaluation.Evaluate(expression, x, none);
            var after = PlainEvaluation.Evaluate(simplified, x, none);
            Assert.Equal(before, after, 1e-6 * (1 + Math.Abs(before)));

            bool IsExtreme(Expression part)
            {
                var size = Math.Abs(PlainEvaluation.Evaluate(part, x, none));
                return size != 0 && size is not (> 1e-9 and < 1e6);
            }
        }, iter: 3000);
    }

    [Fact]
    public void Does_not_change_what_is_simple_already()
    {
        foreach (var entry in ActivationCatalogue.All)
        {
            var once = Simplifier.Simplify(entry.Definition.Formula);
            Assert.Equal(once, Simplifier.Simplify(once));
        }
    }

    private static Gen<Expression> Expressions() => Gen.Recursive<Expression>((depth, inner) =>
    {
        var leaf = Gen.OneOf(Gen.Const(Expression.X), Gen.Int[-3, 3].Select(n => (Expression)n));
        if (depth > 4) return leaf;
        var unary = OneOf(
            Primitive.Negate, Primitive.Abs, Primitive.Sign, Primitive.Tanh, Primitive.Sigmoid, Primitive.Sin);
        var binary = OneOf(
            Primitive.Add, Primitive.Subtract, Primitive.Multiply, Primitive.Divide, Primitive.Max);
        return Gen.Frequency(
            (1, leaf),
            (2, Gen.Select(unary, inner, (p, a) => (Expression)new Operation(p, a))),
            (4, Gen.Select(binary, inner, inner, (p, a, b) => (Expression)new Operation(p, a, b))),
            (1, Gen.Select(inner, Gen.Int[-3, 4], (a, n) => (Expression)new Operation(Primitive.Power, a, n))));
    });

    private static Gen<Primitive> OneOf(params Primitive[] primitives) =>
        Gen.Int[0, primitives.Length - 1].Select(i => primitives[i]);
}
