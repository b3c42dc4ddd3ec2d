using Hillock.Catalogue;
using Hillock.Expressions;

namespace Hillock.Tests.Catalogue;

public class CatalogueTests
{
    // They turn so often that differences need a small step, which costs digits.
    private static readonly HashSet<string> Rapid = ["hosc", "finer", "h_siren_first_layer", "cascade_chaotic"];

    public static TheoryData<string> Ids => new(ActivationCatalogue.Ids);

    [Fact]
    public void Is_as_large_as_it_claims()
    {
        Assert.Empty(CatalogueSample.Core.Except(ActivationCatalogue.Ids));
        Assert.InRange(ActivationCatalogue.Ids.Count, 400, 600);
        var libraryNames = FrameworkNames.All.Sum(framework => framework.Names.Count);
        Assert.InRange(ActivationCatalogue.Ids.Count + ActivationCatalogue.Synonyms.Count + libraryNames, 600, 2000);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Entry_is_complete(string id)
    {
        var entry = ActivationCatalogue.Find(id)!;
        Assert.Matches("^[a-z][a-z0-9_]*$", id);
        Assert.NotEmpty(entry.Citation);
        Assert.DoesNotContain("  ", entry.Citation, StringComparison.Ordinal);
        Assert.True(entry.Year is null or (>= 1943 and <= 2026));
        Assert.All(entry.Parameters, p => Assert.True(p.Admits(p.Default), $"{p.Name}={p.Default}"));
        Assert.Equal(
            entry.Parameters.Select(p => p.Name).Order(), entry.Definition.Formula.ParameterNames().Order());
        Assert.True(entry.StartsAs is null || ActivationCatalogue.Find(entry.StartsAs) is { StartsAs: null });
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
        for (var order = 1; order <= 2; order++)
        {
            foreach (var x in new[] { -4.3, -2.1, -1.37, -0.71, -0.123, 0.113, 0.67, 1.83, 2.4, 5.1 })
            {
                if (double.IsNaN(activation.Value(x))) continue;
                var lower = order - 1;
                var (step, tolerance) = Rapid.Contains(id) ? (1e-6, 1e-4) : (1e-3, 1e-7);
                var expected = Close.CentralDifference(t => activation.DerivativeAt(t, lower), x, step);
                var actual = activation.DerivativeAt(x, order);
                Close.Relative(expected, actual, tolerance, $"{id} order {order} at {x}", floor: 0.01);
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
            foreach (var actual in new[] { derivative[0], both[0], gradient[0] })
                Close.Relative(slope, actual, 1e-6, $"{id} at {at}");
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
