using Hillock.Catalogue;
using Hillock.Expressions;

namespace Hillock.Tests.Catalogue;

public class CatalogueTests
{
    public static TheoryData<string> Ids => new(ActivationCatalogue.Ids);

    [Fact]
    public void Has_the_functions_it_promises()
    {
        string[] promised =
        [
            "identity", "relu", "leaky_relu", "prelu", "relu6", "thresholded_relu", "elu", "celu", "selu", "sigmoid",
            "log_sigmoid", "hard_sigmoid", "tanh", "hard_tanh", "scaled_tanh", "tanh_shrink", "softsign", "softplus",
            "squareplus", "gelu", "gelu_tanh", "gelu_quick", "silu", "swish", "mish", "hard_swish", "soft_shrink",
            "hard_shrink", "abs", "step", "gaussian", "sin", "relu_squared", "bent_identity", "isru", "logcosh", "snake",
        ];
        Assert.Equal(promised.Order(StringComparer.Ordinal), ActivationCatalogue.Ids.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Definition_is_read_back_from_its_own_text(string id)
    {
        var activation = Activation.Parse(id);
        var again = Activation.Parse(activation.ToString());
        Assert.Equal(activation.Formula, again.Formula);
        Assert.Equal(
            activation.Parameters.Select(p => (p.Name, p.Default, p.Learned)).OrderBy(p => p.Name),
            again.Parameters.Select(p => (p.Name, p.Default, p.Learned)).OrderBy(p => p.Name));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Derivatives_agree_with_central_differences(string id)
    {
        var activation = Activation.Parse(id);
        for (var order = 1; order <= 3; order++)
        {
            foreach (var x in new[] { -4.3, -2.1, -1.37, -0.71, -0.123, 0.113, 0.67, 1.83, 2.4, 5.1 })
            {
                var lower = order - 1;
                var expected = Close.CentralDifference(t => activation.DerivativeAt(t, lower), x);
                Close.Relative(expected, activation.DerivativeAt(x, order), 1e-7, $"{id} order {order} at {x}", floor: 0.01);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Slopes_at_kinks_are_the_declared_ones_in_every_pass(string id)
    {
        var activation = Activation.Parse(id);
        var defaults = activation.Parameters.ToDictionary(p => p.Name, p => p.Default);
        foreach (var kink in activation.Kinks)
        {
            var at = (float)PlainEvaluation.Evaluate(kink.Location, double.NaN, defaults);
            var slope = (float)PlainEvaluation.Evaluate(kink.Slope, double.NaN, defaults);
            float[] x = [at];
            float[] derivative = [0], both = [0], gradient = [0];
            activation.Kernel<float>().Derivative(1, x, derivative);
            activation.Kernel<float>().ValueAndDerivative(x, new float[1], both);
            activation.Kernel<float>().Backward(x, [1], gradient);
            Assert.Equal([slope, slope, slope], [derivative[0], both[0], gradient[0]]);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void No_kink_is_forgotten(string id)
    {
        var entry = ActivationCatalogue.Find(id)!;
        var definition = entry.Definition;
        var found = new Definition("found", definition.Formula, definition.Parameters).Kinks;
        Assert.Equal(Places(definition.Kinks), Places(found));

        IEnumerable<double> Places(IEnumerable<Kink> kinks) => kinks
            .Select(kink => PlainEvaluation.Evaluate(kink.Location, double.NaN, definition.Defaults()))
            .Order();
    }

    [Fact]
    public void Kinks_depend_on_the_parameters()
    {
        Assert.Empty(Activation.Parse("elu").Kinks);
        Assert.Equal([0.0], Activation.Parse("elu(alpha=2)").KinkLocations());
    }

    [Theory]
    [InlineData("relu", 0, 0)]
    [InlineData("leaky_relu", 0, 0.01)]
    [InlineData("elu", 0, 1)]
    [InlineData("celu", 0, 1)]
    [InlineData("hard_tanh", 1, 0)]
    [InlineData("hard_sigmoid", 3, 0)]
    [InlineData("hard_swish", 3, 1)]
    [InlineData("hard_swish", -3, 0)]
    [InlineData("soft_shrink", 0.5, 0)]
    [InlineData("hard_shrink", 0.5, 0)]
    [InlineData("relu6", 6, 0)]
    [InlineData("softsign", 0, 1)]
    public void Slopes_at_kinks_are_those_of_PyTorch(string id, double x, double slope) =>
        Assert.Equal(slope, Activation.Parse(id).DerivativeAt(x), 15);

    [Fact]
    public void A_slope_that_differentiation_does_not_give_is_put_in()
    {
        var formula = FormulaParser.Parse("max(x, 0)").Expression;
        var jax = new Activation(new Definition("half", formula, [], [new Kink(Expression.Zero, 0.5)]));
        Assert.Equal([0, 0.5, 1], new[] { -1e-300, 0.0, 1e-300 }.Select(x => jax.DerivativeAt(x)));
    }

    [Theory]
    [InlineData("leaky_relu(negative_slope=0.2)", -1, -0.2)]
    [InlineData("elu(alpha=2)", -1000, -2)]
    [InlineData(" hard_tanh( min_val = -2 , max_val=3) ", -5, -2)]
    public void Parameters_of_an_entry_can_be_set(string text, double x, double expected) =>
        Assert.Equal(expected, Activation.Parse(text).Value(x), 12);
}
